"""The copy of a site that the browser keeps: whole, of one version, dated, and gone when it is no longer wanted.

The server is a real one that hangs up when the test says so; the worker is the real one in a real Chromium.
"""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from built import demo, pages
from playwright.sync_api import sync_playwright
from served import FLAGS, chromium, served
from sites import PROVIDER, again, offers, project, provider

pytestmark = pytest.mark.browser
READY = "() => navigator.serviceWorker.ready.then(() => true)"
KEPT = "async () => (await caches.keys()).filter(name => !name.endsWith('pins'))"
SETTINGS = "sitegen.yaml"
BASE = "base_url: https://stod.example.com\n"
SCRIPT = "themes/standard/templates"
PAGE = """\
<!doctype html>
<html lang="sv">
<head><title>{{ page.frame.title }}</title>
<script defer src="{{ page.frame.assets }}offline.js" data-manifest="{{ page.frame.head.manifest }}"
 data-worker="{{ page.frame.head.worker }}"></script>
<script defer src="{{ page.frame.assets }}version.js"></script></head>
<body><div class="saved" data-words="{{ page.frame.head.saved }}"></div><h1>VERSION</h1></body></html>
"""
LATE = """\
(() => new Promise(done => {
  const script = document.createElement("script");
  script.src = "assets/late.js";
  script.onload = () => done(window.late);
  script.onerror = () => done("nothing");
  document.head.append(script);
}))()
"""


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def context(browser):
    found = browser.new_context(viewport={"width": 390, "height": 800})
    found.complaints, found.asked = [], []
    found.on("console", lambda message: found.complaints.append(message.text))
    found.on("weberror", lambda error: found.complaints.append(str(error.error)))
    found.on("request", lambda request: found.asked.append(request.url))
    yield found
    found.close()


@pytest.fixture(scope="module")
def site():
    """An invented municipality of the demo, on a server."""
    out, _ = demo()
    folder = sorted(path.parent for path in out.glob("*/sw.js"))[0]
    with served(out) as server:
        server.folder, server.top = folder, f"{server.address}/{folder.name}/"
        yield server


def visit(context, server, page="index.html"):
    """One visit with a network, until the copy is whole."""
    server.mood = "up"
    view = context.new_page()
    view.goto(server.top + page)
    view.evaluate(READY)
    return view


def eventually(view, expression):
    """Ask until it is so, for five seconds at the most."""
    for _ in range(50):
        if view.evaluate(expression):
            return
        view.wait_for_timeout(100)
    pytest.fail(f"never came true: {expression}")


def paths(folder):
    return [page.relative_to(folder).as_posix() for page in pages(folder)]


# --- after one visit -------------------------------------------------------------------------------------------------


def test_after_one_visit_every_page_opens_without_a_network_and_says_from_when_it_is(context, site):
    view = visit(context, site)
    site.mood, context.complaints[:] = "down", []
    for path in paths(site.folder):
        answer = view.goto(site.top + path)
        assert answer.status == 200, path
        if not path.endswith("tom.html"):  # it says nothing of the site
            assert view.locator(".saved").inner_text().startswith("Sparad kopia från 1 december 2026."), path
        assert view.evaluate("getComputedStyle(document.body).backgroundColor") != "rgba(0, 0, 0, 0)", path
    assert context.complaints == []
    assert [url for url in context.asked if not url.startswith((site.address, "data:"))] == []


def test_with_a_network_nothing_is_said_of_a_copy(context, site):
    view = visit(context, site)
    view.goto(site.top + "om.html")
    assert view.locator(".saved").inner_text() == ""
    assert view.locator(".saved").bounding_box() is None


def test_what_is_kept_is_the_same_whatever_was_read(browser, site):
    kept = []
    for page in ("index.html", "viktiga-nummer.html"):
        context = browser.new_context()
        view = visit(context, site, page)
        view.goto(site.top + page)
        names = view.evaluate(
            "async () => { const all = {}; for (const name of await caches.keys()) if (!name.endsWith('pins'))"
            " all[name] = (await (await caches.open(name)).keys()).map(request => request.url).sort(); return all; }"
        )
        kept.append(names)
        context.close()
    assert kept[0] == kept[1]
    (urls,) = kept[0].values()
    assert {url.removeprefix(site.top) for url in urls} >= {*paths(site.folder), "assets/style.css", "offline.json"}


def test_addresses_of_folders_and_addresses_with_a_question_find_their_page(context, site):
    view = visit(context, site)
    site.mood = "down"
    for address in ("", "index.html?a=b#innehall", "om"):
        assert view.goto(site.top + address).status == 200
        assert view.locator("h1").count() == 1


def test_a_missing_page_without_a_network_is_the_page_for_unknown_addresses(context, site):
    view = visit(context, site)
    site.mood = "down"
    answer = view.goto(site.top + "finns-inte.html")
    assert answer.status == 404
    assert "Sidan finns inte" in view.title()


def test_a_network_that_does_not_answer_gives_the_copy_in_a_few_seconds(context, site):
    view = visit(context, site)
    site.mood = "slow"
    assert view.goto(site.top + "om.html", timeout=8000).status == 200
    assert view.locator(".saved").inner_text() != ""
    assert view.goto(site.top + "ordlista.html", timeout=2000).status == 200  # it does not wait as long again


def test_the_first_page_does_not_wait_for_the_worker(context, site):
    view = visit(context, site)
    blocking = view.evaluate(
        "() => [...document.querySelectorAll('head script[src]')].filter(s => !s.defer && !s.async).length"
    )
    assert blocking == 0


def test_whoever_saves_data_is_not_made_to_fetch_the_whole_site(context, site):
    site.mood = "up"
    view = context.new_page()
    view.add_init_script("Object.defineProperty(navigator, 'connection', {value: {saveData: true}})")
    view.goto(site.top)
    view.wait_for_timeout(300)
    assert view.evaluate("async () => (await navigator.serviceWorker.getRegistrations()).length") == 0


# --- versions --------------------------------------------------------------------------------------------------------


@pytest.fixture
def growing(tmp_path):
    """A small project whose pages and scripts all say which version they are of."""

    def build(version, settings=BASE):
        offline = "themes/standard/assets/offline.js"
        files = {SETTINGS: settings, offline: (shipped_script()), PROVIDER: provider(offers("Samtal"))}
        files |= {f"{SCRIPT}/{name}.html": PAGE.replace("VERSION", version) for name in ("start", "about", "numbers")}
        files["themes/standard/assets/version.js"] = f'document.documentElement.dataset.version = "{version}";\n'
        files["themes/standard/assets/late.js"] = f'window.late = "{version}";\n'
        report = again(project(tmp_path, files))
        assert report.written is not None
        return tmp_path / "build"

    return build


def shipped_script():
    from built import PROJECT  # noqa: PLC0415

    return (PROJECT / "themes/standard/assets/offline.js").read_text(encoding="utf-8")


@pytest.fixture
def town(growing):
    with served(growing("1")) as server:
        server.top, server.build = f"{server.address}/tallkoping/", growing
        yield server


def shown(view):
    """The versions of the page, of the script that it began with, and of one that it asks for now."""
    view.wait_for_function("document.documentElement.dataset.version")
    page = view.evaluate("[document.querySelector('h1').textContent, document.documentElement.dataset.version]")
    return (*page, view.evaluate(LATE))


UPDATED = """\
async version => {
  const found = await navigator.serviceWorker.ready;
  await found.update().catch(() => null);
  const name = (await caches.keys()).find(name => name.endsWith(version));
  const whole = name && await (await caches.open(name)).match("offline.json");
  return Boolean(whole) && !found.installing && !found.waiting && found.active.state === "activated";
}
"""
STATES = """\
async () => {
  const found = await navigator.serviceWorker.ready;
  const states = ["installing", "waiting", "active"].map(which => [which, found[which]?.state]);
  return [Object.fromEntries(states), await caches.keys()];
}
"""
LOOK = "async () => { await (await navigator.serviceWorker.ready).update().catch(() => null); return true; }"
SETTLED = (
    "async () => { const found = await navigator.serviceWorker.ready; return !found.installing && !found.waiting; }"
)


def updated(view, out):
    """Let the browser look for the new version, until its worker has taken over."""
    version = json.loads((out / "tallkoping/offline.json").read_text(encoding="utf-8"))["version"]
    for _ in range(100):
        if view.evaluate(UPDATED, version):
            return
        view.wait_for_timeout(100)
    pytest.fail(f"the new version never took over: {view.evaluate(STATES)}")


def test_a_new_version_is_shown_at_once_with_its_own_parts(context, town):
    view = visit(context, town)
    view.goto(town.top + "om.html")
    assert shown(view) == ("1", "1", "1")
    town.build("2")
    view.goto(town.top + "om.html")
    assert shown(view) == ("2", "2", "2")


def test_without_a_network_the_copy_stays_whole_until_the_new_one_is(context, town):
    view = visit(context, town)
    view.goto(town.top + "om.html")
    town.build("2")
    town.mood = "down"
    view.goto(town.top + "om.html")
    assert shown(view) == ("1", "1", "1")
    assert len(view.evaluate(KEPT)) == 1


def test_a_new_version_takes_over_when_it_is_whole_and_the_old_one_goes(context, town):
    view = visit(context, town)
    view.goto(town.top + "om.html")
    updated(view, town.build("2"))
    assert len(view.evaluate(KEPT)) == 2
    assert shown(view) == ("1", "1", "1")  # the page that is open keeps its own parts
    town.mood = "down"
    view.goto(town.top + "index.html")
    assert shown(view) == ("2", "2", "2")
    town.mood = "up"
    view.goto(town.top + "om.html")
    view.wait_for_timeout(5500)  # for so long a window may be opening
    view.goto(town.top + "index.html")
    eventually(view, "async () => (await caches.keys()).filter(n => !n.endsWith('pins')).length === 1")


def test_two_windows_may_show_two_versions_and_neither_gets_the_others_parts(context, town):
    first = visit(context, town)
    first.goto(town.top + "om.html")
    updated(first, town.build("2"))
    second = context.new_page()
    second.goto(town.top + "om.html")
    assert shown(second) == ("2", "2", "2")
    assert shown(first) == ("1", "1", "1")
    town.mood = "down"
    assert shown(first) == ("1", "1", "1")
    assert len(first.evaluate(KEPT)) == 2


def test_a_page_newer_than_the_copy_never_gets_a_part_of_the_copy(context, town):
    view = visit(context, town)
    view.goto(town.top + "om.html")
    out = town.build("2")
    (out / "tallkoping/sw.js").unlink()  # the new version cannot be fetched
    for _ in range(5):  # a machine that is very busy may be too late for the worker's patience
        view.goto(town.top + "om.html")
        if view.locator("h1").inner_text() == "2":
            break
    assert view.locator("h1").inner_text() == "2"
    town.mood = "down"
    assert view.evaluate(LATE) == "nothing"


def test_a_version_of_which_a_file_is_another_is_never_used(context, town):
    view = visit(context, town)
    view.goto(town.top + "om.html")
    out = town.build("2")
    (out / "tallkoping/viktiga-nummer.html").write_text("halfway through an upload", encoding="utf-8")
    town.asked.clear()
    view.evaluate(LOOK)
    eventually(view, SETTLED)
    assert "/tallkoping/offline.json" in town.asked
    town.mood = "down"
    view.goto(town.top + "om.html")
    assert shown(view) == ("1", "1", "1")
    town.mood = "up"
    updated(view, town.build("3"))
    town.mood = "down"
    view.goto(town.top + "om.html")
    assert shown(view) == ("3", "3", "3")


def test_only_what_has_changed_is_fetched_for_a_new_version(context, town):
    view = visit(context, town)
    view.goto(town.top + "om.html")
    out = town.build("2")
    town.asked.clear()
    updated(view, out)
    assert "/tallkoping/om.html" in town.asked
    assert "/tallkoping/ordlista.html" not in town.asked


def test_a_broken_server_gives_the_copy(context, town):
    view = visit(context, town)
    town.mood = "broken"
    assert view.goto(town.top + "om.html").status == 200
    assert view.locator(".saved").inner_text() != ""


# --- no longer wanted ------------------------------------------------------------------------------------------------


def test_offline_no_removes_the_worker_and_all_that_it_kept(context, town):
    view = visit(context, town)
    view.goto(town.top + "om.html")
    assert view.evaluate(KEPT)
    town.build("2", BASE + "offline: nej\n")
    view.goto(town.top + "om.html")
    eventually(view, "async () => (await navigator.serviceWorker.getRegistrations()).length === 0")
    assert view.evaluate("caches.keys()") == []
    view.goto(town.top + "index.html")
    view.reload()  # the browser may have an old page in its ordinary cache; that one would only fetch the remover again
    assert view.evaluate("() => document.querySelector('[data-worker]').dataset.worker") == ""
    eventually(view, "async () => (await navigator.serviceWorker.getRegistrations()).length === 0")


def test_one_municipality_never_touches_what_another_keeps(context, town):
    view = visit(context, town)
    other = context.new_page()
    other.goto(f"{town.address}/ekvik/index.html")
    other.evaluate(READY)
    assert len(view.evaluate(KEPT)) == 2
    updated(view, town.build("2"))
    view.goto(town.top + "om.html")
    names = view.evaluate(KEPT)
    assert any("/ekvik/" in name for name in names)


# --- the files themselves --------------------------------------------------------------------------------------------


def test_the_version_is_that_of_the_files_and_not_of_the_day(growing, tmp_path):
    out = growing("1")
    before = (out / "tallkoping/sw.js").read_bytes()
    growing("1")
    assert (out / "tallkoping/sw.js").read_bytes() == before
    growing("2")
    assert (out / "tallkoping/sw.js").read_bytes() != before


def test_the_list_names_every_file_but_those_for_machines_and_itself(growing):
    folder = growing("1") / "tallkoping"
    listed = json.loads((folder / "offline.json").read_text(encoding="utf-8"))["files"]
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert files - set(listed) == {"sw.js", "offline.json", "robots.txt", "sitemap.xml"}
    assert set(listed) <= files


def test_from_a_file_nothing_is_registered_and_nothing_fails(context):
    out, _ = demo()
    folder = sorted(path.parent for path in out.glob("*/sw.js"))[0]
    view = context.new_page()
    view.goto((folder / "index.html").as_uri())
    assert view.locator("link[rel=manifest]").count() == 0
    assert context.complaints == []


def test_the_manifest_is_right_and_its_icons_are_pictures_of_their_size(context, site):
    view = visit(context, site)
    assert view.locator("link[rel=manifest]").get_attribute("href").endswith("manifest.webmanifest")
    session = context.new_cdp_session(view)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    manifest = json.loads(found["data"])
    assert manifest["start_url"] == "index.html"
    for icon in manifest["icons"]:
        size = view.evaluate(
            "async src => { const image = new Image(); image.src = src; await image.decode();"
            " return [image.naturalWidth, image.naturalHeight]; }",
            quote(icon["src"]),
        )
        assert icon["sizes"] == "any" or icon["sizes"] == f"{size[0]}x{size[1]}"
    assert {icon["sizes"] for icon in manifest["icons"]} >= {"192x192", "512x512", "any"}
    assert any(icon.get("purpose") == "maskable" for icon in manifest["icons"])


def test_the_worker_is_small():
    out, _ = demo()
    assert max(path.stat().st_size for path in out.glob("*/sw.js")) < 12_000
