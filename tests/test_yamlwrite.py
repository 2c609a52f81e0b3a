"""What is written into a content file is what is read from it, and nothing else in the file moves."""

import difflib
import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen import yamltext
from sitegen.demo import demo_files
from sitegen.yamlwrite import DELETE, NotEditableError, changed, edited, front_matter

FILE = """---
# Överst
name: Familjeteamet   # namnet
serves: [storby, lillby]
summary: 'Stöd för familjer.'
ages:  # åldrar
  from: 0
  to: 20
cost: gratis # kostar inget
contact:
  # växeln
  phone: "070-174 06 05"
ask: >-
  Ring växeln och fråga efter
  familjeteamet.

offers:
  # det första
  - name: Samtal
    id: samtal
    access:
      - direct   # utan beslut
      - kind: decision
        apply: "Ansök."
    methods:
    - MI
    # förkortas
    - KBT
  - id: grupp
    name: "Grupp"
    records: {anonymous: ja, kept: 'Inget.'}
---
# Rubrik

  Texten --- rörs inte.
"""


def data(text):
    start, end = front_matter(text)
    tree = yamltext.read(text[start:end].replace("\r\n", "\n"), "f.md")
    assert tree.findings == ()
    return tree.data


def lines(before, after):
    """The lines that went and came, as a diff shows them."""
    found = difflib.unified_diff(before.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in list(found)[2:] if not line.startswith("@@")]


CASES = {
    "a plain text": ({("name",): "Nya teamet"}, ["-name: Familjeteamet   # namnet", "+name: Nya teamet   # namnet"]),
    "a quoted text": ({("summary",): "Det är vi."}, ["-summary: 'Stöd för familjer.'", "+summary: 'Det är vi.'"]),
    "a number": ({("ages", "to"): 25}, ["-  to: 20", "+  to: 25"]),
    "a plain text that must be quoted": (
        {("cost",): "no"},
        ["-cost: gratis # kostar inget", '+cost: "no" # kostar inget'],
    ),
    "a text becomes a declaration": (
        {("cost",): {"none": "Kostar inte."}},
        ["-cost: gratis # kostar inget", "+cost:  # kostar inget", '+  none: "Kostar inte."'],
    ),
    "a declaration instead of a mapping keeps its comment": (
        {("contact",): {"unclear": "Vet inte."}},
        ["-contact:", "-  # växeln", '-  phone: "070-174 06 05"', "+contact:  # växeln", '+  unclear: "Vet inte."'],
    ),
    "a folded text": (
        {("ask",): "Ring växeln."},
        ["-  Ring växeln och fråga efter", "-  familjeteamet.", "+  Ring växeln."],
    ),
    "a key goes": ({("summary",): DELETE}, ["-summary: 'Stöd för familjer.'"]),
    "the last key below goes": (
        {("contact", "phone"): ""},
        ["-contact:", "-  # växeln", '-  phone: "070-174 06 05"'],
    ),
    "a new key has its place": ({("performer",): "private"}, ["+performer: private"]),
    "a new text is quoted": ({("offers", "samtal", "cost"): "08:00"}, ['+    cost: "08:00"']),
    "a key of an offer": (
        {("offers", "grupp", "name"): "Grupper"},
        ['-    name: "Grupp"', '+    name: "Grupper"'],
    ),
    "an item of a flow list": (
        {("serves",): ["storby", "nyby"]},
        ["-serves: [storby, lillby]", "+serves: [storby, nyby]"],
    ),
    "an item comes": ({("offers", "samtal", "methods"): ["MI", "KBT", "CRA"]}, ["+    - CRA"]),
    "an item goes": ({("offers", "samtal", "methods"): ["KBT"]}, ["-    - MI"]),
    "an item between": ({("offers", "samtal", "methods"): ["MI", "HAP", "KBT"]}, ["+    - HAP"]),
    "a key in braces": (
        {("offers", "grupp", "records", "kept"): "Allt, alltid."},
        ["-    records: {anonymous: ja, kept: 'Inget.'}", "+    records: {anonymous: ja, kept: 'Allt, alltid.'}"],
    ),
    "a new key in braces": (
        {("offers", "grupp", "records", "basis"): "rådgivning"},
        [
            "-    records: {anonymous: ja, kept: 'Inget.'}",
            "+    records: {anonymous: ja, kept: 'Inget.', basis: rådgivning}",
        ],
    ),
    "a step of a route": (
        {("offers", "samtal", "access", 1, "apply"): "Ring."},
        ['-        apply: "Ansök."', '+        apply: "Ring."'],
    ),
    "a new offer": (
        {("offers", "lek"): {"name": "Lek", "access": "direct"}},
        ["+  - name: Lek", "+    id: lek", "+    access: direct"],
    ),
    "an offer goes": (
        {("offers", "grupp"): DELETE},
        ["-  - id: grupp", '-    name: "Grupp"', "-    records: {anonymous: ja, kept: 'Inget.'}"],
    ),
    "the first key of an offer goes": (
        {("offers", "grupp", "id"): DELETE},
        ["-  - id: grupp", '-    name: "Grupp"', '+  - name: "Grupp"'],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("changes", "diff"), CASES.values(), ids=CASES)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_only_the_lines_that_are_meant_change(changes, diff, newline):
    before = FILE.replace("\n", newline)
    after = edited(before, changes)
    assert lines(before, after) == diff
    assert data(after) == changed(data(before), changes)
    assert after.count("\n") == after.count(newline)


def test_what_says_the_same_changes_no_byte():
    assert edited(FILE, {("name",): "Familjeteamet", ("offers", "grupp", "records", "anonymous"): True}) == FILE


MISREAD = (
    "08:00",
    "8:00",
    "no",
    "0580",
    "+46701740605",
    "1.10",
    "null",
    "~",
    "2026-11-26",
    "y",
    "-",
    "a: b",
    "a #b",
    "",
)


@pytest.mark.parametrize("word", MISREAD)
def test_a_text_that_yaml_would_misread_is_quoted(word):
    after = edited("name: x\n", {("ask",): word})
    assert data(after) == ({"name": "x", "ask": word} if word else {"name": "x"})
    assert not word or f'ask: "{word}"' in after


def test_a_yaml_file_without_front_matter():
    before = "# lista\nbarn: {name: Barn}\n"
    assert edited(before, {("unga", "name"): "Unga"}) == '# lista\nbarn: {name: Barn}\nunga:\n  name: "Unga"\n'.replace(
        '"Unga"', "Unga"
    )
    assert edited("", {("name",): "X"}) == "name: X\n"
    assert edited("---\n---\nText", {("name",): "X"}) == "---\nname: X\n---\nText"


@pytest.mark.parametrize(
    ("text", "path"), [("a: &x b\n", ("c",)), ("a: b\na: c\n", ("a",)), ("a: b\n", ("a", "c")), ("a: [b]\n", ("a", 4))]
)
def test_what_cannot_be_edited_is_refused(text, path):
    with pytest.raises(NotEditableError):
        edited(text, {path: "x"})


KEYS = st.sampled_from(["name", "id", "cost", "phone", "mon-fri", "no", "2026-12-24", "å b"])
LONG = "en lång mening, med komma: och kolon # här " * 4
TEXTS = st.one_of(
    st.sampled_from(["08:00-17:00", "no", "Ja", "0580", "+46", LONG, "a\nb", "- a", "{x}", "a\n\n b", "x\n"]),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
)
VALUES = st.recursive(
    TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=6
)
WRITTEN_PATHS = """
    name ages ages.to contact.phone contact cost new ask serves offers.samtal.access offers.samtal.methods
    offers.samtal.cost offers.ny offers.grupp.records offers.grupp.records.kept offers.grupp
    offers.grupp.hours.visit.mon
"""
PATHS = st.sampled_from([tuple(path.split(".")) for path in WRITTEN_PATHS.split()])


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(PATHS, VALUES | st.just(DELETE)), max_size=4), st.sampled_from(["\n", "\r\n"]))
def test_what_is_written_is_what_is_read(steps, newline):
    text = FILE.replace("\n", newline)
    body = text[front_matter(text)[1] :]
    for path, value in steps:
        try:
            wanted = changed(data(text), {path: value})
        except NotEditableError:
            continue
        text = edited(text, {path: value})
        assert data(text) == wanted
        assert text.endswith(body)


PROJECT = Path(__file__).parent.parent
FILES = [
    *(path.read_text(encoding="utf-8") for path in sorted((PROJECT / "content").rglob("*.md"))),
    *(text for path, text in demo_files(2, 12, 3) if path.endswith(".md")),
]


def places(node, path=()):
    for key, value in node.items() if isinstance(node, dict) else enumerate(node):
        yield (*path, key)
        if not isinstance(value, str):
            yield from places(value, (*path, key))


@pytest.mark.parametrize("seed", range(3))
def test_any_part_of_any_real_file_can_be_changed_and_changed_back(seed):
    chance = random.Random(seed)
    for text in chance.sample(FILES, 40):
        front = data(text)
        path = chance.choice(list(places(front)))
        after = edited(text, {path: "Något annat: på prov."})
        assert data(after) == changed(front, {path: "Något annat: på prov."})
        gone = edited(text, {path: DELETE})
        assert data(gone) == changed(front, {path: DELETE})
        assert after.endswith(text[front_matter(text)[1] :])
