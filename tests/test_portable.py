"""The portable ZIP: opens from anywhere, holds every page, and is the same bytes each time."""

from __future__ import annotations

import zipfile
from pathlib import PurePosixPath

import pytest
from playwright.sync_api import sync_playwright
from served import FLAGS, chromium
from sites import TALLKOPING, TODAY, again, municipality, project, run

from sitegen.build import build
from sitegen.config import Config
from sitegen.demo import write_demo

ZIP = "build/tallkoping/tallkoping-portabel.zip"
README = "LÄS MIG.txt"


def packed(folder, **options):
    """Build with ``--portable``."""
    report = build(Config(folder, folder / "build", TODAY, portable=True, **options))
    assert report.written is not None
    return report


def test_it_holds_every_page_and_index_lies_at_the_top(tmp_path):
    packed(project(tmp_path))
    with zipfile.ZipFile(tmp_path / ZIP) as archive:
        assert archive.testzip() is None
        names = set(archive.namelist())
    site = tmp_path / "build/tallkoping"
    pages = {page.relative_to(site).as_posix() for page in site.rglob("*.html")} - {"404.html"}
    assert names >= {"index.html", README, "assets/style.css", *pages}
    assert names.isdisjoint({"404.html", "sw.js", "offline.json", "robots.txt", "sitemap.xml", "manifest.webmanifest"})


def test_the_same_site_gives_the_same_bytes(tmp_path):
    packed(project(tmp_path / "a"))
    packed(project(tmp_path / "b"))
    assert (tmp_path / "a" / ZIP).read_bytes() == (tmp_path / "b" / ZIP).read_bytes()


def test_names_stay_inside_the_folder_where_it_is_unpacked(tmp_path):
    packed(project(tmp_path))
    with zipfile.ZipFile(tmp_path / ZIP) as archive:
        for name in archive.namelist():
            assert not PurePosixPath(name).is_absolute()
            assert ".." not in PurePosixPath(name).parts
            assert "\\" not in name


def test_the_text_says_in_swedish_how_to_open_it_and_can_be_read_in_notepad(tmp_path):
    packed(project(tmp_path))
    with zipfile.ZipFile(tmp_path / ZIP) as archive:
        data = archive.read(README)
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")
    text = data.decode("utf-8-sig")
    assert "Stöd och hjälp i Tallköping" in text
    assert "den 22 november 2026" in text
    assert "dubbelklicka på index.html" in text
    assert "https://stod.example.com/tallkoping/" in text
    assert "{" not in text


def test_every_language_has_its_text_and_names_its_folder(tmp_path):
    packed(project(tmp_path, {TALLKOPING: municipality("Tallköping", "languages: [sv, en, fi, ar, sv-x-lattlast]\n")}))
    with zipfile.ZipFile(tmp_path / ZIP) as archive:
        texts = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist() if name.endswith(".txt")}
        assert {"en/index.html", "lattlast/index.html"} <= {*archive.namelist()}
    texts = {name: text for name, text in texts.items() if "/" not in name}
    assert {*texts} == {README, "READ ME.txt", "LUE MINUT.txt", "اقرأني.txt", "LÄS MIG, lätt svenska.txt"}
    assert "Open the folder en inside it" in texts["READ ME.txt"]
    assert "https://stod.example.com/tallkoping/lattlast/" in texts["LÄS MIG, lätt svenska.txt"]
    assert not [name for name, text in texts.items() if "{" in text]


def test_without_an_address_the_text_says_whom_to_ask(tmp_path):
    packed(project(tmp_path, {"sitegen.yaml": None}))
    with zipfile.ZipFile(tmp_path / ZIP) as archive:
        assert "Fråga Tallköpings kommun" in archive.read(README).decode("utf-8-sig")


def test_without_the_option_there_is_none_and_an_earlier_one_goes(tmp_path):
    packed(project(tmp_path))
    assert (tmp_path / ZIP).is_file()
    again(tmp_path)
    assert not (tmp_path / ZIP).exists()


def test_it_goes_for_the_one_municipality_that_is_built_again(tmp_path):
    packed(project(tmp_path))
    again(tmp_path, municipalities=["tallkoping"])
    assert not (tmp_path / ZIP).exists()
    assert (tmp_path / "build/ekvik/ekvik-portabel.zip").is_file()


def test_it_is_not_kept_by_the_browser(tmp_path):
    packed(project(tmp_path))
    assert "portabel" not in (tmp_path / "build/tallkoping/offline.json").read_text(encoding="utf-8")


def test_a_failed_build_leaves_the_published_zip(tmp_path):
    packed(project(tmp_path))
    before = (tmp_path / ZIP).read_bytes()
    run(tmp_path, {"themes/standard/templates/start.html": "{{ x }}"})
    assert (tmp_path / ZIP).read_bytes() == before


def is_opened(path):
    """Every Swedish and every Arabic page; of the other languages, made by the same templates, each folder's first."""
    return path.parts[0] not in ("en", "fi", "lattlast") or path.name == "index.html"


@pytest.mark.browser
def test_every_page_of_the_unpacked_zip_opens_from_the_disk(tmp_path):
    write_demo(tmp_path / "demo", 1, 2, 3)
    packed(tmp_path / "demo")
    (archive,) = (tmp_path / "demo/build").glob("*/*-portabel.zip")
    stick = tmp_path / "USB-minne med åäö"
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(stick)
    complaints, asked = [], []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        view = browser.new_page()
        view.on("console", lambda message: complaints.append(message.text))
        view.on("pageerror", lambda error: complaints.append(str(error)))
        view.on("request", lambda request: asked.append(request.url))
        found = [page for page in sorted(stick.rglob("*.html")) if is_opened(page.relative_to(stick))]
        assert len(found) > 60
        for page in found:
            view.goto(page.as_uri())
            assert view.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)", page
            for link in view.locator("a[href]").evaluate_all("links => links.map(a => a.href)"):
                if link.startswith("file:"):
                    assert "/demo/" not in link
        browser.close()
    assert complaints == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
