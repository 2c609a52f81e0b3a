"""The second look at sentences, and the boxes beside a page's text."""

import pytest

from sitegen.lint.around import revised
from sitegen.lint.context import Line, again, first_look, in_context, judged
from sitegen.lint.extract import read_html
from sitegen.lint.facts import facts_of
from sitegen.lint.language import Judged, Sign, rule
from sitegen.lint.phrases import tokens_of
from sitegen.lint.subjects import Role

PAGE = [
    Line("Stödgrupp", "h1"),
    Line("Gruppen träffas varannan tisdag.", "text"),
    Line("Du behöver inte ansöka.", "text"),
    Line("Så gör du", "h2"),
    Line("Ring Mona.", "text"),
    Line("Kontakt", "contact"),
]


def test_each_sentence_keeps_its_place_and_its_chances_are_one_whole():
    found = judged(PAGE)
    assert len(found) == len(PAGE)
    assert found[2].sign is Sign.DIRECT
    assert all(sum(one.said.values()) == pytest.approx(1) for one in found if one.said)


def test_what_stands_around_a_sentence_weighs():
    known = list(in_context(PAGE))
    first = [first_look(*one) for one in known]
    ruled = [ruled for _, ruled, _ in known]
    among = again(PAGE, ruled, first)[4].said
    (alone,) = again(PAGE[4:5], ruled[4:5], first[4:5])
    assert among != alone.said


def test_nothing_is_judged_on_an_empty_page():
    assert judged([]) == []


@pytest.mark.parametrize("sign", [Sign.DECISION, Sign.NONE, Sign.INVITATION])
def test_a_second_look_never_speaks_against_a_negation(sign):
    ruled = rule(tokens_of("Du behöver inget biståndsbeslut."))
    before = Judged(Sign.DIRECT, 1.0, ruled.found, {Sign.DIRECT: 0.9, sign: 0.1})
    assert revised(ruled, before, {sign: 0.99, Sign.DIRECT: 0.01}) is before


def test_a_second_look_may_speak_where_no_negation_stands():
    ruled = rule(tokens_of("Ring Mona."))
    before = Judged(Sign.NONE, 0.6, (), {Sign.NONE: 0.6, Sign.INVITATION: 0.4})
    assert revised(ruled, before, {Sign.INVITATION: 0.8, Sign.NONE: 0.2}).sign is Sign.INVITATION


BESIDE = """<!doctype html><html lang="sv"><title>Stödgrupp</title><body>
<div class="content"><h1>Stödgrupp</h1>
<p>Gruppen träffas varannan tisdag och pratar om hur det är att hjälpa en närstående.</p>
<p>Den är till för dig som är över arton år och bor i kommunen, och ni är som mest åtta.</p></div>
<div class="rightcol"><div class="box">{box}</div><div class="box"><b>Läs mer</b><br>Växel 08-465 004 00</div></div>
</body></html>"""


@pytest.mark.parametrize("head", ["<b>Kontakt</b><br>", "<strong>Prata med oss</strong>", "<h3>Kontakta oss</h3>"])
def test_a_box_that_begins_with_words_of_contact_is_read(head):
    blocks = read_html(BESIDE.format(box=f"{head}Mona Ek<br>08-465 004 30"), "sida.html").blocks
    told = [block.text for block in blocks if block.role is Role.CONTACT]
    assert any("08-465 004 30" in text for text in told)
    assert not any("004 00" in text for text in told)
    assert "contact" in facts_of(blocks)


def test_a_box_of_something_else_is_not():
    blocks = read_html(BESIDE.format(box="<b>Nyheter</b><br>Ring 08-465 004 30"), "sida.html").blocks
    assert not any("08-465 004 30" in block.text for block in blocks)


@pytest.mark.parametrize("sentence", ["Du behöver ett biståndsbeslut.", "Du kan själv höra av dig till ombudet."])
def test_plain_words_never_become_silence_by_what_stands_around_them(sentence):
    ruled = rule(tokens_of(sentence))
    before = Judged(ruled.sign, 1.0, ruled.found, {ruled.sign: 0.6, Sign.NONE: 0.4})
    assert revised(ruled, before, {Sign.NONE: 0.99, ruled.sign: 0.01}) is before
    assert revised(ruled, before, {Sign.LIMIT: 0.99, ruled.sign: 0.01}).sign is Sign.LIMIT


SIDE = """<!doctype html><html lang="sv"><title>Stödgrupp</title><body><main><h1>Stödgrupp</h1>
<p>Gruppen träffas varannan tisdag och pratar om hur det är att hjälpa en närstående.</p>
<p>Den är till för dig som är över arton år och bor i kommunen, och ni är som mest åtta.</p>
<p>Två ledare är alltid med, och den som vill kan sitta tyst hela kvällen.</p></main>
<div class="rightcol">{boxes}</div></body></html>"""
TELLS = "<div class='puff'><h3>Lindgården</h3><p>Mona Ek, 08-465 004 30. Kom när du vill.</p></div>"
ADDRESS = "<div class='puff'><p>Granby kommun, 031-390 06 00</p></div>"
SWITCHBOARD = "<div class='puff'><p>Ring växeln: 031-390 06 00</p></div>"
NEWS = "<div class='puff'><h3>Nyheter</h3><p>Ring 031-390 06 00 om festen.</p></div>"
LEADS = "<div class='puff'><h3>Mer</h3>031-390 06 00 <a href='/a'>A</a> <a href='/b'>B</a> <a href='/c'>C</a></div>"


@pytest.mark.parametrize("other", [ADDRESS, SWITCHBOARD, NEWS, LEADS])
def test_a_box_without_words_of_contact_is_read_when_it_says_whom_to_ring(other):
    blocks = read_html(SIDE.format(boxes=TELLS + other), "sida.html").blocks
    told = " ".join(block.text for block in blocks if block.role is Role.CONTACT)
    assert "Mona Ek, 08-465 004 30" in told
    assert "06 00" not in told


def test_what_stands_over_a_table_is_read():
    table = (
        "<table><caption>Allt söker du hos handläggaren</caption><tr><td>Hemtjänst</td><td>Varje dag</td></tr></table>"
    )
    blocks = read_html(f"<html lang='sv'><body><main><h1>Stöd</h1>{table}</main></body></html>", "sida.html").blocks
    assert [block.text for block in blocks][1:] == ["Allt söker du hos handläggaren", "Varje dag"]


def test_an_answer_is_read_with_the_question_above_it():
    lines = [
        Line("Måste jag ansöka?", "h3"), Line("Nej.", "text"), Line("Ring oss.", "text"),
        Line("Kostar det?", "h3"), Line("Det gör det inte.", "text"), Line("Nej, aldrig.", "text"),
    ]  # fmt: skip
    told = [[mark for mark in marks if mark.startswith("q=")] for _, _, marks in in_context(lines)]
    assert told == [[], *[["q=måste:nej", "q=decision:nej"]] * 2, [], [], []]
