import pytest

from sitegen.records import Document, FileKind, SourceFile
from sitegen.references import find_term
from sitegen.texts import resolve
from sitegen.vocabulary import Term
from sitegen.yamltext import Tree

GLOSSARY = {
    "motiverande-samtal": Term(name="Motiverande samtal", short="MI", also=["MI-samtal"], explanation="Ett samtal."),
    "cra": Term(name="Community Reinforcement Approach", short="CRA", explanation="En metod."),
    "sip": Term(name="samordnad individuell plan", explanation="En plan."),
}


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
