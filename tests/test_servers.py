"""What is published, served by a real nginx; the other servers' files by their own grammar; old addresses."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from sites import PROVIDER, TALLKOPING, TALLKOPING_AREA, area, check_fail, municipality, offers, provider, run
from webserver import ask, nginx

from sitegen.formats.servers import HEADERS
from sitegen.publish.folder import Folder
from sitegen.publish.plan import built_in, compare

THEME = Path(__file__).parent.parent / "themes/standard/templates/base.html"
MOVED = {
    "sitegen.yaml": "base_url: https://stod.example.com\nserver: all\n",
    TALLKOPING: municipality("Tallköping", "languages: [en, ar]\n"),
    PROVIDER: provider(
        "previous_slugs: [familjens-hus, huset]\n"
        + offers("Samtal").replace("access:", "previous_slugs: prata\n    access:"),
        "Vi lyssnar.\n",
        serves="[tallkoping, ekvik]",
    ),
    TALLKOPING_AREA: area("Barn och familj", "topics: [familj]\nprevious_slugs: familjer\n"),
}
OLD = {
    "utforare/huset.html": "utforare/familjehuset.html",
    "en/utforare/huset.html": "en/utforare/familjehuset.html",
    "ar/insatser/huset/prata.html": "ar/insatser/familjehuset/samtal.html",
    "blad/familjens-hus.html": "blad/familjehuset.html",
    "omraden/familjer.html": "omraden/barn-och-familj.html",
    "insatser/familjehuset/prata.html": "insatser/familjehuset/samtal.html",
    "insatser/huset/prata.html": "insatser/familjehuset/samtal.html",
    "insatser/huset/samtal.html": "insatser/familjehuset/samtal.html",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A project with old addresses, built for all servers and published to a folder."""
    folder = tmp_path_factory.mktemp("moved")
    report = run(folder, MOVED)
    assert report.written is not None, report.findings
    built, target = built_in(folder / "build"), Folder(folder / "www")
    assert target.put(built, compare(built, target.there(built))) == []
    return folder / "www"


@pytest.fixture(scope="module")
def address(site, tmp_path_factory):
    work = tmp_path_factory.mktemp("nginx")
    with nginx(site, work) as found:
        yield found


def test_nginx_serves_pages_with_the_headers(address, site):
    status, headers, body = ask(f"{address}/tallkoping/")
    assert (status, body) == (200, (site / "tallkoping/index.html").read_bytes())
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert {name: headers[name] for name in HEADERS} == HEADERS
    assert headers["ETag"]


def test_nginx_knows_the_types(address):
    types = {"assets/style.css": "text/css", "manifest.webmanifest": "application/manifest+json"}
    types |= {"assets/icon.svg": "image/svg+xml", "sw.js": "application/javascript"}
    for path, kind in types.items():
        assert ask(f"{address}/tallkoping/{path}")[1]["Content-Type"].partition(";")[0] == kind


def test_nginx_shows_each_municipality_its_own_page_for_what_is_not_found(address, site):
    for slug in ("tallkoping", "tallkoping/en", "ekvik"):
        status, headers, body = ask(f"{address}/{slug}/finns/inte.html")
        assert (status, body) == (404, (site / slug / "404.html").read_bytes())
        assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(("old", "new"), OLD.items())
def test_nginx_leads_old_addresses_on(address, old, new):
    status, headers, _ = ask(f"{address}/tallkoping/{old}")
    assert (status, headers["Location"]) == (301, f"/tallkoping/{new}")
    assert ask(address + headers["Location"])[0] == 200


@pytest.mark.parametrize("path", [".sitegen.json", ".htaccess", "nginx.conf", "web.config", "_headers", "_redirects"])
def test_nginx_keeps_its_own_files_to_itself(address, site, path):
    assert (site / path).is_file()
    assert ask(f"{address}/{path}")[0] == 404


@pytest.mark.parametrize(("old", "new"), OLD.items())
def test_a_page_at_the_old_address_leads_on_without_any_server(site, old, new):
    page = site / "tallkoping" / old
    text = page.read_text(encoding="utf-8")
    link = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', text)[1]
    assert (page.parent / link).resolve() == (site / "tallkoping" / new).resolve()
    assert f'<a href="{link}">' in text
    assert f'<link rel="canonical" href="https://stod.example.com/tallkoping/{new}">' in text


def test_a_page_at_an_old_address_speaks_the_language_that_was_asked_for(site):
    english = (site / "tallkoping/en/utforare/huset.html").read_text(encoding="utf-8")
    assert "<h1>The page has moved</h1>" in english
    assert '<html lang="ar" dir="rtl">' in (site / "tallkoping/ar/utforare/huset.html").read_text(encoding="utf-8")


def test_iis_gets_a_whole_file(site):
    root = ET.parse(site / "web.config").getroot()
    headers = {add.get("name"): add.get("value") for add in root.iter("add") if add.get("name")}
    assert headers == HEADERS
    moved = {
        place.get("path"): found.get("destination")
        for place in root.findall("location")
        if (found := place.find("system.webServer/httpRedirect")) is not None
    }
    assert {f"tallkoping/{old}": f"/tallkoping/{new}" for old, new in OLD.items()}.items() <= moved.items()
    assert root.find("location[@path='ekvik']").find(".//error").get("path") == "/ekvik/404.html"


def test_apache_and_netlify_say_the_same(site):
    apache = (site / ".htaccess").read_text(encoding="utf-8")
    netlify = (site / "_redirects").read_text(encoding="utf-8")
    for old, new in OLD.items():
        assert f"Redirect 301 /tallkoping/{old} /tallkoping/{new}\n" in apache
        assert f"/tallkoping/{old} /tallkoping/{new} 301!\n" in netlify
    assert netlify.index("/tallkoping/en/*") < netlify.index("/tallkoping/*")  # the first that fits is taken
    assert apache.index("^/tallkoping/#") < apache.index("^/tallkoping/en/#")  # the last that fits is taken
    for name, value in HEADERS.items():
        assert f'Header always set {name} "{value}"' in apache
        assert f"\n  {name}: {value}\n" in (site / "_headers").read_text(encoding="utf-8")


def test_the_policy_is_that_of_the_pages():
    page = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', THEME.read_text(encoding="utf-8"))[1]
    assert HEADERS["Content-Security-Policy"] == f"{page}; frame-ancestors 'self'"


def test_no_server_is_named_and_no_file_is_made(tmp_path):
    run(tmp_path)
    assert sorted(path.name for path in (tmp_path / "build").iterdir() if path.is_file()) == [
        ".sitegen.json",
        "index.html",
    ]


def test_an_old_name_that_something_has_is_refused(tmp_path):
    text = provider("previous_slugs: [lyktan]\n" + offers("Samtal"), serves="[tallkoping, ekvik]")
    files = {PROVIDER: text, "content/providers/lyktan.md": provider(offers("Samtal"), name="Lyktan")}
    check_fail(tmp_path, files, "address-taken", f"{PROVIDER}:5:18", written="lyktan", other="Lyktan")


def test_an_old_name_that_two_offers_claim_is_refused(tmp_path):
    text = offers("Samtal", "Kurs").replace("access:", "previous_slugs: prata\n    access:")
    files = {PROVIDER: provider(text, serves="[tallkoping, ekvik]")}
    check_fail(tmp_path, files, "address-taken", f"{PROVIDER}:10:21", written="prata", other="Samtal")
