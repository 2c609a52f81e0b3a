import re

import pytest
import yaml
from helpers import marked
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen import yamltext
from sitegen.findings import Place
from sitegen.yamltext import EMPTY, MAX_DEPTH, read

BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
EXACT = [
    "08:00", "8:00", "no", "yes", "on", "off", "true", "0580", "0114", "0701234567", "1.10", "1e3", "0x1F", "1_000",
    "2026-11-22", "2026-11-22 08:00", "08:00-17:00", ".inf", "=", "<<", "+46", "12:30:45",
]  # fmt: skip


def data(text):
    tree = read(text, "x")
    assert tree.findings == ()
    return tree.data


def found(text):
    return [(finding.kind.name, finding.place.line, finding.place.column) for finding in read(text, "x").findings]


# --- what is written arrives -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", EXACT)
def test_a_value_arrives_as_it_was_written(written):
    assert data(f"a: {written}\nb: '{written}'\nc: [\"{written}\"]\n") == {"a": written, "b": written, "c": [written]}


@pytest.mark.parametrize("written", EXACT)
def test_a_key_arrives_as_it_was_written(written):
    assert data(f"'{written}': a\n") == data(f"{written}: a\n") == {written: "a"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: >-\n  en rad\n  till\n", "en rad till"),
        ("a: |\n  en rad\n  till\n", "en rad\ntill\n"),
        ("a: en rad\n  till\n", "en rad till"),
        ("a: 'det''s'\n", "det's"),
        ('a: "å\\u00e4ö"\n', "åäö"),
        ("a: b # en kommentar\n", "b"),
        ("a: b#c\n", "b#c"),
        ("a: '~'\n", "~"),
        ("a: 'null'\n", "null"),
        ("a: ett\u00a0tal\n", "ett\u00a0tal"),
        ("a: b\r\n", "b"),
        ("\ufeffa: b\n", "b"),
    ],
)
def test_each_way_to_write_a_text_gives_the_text(text, value):
    assert data(text) == {"a": value}


@pytest.mark.parametrize("text", ["", "\n", "# bara en kommentar\n", "~\n", "---\n", "null\n"])
def test_a_text_that_says_nothing_is_an_empty_mapping(text):
    assert data(text) == {}


@pytest.mark.parametrize("empty", ["", "~", "null", "Null", "NULL", "''", '""'])
def test_an_empty_value_is_left_out_but_its_place_is_known(empty):
    tree = read(f"a: {empty}\nb: [x, {empty or '~'}, y]\nc: {{d: {empty}}}\n", "x")
    assert tree.data == {"b": ["x", "y"], "c": {}}
    assert tree.place(("a",), of_key=True) == Place("x", 1, 1)


def test_the_order_of_the_keys_is_kept():
    assert list(data("b: 1\na: 2\nc: 3\n")) == ["b", "a", "c"]


# --- places ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "path", "of_key"),
    [
        ("a: ¤b\n", ("a",), False),
        ("¤a: b\n", ("a",), True),
        ("x: y\n\n# k\na:\n  - b\n  - c: ¤d\n", ("a", 1, "c"), False),
        ("x: å\na:\n  - b\n  - ¤c: d\n", ("a", 1, "c"), True),
        ("åäö: ¤b\n", ("åäö",), False),
        ("a: {b: [1, ¤2]}\n", ("a", "b", 1), False),
        ("a: [x, ~, ¤y]\n", ("a", 1), False),
        ("¤a: b\n", (), False),
        ("a: ¤b\n", ("a", "value", 0, "kind"), False),
        ("a:\n  b: ¤c\n", ("a", "value", "b", "value"), False),
        ("a:\n  ¤b: c\n", ("a", "saknas"), False),
    ],
)
def test_the_place_of_a_path_is_where_it_or_the_nearest_above_it_stands(text, path, of_key):
    text, here = marked(text)
    assert read(text, "x").place(path, of_key) == Place("x", *here)


def test_front_matter_counts_the_lines_of_its_file():
    tree = read("a: b\nc: [\n", "x", first_line=2)
    assert tree.findings[0].place.line >= 3
    assert read("a: b\n", "x", first_line=2).place(("a",)) == Place("x", 2, 4)


def test_a_text_that_says_nothing_has_its_place_on_the_first_line():
    assert read("", "x").place(("a",)) == Place("x", 1)


# --- what is refused -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a: 1\n¤a: 2\n", "repeated-key"),
        ("a: 1\n¤a:\n  b: 1\n  b: 2\n", "repeated-key"),
        ("a:\n  b: 1\n¤a:\n  b: 2\n", "repeated-key"),
        ("a:\n¤a: 2\n", "repeated-key"),
        ("x: [{a: 1, ¤a: 2}]\n", "repeated-key"),
        ("a: ¤&b c\n", "yaml-anchor"),
        ("a: ¤*b\n", "yaml-anchor"),
        ("a: [x, ¤*b]\n", "yaml-anchor"),
        ("¤&a b: c\n", "yaml-anchor"),
        ("¤&a\nb: c\n", "yaml-anchor"),
        ("a: ¤!b c\n", "yaml-tag"),
        ("a: ¤!!str c\n", "yaml-tag"),
        ("a: ¤!!python/object/apply:os.system [ls]\n", "yaml-tag"),
        ("¤!!str a: b\n", "yaml-tag"),
        ("¤!a\nb: c\n", "yaml-tag"),
        ("¤- a\n", "not-a-mapping"),
        ("¤en mening\n", "not-a-mapping"),
        ("¤[a: b]\n", "not-a-mapping"),
        ("¤[a]: b\n", "key-not-text"),
        ("? ¤[a]\n: b\n", "key-not-text"),
        ("¤{a: b}: c\n", "key-not-text"),
        ("a: b\n¤\u00a0c: d\n", "hard-space"),
        ("a:\n  ¤\u00a0b: c\n", "hard-space"),
        ("åäö: b\nc: ¤\x07\n", "yaml-syntax"),
        ("å: " + "ä" * 50 + "\nc: x¤\x00\n\n\n\n", "yaml-syntax"),
        ("a: b\n¤---\nc: d\n", "yaml-syntax"),
        ("a: " + "[" * MAX_DEPTH + "¤[[[[", "too-deep"),
        ("a: " + "{a: " * MAX_DEPTH + "¤{a: {a: ", "too-deep"),
    ],
)
def test_each_mistake_is_one_finding_where_it_stands(text, kind):
    text, here = marked(text)
    assert found(text) == [(kind, *here)]


@pytest.fixture(params=["CBaseLoader", "BaseLoader"])
def _either_parser(request, monkeypatch):
    """PyYAML has two parsers; which one there is depends on the machine."""
    monkeypatch.setattr(yamltext, "LOADER", getattr(yaml, request.param))


@pytest.mark.usefixtures("_either_parser")
@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("x: y\nname: Öppet: måndagar\n", "yaml-colon", 2),
        ("x: y\nname Lyktan\nz: a\n", "yaml-colon", 3),
        ("x: y\n  name: a\n", "yaml-colon", 2),
        ("x: y\nname: @lyktan\n", "yaml-character", 2),
        ("x: y\nname: `lyktan`\n", "yaml-character", 2),
        ("x: y\nname: %lyktan\n", "yaml-character", 2),
        ("x: y\nname:\n\t- a\n", "yaml-character", 3),
        ("x:\n\ty: a\n", "yaml-character", 2),
        ('x: y\nname: "C:\\q"\n', "yaml-character", 2),
        ("x: y\nname: 'Lyktan\n", "yaml-quote", 3),
        ('x: y\nname: "Lyktan\nz: a\n', "yaml-quote", 4),
        ("x: y\nname: [a, b\n", "yaml-quote", 3),
        ("x: y\nname: {a: b\nz: c\n", "yaml-quote", 3),
        ("x:\n  y: a\n z: b\n", "yaml-indent", 3),
        ("  x: a\ny: b\n", "yaml-indent", 2),
        ("x: y\nname: - a\n", "yaml-indent", 2),
        ("x: y\nname: 'a' b\n", "yaml-indent", 2),
    ],
)
def test_a_mistake_of_syntax_is_named_for_those_who_do_not_know_yaml(text, kind, line):
    ((name, at, _),) = found(text)
    assert (name, at) == (kind, line)


BROKEN = ["a: b\nc: [\n", "  a: b\nc: d\n", "a: b\n---\nc: d\n", "\u00a0a: b\n", "a: b\n...\nc\n", "{a: b} c\n"]


@pytest.mark.parametrize("text", BROKEN)
def test_nothing_is_kept_of_a_text_that_cannot_be_read_to_its_end(text):
    tree = read(text, "x")
    assert (len(tree.findings), tree.data) == (1, {})


def test_a_repeated_key_says_where_the_first_is_and_keeps_it():
    tree = read("x: y\na: 1\n\na: 2\na: 3\n", "x", first_line=2)
    assert [finding.values for finding in tree.findings] == [{"key": "a", "line": "3"}] * 2
    assert tree.data == {"x": "y", "a": "1"}


def test_the_same_key_in_two_places_is_not_repeated():
    assert data("a: {x: 1}\nb: {x: 2}\nc: [{x: 3}, {x: 4}]\n")["c"] == [{"x": "3"}, {"x": "4"}]


def test_a_tag_is_never_obeyed():
    assert read("a: !!int '7'\nb: !!null x\n", "x").data == {"a": "7", "b": "x"}


def test_the_deepest_that_is_allowed_is_allowed():
    deep = "a: " + "[" * (MAX_DEPTH - 1) + "x" + "]" * (MAX_DEPTH - 1)
    assert found(deep) == []


def test_aliases_cannot_make_a_small_file_big():
    pairs = zip("abcdefgh", "bcdefghi", strict=True)
    bomb = "a: &a [x, x]\n" + "".join(f"{new}: &{new} [*{old}, *{old}]\n" for old, new in pairs)
    assert {name for name, _, _ in found(bomb)} == {"yaml-anchor"}


# --- any text at all -------------------------------------------------------------------------------------------------

pieces = st.sampled_from(
    [
        "a", "b", "å", ": ", ":", "- ", "-", "? ", "\n", "\n  ", "\n    ", "\r\n", "\t", "\u00a0", "'", '"', "[", "]",
        "{", "}", ",", "#", " #", "&a", "*a", "!a", "!!str ", "|", ">-", "%", "@", "`", "\\", "---\n", "...\n", "~",
        "null", "<<: ", "\x07", "\x00", "\u2028", "\x85", "\ufeff", "\U0001f600", "name: x\n", "offers:\n  - name: y\n",
    ]
)  # fmt: skip
texts = st.one_of(st.text(max_size=60), st.lists(pieces, max_size=25).map("".join))


def places(tree):
    yield from (finding.place for finding in tree.findings)
    for mark in tree.marks.values():
        yield Place("x", *mark.key)
        yield Place("x", *mark.value)


def paths(node, path=()):
    """The path of everything in the data."""
    yield path
    steps = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for step, value in steps:
        yield from paths(value, (*path, step))


@settings(max_examples=500, deadline=None)
@given(texts)
@example("a: [x")
@example("å: \x07")
def test_any_text_can_be_read_and_every_place_lies_inside_it(text):
    tree = read(text, "x")
    lines = [*BREAK.split(text), ""]  # a quote that is never closed is missed at the end, on the line after the last
    for place in places(tree):
        assert 1 <= place.line <= len(lines)
        assert 1 <= place.column <= len(text) + 1


@settings(max_examples=300, deadline=None)
@given(texts)
def test_the_data_of_any_text_are_texts_whose_places_are_known_and_none_is_empty(text):
    tree = read(text, "x")
    assert isinstance(tree.data, dict)
    for path in paths(tree.data):
        assert path in tree.marks or tree.data == {}
    for value in leaves(tree.data):
        assert isinstance(value, str)
        assert value


def leaves(node):
    """The values in the data that hold no others."""
    parts = node.values() if isinstance(node, dict) else node if isinstance(node, list) else None
    return [node] if parts is None else [leaf for part in parts for leaf in leaves(part)]


@settings(max_examples=200, deadline=None)
@given(texts)
def test_reading_is_the_same_every_time(text):
    assert read(text, "x") == read(text, "x")


nonempty = st.text(min_size=1, max_size=20)
trees = st.recursive(nonempty, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(nonempty, inner, max_size=3))


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(nonempty, trees, max_size=4))
def test_what_is_written_between_quotes_arrives_exactly(tree):
    text = yaml.safe_dump(tree, default_style='"', allow_unicode=False, sort_keys=False)
    assert data(text) == tree


@pytest.mark.parametrize("word", sorted(EMPTY - {""}))
def test_a_word_for_nothing_between_quotes_is_a_word(word):
    assert data(f"a: '{word}'\n") == {"a": word}
