"""The message catalogues are complete, fresh, and keep every placeholder."""

import io
import re
import subprocess
import sys
from string import Formatter

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from built import PROJECT

from sitegen import kinds
from sitegen.findings import Finding, Kind, Place
from sitegen.i18n import FOLDER, LANGUAGES, SOURCE_LANGUAGE, site_speaker, speaker
from sitegen.languages import SITE_LANGUAGES
from sitegen.languages import catalogue as folder
from sitegen.report import hint, sentence

KINDS = [kind for kind in vars(kinds).values() if isinstance(kind, Kind)]
CATALOGUES = [
    *((lang, "sitegen") for lang in LANGUAGES if lang != SOURCE_LANGUAGE),
    *((folder(lang), "site") for lang in SITE_LANGUAGES if lang != SOURCE_LANGUAGE),
]


def catalogue(lang, domain="sitegen"):
    with (FOLDER / lang / "LC_MESSAGES" / f"{domain}.po").open("rb") as file:
        return read_po(file, locale=lang, domain=domain)


KEYWORDS = ("-k", "N_", "-k", "say", "-k", "plural:1,2")
SOURCES = {"sitegen": "pyproject.toml", "site": "sitegen/locale/site.toml"}


@pytest.fixture(scope="module")
def extracted(tmp_path_factory):
    """All texts that code and templates hold, by the domain of those who read them."""
    found = {}
    for domain, mapping in SOURCES.items():
        pot = tmp_path_factory.mktemp("messages") / f"{domain}.pot"
        options = ["-q", "extract", "-F", mapping, *KEYWORDS, "-o", str(pot), "."]
        subprocess.run([sys.executable, "-m", "babel.messages.frontend", *options], cwd=PROJECT, check=True)
        with pot.open("rb") as file:
            found[domain] = {message.id for message in read_po(file) if message.id}
    return found


def test_pages_and_commands_have_their_own_texts(extracted):
    assert "Vem behöver stöd?" in extracted["site"] - extracted["sitegen"]
    assert kinds.NO_CONTENT.text in extracted["sitegen"] - extracted["site"]


@pytest.mark.parametrize(("lang", "domain"), CATALOGUES)
def test_every_text_is_translated(lang, domain, extracted):
    translated = {m.id for m in catalogue(lang, domain) if m.id and not m.fuzzy and all(strings(m.string))}
    assert extracted[domain] - translated == set()


def test_every_language_of_sites_has_a_catalogue():
    assert {lang for lang, domain in CATALOGUES if domain == "site"} == {folder(lang) for lang in SITE_LANGUAGES[1:]}


@pytest.mark.parametrize("lang", SITE_LANGUAGES[1:])
def test_every_count_has_words_in_every_language(lang):
    """Arabic has six forms; each number has to find its own, and say how many."""
    plural = site_speaker(lang).ngettext
    said = [plural("{count} insats", "{count} insatser", n).format(count=n) for n in (0, 1, 2, 3, 11, 100)]
    assert all(said)
    assert len(set(said)) == 6
    assert "11" in said[4]


def strings(text):
    return [text] if isinstance(text, str) else list(text)


def placeholders(text):
    percent = set(re.findall(r"%\((\w+)\)s", text))
    braces = set() if percent else {name for _, name, _, _ in Formatter().parse(text) if name}
    return percent | braces


@pytest.mark.parametrize(("lang", "domain"), CATALOGUES)
def test_translations_keep_their_placeholders(lang, domain):
    for message in catalogue(lang, domain):
        for number, ours in enumerate(strings(message.string) if message.id else ()):
            wanted = placeholders(strings(message.id)[-1])
            if lang == "ar" and message.pluralizable and number < 3:  # none, one and two are words
                assert placeholders(ours) <= wanted, message.id
            else:
                assert placeholders(ours) == wanted, message.id


@pytest.mark.parametrize(("lang", "domain"), [*CATALOGUES, ("sv", "click")])
def test_the_compiled_catalogue_is_that_of_its_source(lang, domain):
    compiled = io.BytesIO()
    write_mo(compiled, catalogue(lang, domain))
    assert compiled.getvalue() == (FOLDER / lang / "LC_MESSAGES" / f"{domain}.mo").read_bytes()


def test_codes_and_names_are_used_once():
    assert len({kind.code for kind in KINDS}) == len({kind.name for kind in KINDS}) == len(KINDS)
    assert all(re.fullmatch(r"SG\d{3}", kind.code) for kind in KINDS)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_message_is_a_sentence_and_has_a_hint(kind, lang):
    values = dict.fromkeys(placeholders(kind.text) | placeholders(kind.hint), "x")
    finding = Finding(kind, Place("a.md", 1), values)
    assert sentence(finding, speaker(lang)).endswith(".")
    assert hint(finding, speaker(lang))


def test_messages_name_what_the_code_gives_them():
    """Each finding that the code makes fills the placeholders of its message: found by reading the code's own calls."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in (PROJECT / "sitegen").rglob("*.py"))
    unused = [name for name, value in vars(kinds).items() if isinstance(value, Kind) and f"kinds.{name}" not in code]
    assert unused == []
