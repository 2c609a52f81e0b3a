"""What sums up many sentences: trees over numbers, weights that are added up at once, and all words of a page."""

import itertools

import pytest

from sitegen.access import AccessState
from sitegen.findings import Place
from sitegen.i18n import speaker
from sitegen.lint import linear
from sitegen.lint.context import read_blocks
from sitegen.lint.extract import read_html
from sitegen.lint.linear import Linear
from sitegen.lint.offers import Sentences
from sitegen.lint.outline import outline
from sitegen.lint.output.message import messages
from sitegen.lint.reading import PageAccess, read_page
from sitegen.lint.route import CERTAIN, HINT, Route
from sitegen.lint.rule import Outcome, Verdict
from sitegen.lint.rules import RULES
from sitegen.lint.run import Report, Result
from sitegen.lint.trees import Trees

# told and silent, each alone, are no partial page; both together are
BOTH = [[0, 0.5, -1.0, [1, 0.5, -1.0, 2.0]]]
NEITHER = [[0, 0.5, 1.0, 0.0]]


@pytest.mark.parametrize(
    ("told", "silent", "likelier"), [(1, 1, "partial"), (1, 0, "whole"), (0, 1, "whole"), (0, 0, "whole")]
)
def test_trees_say_what_is_true_only_together(told, silent, likelier):
    trees = Trees(("partial", "whole"), (0.0, 0.1), ("told", "silent"), (BOTH, NEITHER))
    chances = trees.probabilities({"told": told, "silent": silent})
    assert max(chances, key=chances.get) == likelier
    assert sum(chances.values()) == pytest.approx(1)


def test_a_number_that_nobody_gave_is_nought():
    trees = Trees(("a", "b"), (0.0, 0.0), ("there",), ([[0, 0.0, 1.0, -1.0]], [0.0]))
    assert trees.probabilities({}) == trees.probabilities({"there": 0.0}) != trees.probabilities({"there": 1.0})


def test_weights_are_added_up_exactly_below_nought_and_above():
    rows = list(itertools.product((-30_000, 0, 29_999), repeat=7))[11::500]
    weights = dict(zip("abcd", rows, strict=False))
    weights["e"] = (-1, 1, -1, 1, -1, 1, -1)
    model = Linear(tuple("1234567"), (0.0,) * 7, weights, 0.01, "")
    words = ["a", "e", "c", "e", "unknown", "b"] * 40
    wanted = [sum(weights[word][at] for word in words if word in weights) for at in range(7)]
    assert model.total(words) == wanted


def test_shipped_weights_are_added_up_as_they_stand():
    model = linear.shipped("offering")
    words = list(model.weights)[:500]
    assert model.total(words) == [sum(own) for own in zip(*(model.weights[word] for word in words), strict=True)]


PAGE = """<!doctype html><html lang="sv"><title>Boendestöd</title><main><h1>Boendestöd</h1>
<p>Med boendestöd får du hjälp att planera veckan.</p>
<p>Du ansöker om boendestöd hos oss och får ett beslut.</p></main>"""


def test_words_of_headings_and_names_say_nothing_and_others_speak_with_their_sentence():
    page = read_html(PAGE, "sida.html")
    root = outline(page.blocks, page.structure.title)
    words = set(Sentences(read_blocks(root.whole())).wording.page_words())
    assert {"none:planera", "decision:ansöker", "decision:beslut"} <= words
    assert not any("boendestöd" in word for word in words)


def test_words_of_other_sentences_count_for_an_offer_only_when_they_tell_something():
    page = read_html(PAGE, "sida.html")
    sentences = Sentences(read_blocks(outline(page.blocks, page.structure.title).whole()))
    words = set(sentences.wording.offer_words((), sentences.reads))
    assert "others decision:ansöker" in words
    assert not any(word.startswith("others none") for word in words)
    assert "own none:planera" in set(sentences.wording.offer_words(sentences.reads, ()))


def reading(body):
    return read_page(
        read_html(f'<!doctype html><html lang="sv"><title>Stöd</title><main>{body}</main></html>', "sida.html")
    )


SORTED = """<h1>Stöd till vuxna</h1><p>Här är ett urval av kommunens stöd.</p>
<h2>Insatser efter biståndsbeslut</h2>
<p>De här insatserna ges endast efter biståndsbeslut: boendestöd och kontaktperson.</p>
<h2>{rest}</h2><p>De här insatserna finns också: samtalsgrupp och träffpunkt.</p>"""


@pytest.mark.parametrize("rest", ["Övriga insatser", "Andra insatser"])
def test_the_rest_of_what_is_sorted_by_its_route_is_an_offer_and_silent(rest):
    found = reading(SORTED.format(rest=rest))
    assert found.access is PageAccess.PARTIAL
    routes = {route.name: route.access for route in found.routes}
    assert routes["Insatser efter biståndsbeslut"] is AccessState.DECISION
    assert routes[rest] is AccessState.UNSTATED


def test_the_sum_of_a_page_is_one_that_its_offers_come_to():
    found = reading(
        "<h1>Stöd</h1><h2>Öppenvård</h2><p>Till öppenvården kommer du direkt, utan ansökan och utan beslut.</p>"
        "<h2>Samtalsstöd</h2><p>Samtalsstöd får du utan ansökan och utan beslut.</p>"
    )
    assert found.access is PageAccess.EXPLICIT_DIRECT
    assert {route.access for route in found.routes} == {AccessState.DIRECT}


def test_silence_is_certain_only_when_no_sentence_may_tell_something():
    silent = [
        Route("Stöd", AccessState.UNSTATED, False, sure, None, None, hint=hint)
        for sure, hint in ((CERTAIN, HINT / 2), (CERTAIN, HINT), (CERTAIN - 0.1, 0.0))
    ]
    assert [route.certain for route in silent] == [True, False, False]
    assert Route("Stöd", AccessState.DIRECT, True, 0.5, None, None, hint=0.9).certain


def test_a_report_calls_a_municipality_by_its_name_and_keeps_its_folder():
    place = Place("content/municipalities/almaker/omsorg/index.md", 3, 1)
    result = Result(RULES[0], Outcome(Verdict.FAIL, place, {"offer": "Stöd"}, field="access"), "x", "almaker")
    named, unnamed = (
        messages(Report(told=(result,), names=names), speaker("sv"))[0] for names in ({"almaker": "Älmåker"}, {})
    )
    assert (named.municipality, named.municipality_name) == ("almaker", "Älmåker")
    assert unnamed.municipality_name == "almaker"
