"""A form says what the file says: unchanged it changes no byte, and what is changed is all that changes."""

import random

import pytest
from edited import PROJECT, Person, copied, form_of
from hypothesis import given
from hypothesis import strategies as st

from sitegen import shipped
from sitegen.demo import write_demo
from sitegen.discover import discover
from sitegen.editor import values, week
from sitegen.editor.fields import MODELS, Widget, fields_of
from sitegen.exchange import cells
from sitegen.exchange.problems import CellError
from sitegen.hours import DAYS
from sitegen.model import Offer, Provider
from sitegen.parse import parse
from sitegen.yamlwrite import item_id

OFFER = {field.key: field for field in fields_of(Offer)}


def documents(folder):
    return [d for d in parse(discover(folder, shipped.vocabularies())[0])[0] if d.source.kind in MODELS]


def records(document):
    yield fields_of(MODELS[document.source.kind]), document.tree.data
    for offer in document.tree.data.get("offers", []):
        yield fields_of(Offer), offer


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "demo"
    write_demo(folder, 2, 12, 5)
    return folder


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return copied(tmp_path_factory.mktemp("shipped"))


def sent(values_):
    return {name: [text.replace("\n", "\r\n") for text in texts] for name, texts in values_.items()}


def meant(field, old, changes):
    """What a field says after some of its values have changed, or the codes of what is wrong."""
    form = sent(values.filled(field, old, field.key) | {name: [text] for name, text in changes.items()})
    reader = values.Reader(form)
    found = reader.meant(field, field.key, old)
    return [refused.kind.name for refused in reader.refused] or found


@pytest.mark.parametrize("where", ["shipped", "demo"])
def test_every_value_comes_back_as_it_was(where, request):
    folder = PROJECT if where == "shipped" else request.getfixturevalue("demo")
    tried = 0
    for document in documents(folder):
        for fields, data in records(document):
            for field in fields:
                old = data.get(field.key, "")
                form = values.filled(field, old, field.key)
                reader = values.Reader(sent(form))
                assert reader.meant(field, field.key, old) is old
                if old not in ("", []):
                    anew = reader._changed(field, field.key, old)
                    assert anew == old or cells.same(field.kind, anew, old), (document.source.path, field.key)
                assert not any(name.endswith("~yaml") for name in form), (document.source.path, field.key)
                tried += 1
    assert tried > 3000


@pytest.mark.parametrize("where", ["project", "demo"])
def test_a_form_posted_unchanged_changes_no_byte(where, request):
    folder = request.getfixturevalue(where)
    person = Person(folder)
    pages = [(d.source.path, "") for d in documents(folder)]
    pages += [(d.source.path, item_id(o)) for d in documents(folder) for o in d.tree.data.get("offers", [])]
    for path, offer in random.Random(5).sample(pages, 25):
        before = person.read(path)
        person.open(path, offer)
        assert person.answer.status == 200, (path, offer)
        assert "~end" in form_of(person.page)
        person.send("save")
        assert "Inget var ändrat" in person.text, (path, offer)
        assert person.read(path) == before


@pytest.mark.parametrize(
    ("key", "old", "changes", "new"),
    [
        ("cost", "200 kronor", {"cost.note": "300 kronor"}, "300 kronor"),
        ("cost", {"amount": "200", "per": "besök"}, {"cost.amount": "0"}, {"amount": "0", "per": "besök"}),
        ("cost", "gratis", {"cost.per": "besök"}, {"amount": "0", "per": "besök"}),
        ("cost", "", {"cost~state": "none", "cost~reason": "Kostar ingenting."}, {"none": "Kostar ingenting."}),
        ("cost", {"unknown": "Vi frågar."}, {"cost~reason": "Vi har frågat."}, {"unknown": "Vi har frågat."}),
        ("cost", "200 kronor", {"cost~state": "unclear", "cost~reason": "Två olika."}, {"unclear": "Två olika."}),
        ("cost", "200 kronor", {"cost~state": "missing"}, ""),
        ("cost", "200 kronor", {"cost~state": "none"}, ["form-no-reason"]),
        ("cost", {"none": "Gratis."}, {"cost.note": "50 kronor"}, ["form-both"]),
        ("cost", {"none": "Gratis."}, {"cost.note": "50 kronor", "cost~state": "found"}, "50 kronor"),
        ("demands", "", {"demands": "Du är nykter."}, "Du är nykter."),
        ("demands", "Du är nykter.", {"demands": ""}, ""),
        ("access", "direct", {"access.1.kind": "decision"}, ["direct", "decision"]),
        ("access", "direct", {"access.0.limit": "6 timmar"}, {"kind": "direct", "limit": "6 timmar"}),
        ("access", ["direct", "decision"], {"access.1~remove": "1"}, ["direct"]),
        ("access", "", {"access.0.kind": "direct", "access~state": "found"}, "direct"),
        ("access", "", {"access.0.kind": "lss"}, "lss"),
        ("access", [{"kind": "direct", "terms": "x"}], {"access.0.terms": ""}, [{"kind": "direct"}]),
        ("contact", {"phone": "013-20 60 00"}, {"contact.phone.0.value": "013-20 60 01"}, {"phone": "013-20 60 01"}),
        (
            "contact",
            {"phone": [{"value": "013-20 60 00", "note": "växel"}], "note": "x"},
            {"contact.phone.0.value": "013-20 60 01"},
            {"phone": [{"value": "013-20 60 01", "note": "växel"}], "note": "x"},
        ),
        ("contact", {"phone": "fel"}, {"contact.email.0.value": "a@b.se"}, {"phone": "fel", "email": "a@b.se"}),
        ("methods", "MI", {"methods~other": "KBT, ABC"}, ["MI", "KBT", "ABC"]),
        ("form", ["group"], {"form": "home"}, ["home"]),
        ("who_may_contact", "Alla", {"who_may_contact": "Alla\r\nSkolan"}, ["Alla", "Skolan"]),
        ("who_may_contact", ["Alla", "Skolan"], {"who_may_contact": "Skolan\r\nAlla"}, ["Skolan", "Alla"]),
        ("status", "draft", {"status": "published"}, "published"),
        ("sources", ["cks-2014"], {"sources.1.title": "Ny"}, ["cks-2014", {"title": "Ny"}]),
        (
            "hours",
            {"phone": {"mon-fri": "08:00-17:00"}},
            {"hours.phone.fri": "8–16.30"},
            {"phone": {"mon-thu": "08:00-17:00", "fri": "8-16.30"}},
        ),
        (
            "hours",
            {"phone": {"mon-fri": "08:00-17:00"}},
            {"hours.visit.mon": "stängt", "hours.visit.tue": "kl 9 till 15"},
            {"phone": {"mon-fri": "08:00-17:00"}, "visit": {"mon": "closed", "tue": "9-15"}},
        ),
        (
            "hours",
            {"phone": "dygnet runt"},
            {"hours.phone.exceptions": "2026-12-24 stängt"},
            {"phone": {"mon-sun": "always", "exceptions": {"2026-12-24": "closed"}}},
        ),
        ("hours", {"support": "När du vill."}, {"hours.support.note": "Kväll."}, {"support": "Kväll."}),
        ("hours", {}, {"hours.visit.exceptions": "julafton stängt"}, ["form-dates"]),
    ],
)
def test_what_is_changed_is_written_as_the_old_was(key, old, changes, new):
    assert meant(OFFER[key], old, changes) == new


@pytest.mark.parametrize(
    ("key", "raw"),
    [
        ("contact", {"phone": {"value": "013-20 60 00", "fax": "1"}}),
        ("contact", "013-20 60 00"),
        ("cost", {"amount": {"a": "b"}}),
        ("hours", {"phone": {"mon-fri": {"from": "08"}}}),
        ("hours", {"phone": {"blå": "08-09"}}),
        ("access", [["direct"]]),
        ("name", ["två", "namn"]),
        ("who_may_contact", ["en\nrad", "två"]),
        ("demands", {"none": "x", "why": "y"}),
    ],
)
def test_what_no_field_can_show_is_shown_as_it_stands_and_kept(key, raw):
    form = values.filled(OFFER[key], raw, key)
    shown = [name for name in form if name.endswith("~yaml")]
    assert shown or key == "contact"
    reader = values.Reader(sent(form))
    assert reader.meant(OFFER[key], key, raw) == raw
    if shown:
        name = shown[0]
        at = name.removesuffix("~yaml").split(".")
        broken = sent({**form, name: ["a: ["]})
        reader = values.Reader(broken)
        reader.meant(OFFER[key], key, raw)
        assert [r.kind.name for r in reader.refused] == ["form-yaml"]
        assert reader.refused[0].name.split(".") == at


hours = st.sampled_from(["", "08:00–17:00", "stängt", "tidsbokning", "dygnet runt", "09:00–12:00, 13:00–15:00"])


@given(st.fixed_dictionaries(dict.fromkeys(DAYS, hours)), st.sampled_from(["", "Ring först."]))
def test_a_week_that_somebody_fills_in_says_the_same_when_it_is_read(days, note):
    table = {key: text for key, text in {**days, "note": note}.items() if text}
    raw = week.raw_of(table, "")
    assert week.table_of(raw) == table
    assert week.raw_of(table, raw) == raw


def test_days_that_stay_alike_keep_their_group():
    old = {"mon, wed": "08:00-12:00", "tue": "closed"}
    table = {**week.table_of(old), "mon": "09:00–12:00", "wed": "09:00–12:00"}
    assert week.raw_of(table, old) == {"mon, wed": "09:00-12:00", "tue": "closed"}


def test_a_week_that_is_no_mapping_is_refused():
    with pytest.raises(CellError):
        week.table_of(["mon"])


def test_every_field_of_the_schema_has_a_widget_and_a_title():
    def walk(fields):
        for field in fields:
            assert field.title
            assert field.title != field.key
            assert isinstance(field.widget, Widget)
            walk(field.parts)

    for model in (*MODELS.values(), Offer, Provider):
        assert fields_of(model)
        walk(fields_of(model))
