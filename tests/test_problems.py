import pytest
from helpers import marked
from pydantic import ValidationError

from sitegen.i18n import speaker
from sitegen.parse import parse_file
from sitegen.problems import findings_of
from sitegen.records import FileKind, SourceFile
from sitegen.report import hint, sentence
from sitegen.validate import MODELS

PROVIDER = "---\nname: Lyktan\nserves: ekvik\n{}\n---\nText.\n"
OFFER = "offers:\n  - name: Samtal\n    "


def problems(text, kind):
    """What the schema refuses in one file."""
    document = parse_file(SourceFile("x", kind, "x", "", text))
    assert not document.tree.findings
    try:
        MODELS[kind].model_validate(document.tree.data)
    except ValidationError as error:
        return list(findings_of(error, MODELS[kind], document))
    return []


def the_problem(case, kind=FileKind.PROVIDER, form=PROVIDER):
    """The one finding of a case, which must stand where the case has its mark."""
    text, here = marked(form.format(case))
    (finding,) = problems(text, kind)
    assert (finding.place.line, finding.place.column) == here
    return finding


CASES = [
    ("¤okänd: a", "unknown-key"),
    ("contact: {¤fax: a}", "unknown-key"),
    ("reviewed: ¤{by: chef}", "missing-key"),
    ("reviewed:\n  ¤by: chef", "missing-key"),
    ("reviewed: {date: ¤2026-02-30}", "not-a-date"),
    ("performer: ¤staten", "not-one-of"),
    ("organisation: ¤[a]", "not-text"),
    ("ask:\n  ¤a: b", "not-text"),
    ("summary: ¤" + "å" * 151, "too-long"),
    ("ages: {from: ¤arton}", "not-a-number"),
    ("cost: {amount: ¤-1}", "not-a-number"),
    ("ages: {from: 20, to: ¤10}", "ages-reversed"),
    ("opens: 2026-12-01\ncloses: ¤2026-11-30", "closes-first"),
    ("records: {anonymous: ¤kanske}", "not-yes-or-no"),
    ("records:\n  anonymous:\n    ¤none: '  '", "reason-missing"),
    ("contact: {phone: ¤vx}", "not-a-phone"),
    ("contact: {phone: [112, ¤vx]}", "not-a-phone"),
    ("contact: {phone: [112, {value: ¤vx}]}", "not-a-phone"),
    ("contact: {email: ¤rad}", "not-an-email"),
    ("contact: {form: ¤example.com}", "not-a-web-address"),
    ("offers: ¤hej", "wrong-shape"),
    ("offers: [¤hej]", "wrong-shape"),
    ("contact: ¤hej", "wrong-shape"),
    ("hours:\n  phone:\n    mon: ¤25:00-26:00", "not-a-time"),
    ("hours:\n  phone:\n    mon: ¤öppet", "not-hours"),
    ("hours:\n  phone:\n    mon: ¤17-08", "hours-end-before-start"),
    ("hours:\n  phone:\n    mon: ¤8-12, 11-13", "hours-overlap"),
    ("hours:\n  phone:\n    ¤mxn: 8-17", "unknown-day"),
    ("hours:\n  phone:\n    ¤mon-fri: 8-17\n    fre: 8-12", "day-twice"),
    ("hours:\n  phone:\n    holidays: ¤25-26", "not-a-time"),
    ("hours:\n  phone:\n    exceptions:\n      ¤30 feb: closed", "not-a-date"),
    ("hours:\n  phone:\n    exceptions:\n      2026-12-24: ¤8", "not-hours"),
    (OFFER + "id: ¤Å", "bad-pattern"),
    (OFFER + "access: ¤beslut", "not-one-of"),
    (OFFER + "access: [direct, ¤beslut]", "not-one-of"),
    (OFFER + "access: [direct, {kind: ¤beslut}]", "not-one-of"),
    (OFFER + "access: ¤[]", "empty-list"),
    (OFFER + "access: [direct, {kind: lss, ¤när: nu}]", "unknown-key"),
    (OFFER + "response: {what: svar, within: ¤två veckor}", "bad-pattern"),
    (OFFER + "form: [group, ¤cirkel]", "not-one-of"),
    (OFFER + "contact: {phone: ¤vx}", "not-a-phone"),
    ("offers:\n  - ¤summary: Utan namn.", "missing-key"),
]


@pytest.mark.parametrize(("case", "kind"), CASES)
def test_each_mistake_is_one_finding_of_its_kind_where_it_stands(case, kind):
    assert the_problem(case).kind.name == kind


@pytest.mark.parametrize(("case", "kind"), CASES)
def test_each_finding_has_all_the_words_of_its_message(case, kind):
    finding = the_problem(case)
    assert sentence(finding, speaker("sv"))
    assert hint(finding, speaker("sv"))
    assert all(finding.values.values())


@pytest.mark.parametrize(
    ("case", "meant"),
    [
        ("¤opening_hours: a", "hours"),
        ("¤ofers: a", "offers"),
        ("¤organization: a", "organisation"),
        ("¤target_group: a", "target_groups"),
        ("hours: {¤phon: 8-17}", "phone"),
        ("contact: {¤e_mail: a}", "email"),
        ("contact: {phone: {value: 112, ¤nte: a}}", "note"),
        ("address: {¤stret: a}", "street"),
        ("ages: {¤frm: 18}", "from"),
        ("sources: [{¤titel: a}]", "title"),
        ("cost: {¤ammount: 1}", "amount"),
        (OFFER + "¤acces: direct", "access"),
        (OFFER + "access: {kind: direct, ¤limits: a}", "limit"),
        (OFFER + "access: [{kind: direct, basis: {board: a, ¤refrence: b}}]", "reference"),
        (OFFER + "records: {¤anonym: ja}", "anonymous"),
    ],
)
def test_a_wrong_key_names_the_one_that_was_meant(case, meant):
    finding = the_problem(case)
    assert (finding.kind.name, finding.values["near"]) == ("unknown-key", meant)


def test_a_key_like_no_other_names_some_that_there_are():
    assert the_problem("ages: {¤zzz: 1}").values == {"key": "zzz", "known": "from, to, note"}


@pytest.mark.parametrize(
    ("case", "kind", "meant"),
    [
        ("mi:\n  name: MI\n  explanation: Ett samtal.\n  ¤shrt: MI", FileKind.GLOSSARY, "short"),
        ("akut:\n  name: SOS\n  phone: 112\n  about: Fara.\n  ¤urgnt: ja", FileKind.NUMBERS, "urgent"),
        ("topics:\n  familj:\n    name: Familj\n    ¤synonym: barn", FileKind.VOCABULARY, "synonyms"),
        ("rapport:\n  title: Rapport\n  ¤publsher: Ekvik", FileKind.SOURCES, "publisher"),
        ("¤base_ulr: https://example.com", FileKind.SETTINGS, "base_url"),
    ],
)
def test_a_wrong_key_in_a_list_beside_the_records_names_the_one_that_was_meant(case, kind, meant):
    finding = the_problem(case, kind, "{}\n")
    assert (finding.kind.name, finding.values["near"]) == ("unknown-key", meant)


@pytest.mark.parametrize(
    ("case", "kind"),
    [
        ("¤Å: {name: a, explanation: b}", FileKind.GLOSSARY),
        ("¤Å: {name: a, phone: 112, about: b}", FileKind.NUMBERS),
        ("¤Å: {title: a}", FileKind.SOURCES),
        ("topics:\n  ¤Å: {name: a}", FileKind.VOCABULARY),
    ],
)
def test_an_id_that_cannot_be_an_address_is_marked_at_the_key(case, kind):
    finding = the_problem(case, kind, "{}\n")
    assert (finding.kind.name, finding.values["written"]) == ("bad-pattern", "Å")


@pytest.mark.parametrize(
    ("case", "key"),
    [
        ("contact: {phone: ¤{note: kvällar}}", "value"),
        ("reviewed: ¤{by: chef}", "date"),
        (OFFER + "access: ¤{limit: 6 timmar}", "kind"),
        (OFFER + "response: ¤[{what: svar}]", "within"),
    ],
)
def test_a_missing_key_is_named_and_not_the_one_above_it(case, key):
    text, _ = marked(PROVIDER.format(case))
    (finding,) = problems(text, FileKind.PROVIDER)
    assert (finding.kind.name, finding.values["key"]) == ("missing-key", key)


def test_every_mistake_of_a_file_is_found_at_once_and_each_at_its_own_line():
    text = PROVIDER.format("status: öppen\nages: {from: arton}\noffers:\n  - id: a\n  - name: b\n    acces: direct")
    found = [(finding.kind.name, finding.place.line) for finding in problems(text, FileKind.PROVIDER)]
    assert sorted(found) == [("missing-key", 7), ("not-a-number", 5), ("not-one-of", 4), ("unknown-key", 9)]


def test_a_mistake_in_the_second_offer_is_not_placed_in_the_first():
    the_problem(OFFER + "access: direct\n  - name: Grupp\n    access: ¤beslut")


def test_what_may_be_chosen_is_listed_and_what_was_written_is_shown():
    finding = the_problem("performer: ¤staten")
    assert finding.values == {"written": "staten", "expected": "municipal, private, region, association, joint"}


def test_a_long_value_is_cut_in_the_message():
    assert the_problem("performer: ¤" + "å" * 100).values["written"] == "å" * 37 + "..."


def test_a_text_that_is_too_long_says_by_how_much():
    assert the_problem("summary: ¤" + "å" * 151).values == {"length": "151", "limit": "150"}


def test_a_pattern_is_explained_by_the_description_of_its_field():
    finding = the_problem(OFFER + "response: {what: svar, within: ¤två veckor}")
    assert "P14D = 14 dagar" in finding.values["description"]


def test_the_place_of_a_missing_key_at_the_top_is_the_top_of_the_file():
    found = problems("---\nask: chefen\n---\n", FileKind.PROVIDER)
    assert {(finding.kind.name, finding.place.line) for finding in found} == {("missing-key", 2)}
