import pytest

from sitegen.records import Document, FileKind, SourceFile
from sitegen.references import MIN_CONTRAST, contrast_with_white, find_term
from sitegen.texts import resolve
from sitegen.vocabulary import Term
from sitegen.yamltext import Tree

GLOSSARY = {
    "motiverande-samtal": Term(name="Motiverande samtal", short="MI", also=["MI-samtal"], explanation="Ett samtal."),
    "cra": Term(name="Community Reinforcement Approach", short="CRA", explanation="En metod."),
    "sip": Term(name="samordnad individuell plan", explanation="En plan."),
}


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [("#000000", 21.0), ("#ffffff", 1.0), ("#767676", 4.54), ("#777777", 4.48), ("#FF0000", 4.0), ("#0000ff", 8.59)],
)
def test_contrast_with_white_is_that_of_wcag(colour, ratio):
    assert contrast_with_white(colour) == pytest.approx(ratio, abs=0.005)


def test_the_lightest_grey_that_wcag_allows_is_allowed():
    assert contrast_with_white("#777777") < MIN_CONTRAST <= contrast_with_white("#767676")


@pytest.mark.parametrize(
    ("name", "term_id"),
    [
        ("MI", "motiverande-samtal"),
        ("mi", "motiverande-samtal"),
        ("motiverande samtal", "motiverande-samtal"),
        ("mi-SAMTAL", "motiverande-samtal"),
        ("motiverande-samtal", "motiverande-samtal"),
        ("Community reinforcement approach", "cra"),
        ("Samordnad individuell plan", "sip"),
        ("samtal", None),
        ("M", None),
    ],
)
def test_a_method_is_found_by_its_id_name_short_form_and_other_spellings(name, term_id):
    assert find_term(name, GLOSSARY.items()) == term_id


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("../lyktan.md", "content/providers/lyktan.md"),
        ("fyren.md#samtal", "content/providers/ekvik/fyren.md"),
        ("./fyren.md", "content/providers/ekvik/fyren.md"),
        ("../../municipalities/ekvik/index.md", "content/municipalities/ekvik/index.md"),
        ("../../../../hemligt.md", "../hemligt.md"),
    ],
)
def test_a_link_is_resolved_from_the_folder_of_the_file_it_stands_in(target, path):
    file = "content/providers/ekvik/huset.md"
    document = Document(SourceFile(file, FileKind.PROVIDER, "huset", ""), Tree(file, {}, {}))
    assert resolve(document, target) == path
