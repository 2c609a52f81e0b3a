"""Small projects of invented municipalities for tests: a valid one, in which a case changes a file or two.

Every file is a real file on the disk. A case gives ``files``: a path and its new text or bytes, or ``None`` for a file
that shall not be there.
"""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from sitegen.build import build
from sitegen.config import Config
from sitegen.discover import discover
from sitegen.findings import has_errors
from sitegen.i18n import speaker
from sitegen.link import link
from sitegen.parse import parse
from sitegen.present import present
from sitegen.validate import validate
from sitegen.wording import hint

TODAY = date(2026, 11, 22)
TALLKOPING = "content/municipalities/tallkoping/index.md"
EKVIK = "content/municipalities/ekvik/index.md"
TALLKOPING_STATEMENT = "content/municipalities/tallkoping/accessibility.yaml"
EKVIK_STATEMENT = "content/municipalities/ekvik/accessibility.yaml"
TALLKOPING_AREA = "content/municipalities/tallkoping/areas/barn-och-familj.md"
EKVIK_AREA = "content/municipalities/ekvik/areas/familj.md"
PROVIDER = "content/providers/familjehuset.md"
OTHER = "content/providers/lyktan.md"


def municipality(name, extra="", body="Välkommen.\n"):
    """The text of an ``index.md``; ``extra`` begins on line 5."""
    return f"---\nname: {name}\nofficial_name: {name}s kommun\nask: {name}s kontaktcenter\n{extra}---\n{body}"


def area(name, extra="topics: [familj]\n", body=""):
    """The text of an area; ``extra`` begins on line 3."""
    return f"---\nname: {name}\n{extra}---\n{body}"


def provider(extra="", body="", name="Familjehuset", serves="[tallkoping]", areas="[familj]"):
    """The text of a provider; ``extra`` begins on line 5, and without it ``body`` on line 6."""
    return f"---\nname: {name}\nserves: {serves}\nareas: {areas}\n{extra}---\n{body}"


def offers(*names, access="direct"):
    """The ``offers`` of a provider: two lines each after the first line."""
    return "offers:\n" + "".join(f"  - name: {name}\n    access: {access}\n" for name in names)


PAGES = (
    "start",
    "area",
    "provider",
    "offer",
    "list",
    "find",
    "a-to-o",
    "glossary",
    "numbers",
    "about",
    "accessibility",
    "search",
    "not_found",
    "leave",
    "brochure",
    "sheet",
)
TINY_PAGE = "<!doctype html>\n<title>{{ page.frame.title }}</title>\n<h1>{{ page.frame.title }}</h1>\n"
TINY_CARDS = (
    "{% for group in page.groups %}\n{% for card in group.cards %}\n"
    "<p>{{ card.name }}: {{ card.statement.words }}</p>\n{% endfor %}\n{% endfor %}\n"
)
TINY_PROVIDER = """\
{{ page.intro }}
{% for card in page.offers %}
<h2 id="{{ card.id }}"><a href="{{ card.href }}">{{ card.name }}</a></h2>
<p>{{ card.statement.words }}</p>
{% endfor %}
"""
TINY_OFFER = "<p>{{ page.statement.words }}</p>\n{{ page.description }}\n"
TINY_TOP = "<!doctype html>\n{% for link in page.municipalities %}\n<p>{{ link.text }}</p>\n{% endfor %}\n"

THEME = {
    "themes/standard/theme.yaml": "name: Litet\n",
    "themes/standard/assets/style.css": "body { color: #000; }\n",
    **{f"themes/standard/templates/{page}.html": TINY_PAGE for page in PAGES},
    "themes/standard/templates/list.html": TINY_PAGE + TINY_CARDS,
    "themes/standard/templates/area.html": TINY_PAGE + TINY_CARDS,
    "themes/standard/templates/provider.html": TINY_PAGE + TINY_PROVIDER,
    "themes/standard/templates/offer.html": TINY_PAGE + TINY_OFFER,
    "themes/standard/templates/find.html": TINY_PAGE + TINY_CARDS,
    "themes/standard/templates/municipalities.html": TINY_TOP,
    "themes/standard/templates/empty.html": "<!doctype html>\n",
}
LISTS = {
    "content/vocab.yaml": """\
target_groups:
  foraldrar: {name: Föräldrar, who: [me, child]}
  unga: {name: Unga, who: me}
topics:
  familj: {name: Familj}
  boende: {name: Boende}
laws:
  gammal-lag: {name: gamla lagen (1999:9001), in_force: nej, replaced_by: ny-lag, replaced_on: 2025-07-01}
  ny-lag: {name: nya lagen (2025:9002)}
""",
    "content/glossary.yaml": """\
mi: {name: motiverande samtal, short: MI, explanation: Samtal om förändring.}
kbt: {name: kognitiv beteendeterapi, short: KBT, explanation: Träning i att tänka nytt.}
""",
    "content/numbers.yaml": 'nod: {name: Nödnummer, phone: "112", about: Fara för liv., urgent: ja}\n',
    "content/synonyms.yaml": """\
concepts:
  samtal: {pages: [samtal], topics: [familj], said: {sv: [prata, lyssna på mig], en: talk, ar: محادثة}}
empty: {sv: [på, mig]}
endings: {sv: [en, et]}
""",
    "content/sources.yaml": "rapport: {title: En rapport, publisher: Förlaget, date: 2014-04}\n",
}
STATED = """\
conformance: full
assessed: 2026-09-01
updated: 2026-09-02
method: {kind: self}
report: {phone: "070-174 06 05"}
"""
VALID = {
    "sitegen.yaml": "base_url: https://stod.example.com\n",
    TALLKOPING: municipality("Tallköping"),
    TALLKOPING_AREA: area("Barn och familj"),
    EKVIK: municipality("Ekvik"),
    EKVIK_AREA: area("Familj"),
    TALLKOPING_STATEMENT: STATED,
    EKVIK_STATEMENT: STATED,
    PROVIDER: provider(offers("Samtal"), "Vi lyssnar.\n", serves="[tallkoping, ekvik]"),
    **LISTS,
    **THEME,
}


def project(folder, files=None):
    """Write the valid project with a case's changes."""
    for name, text in (VALID | (files or {})).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            path.unlink(missing_ok=True)
        else:
            path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return folder


def run(folder, files=None, **options):
    """Write the project and build it."""
    return again(project(folder, files), **options)


def again(folder, municipalities=(), out=None):
    """Build a project that is there already."""
    return build(Config(folder, out or folder / "build", TODAY, tuple(municipalities)))


def told(report):
    """What a build found, as ``place name`` lines in the order it told them."""
    return [f"{finding.place} {finding.kind.name}" for finding in report.findings]


def check_fail(folder, files, name, at, /, **values):
    """The build says this one thing and nothing else, at this place, and publishes nothing."""
    report = run(folder, files)
    assert told(report) == [f"{at} {name}"]
    assert has_errors(report.findings)
    assert report.written is None
    assert not (folder / "build").exists()
    check_values(report.findings[0], values)


def check_told(folder, files, name, at, /, **values):
    """The build says this one thing, which does not stop it."""
    report = run(folder, files)
    assert told(report) == [f"{at} {name}"]
    assert report.written is not None
    check_values(report.findings[0], values)


def check_values(finding, values):
    """The message holds these values; each value given is a part of the whole."""
    for key, part in values.items():
        assert part in (hint(finding, speaker("sv")) if key == "suggestion" else finding.values[key])


def discovered(folder, files=None, vocabularies=None):
    """The source files by path, and the findings as lines."""
    found, findings = discover(project(folder, files), vocabularies or folder / "content")
    return {file.path: file for file in found}, [f"{finding.place} {finding.kind.name}" for finding in findings]


def catalogue(folder, files=None):
    """The checked content of a project that must be right."""
    found, lost = discover(project(folder, files), folder / "content")
    documents, broken = parse(found)
    result, refused = validate(documents)
    assert not has_errors([*lost, *broken, *refused]), [*lost, *broken, *refused]
    return result


def sites(folder, files=None, today=TODAY):
    """The linked sites of a project, by municipality."""
    return {site.slug: site for site in link(catalogue(folder, files), today)}


def pages(folder, files=None, of="tallkoping", today=TODAY):
    """The views of a municipality's pages, by path."""
    return {page.path: page.view for page in present(sites(folder, files, today)[of])}


def contents(folder):
    """Every file below a folder with a hash of its bytes."""
    return {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def as_ordinary_user():
    """Take root's rights over all files from a child process, so that the rights of files hold for it too (Linux)."""
    import ctypes  # noqa: PLC0415

    drop_from_bounding_set = 24
    for dac_override_and_read_search in (1, 2):
        ctypes.CDLL(None).prctl(drop_from_bounding_set, dac_override_and_read_search, 0, 0, 0)
