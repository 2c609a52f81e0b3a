"""``sitegen serve``: the real program in a process of its own, on a real port, with real files that change."""

import json
import os
import socket
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from previewed import previewed
from sites import OTHER, PROVIDER, TODAY, VALID, contents, offers, project, provider

from sitegen.build import Looks, build
from sitegen.config import Config
from sitegen.content import read
from sitegen.serve import guard, network
from sitegen.serve.preview import Preview
from sitegen.serve.shelf import Shelf
from sitegen.serve.watch import Watcher, changes, snapshot
from sitegen.serve.web import sockets

SHIPPED = Path(__file__).parent.parent
OFFER = "/tallkoping/insatser/familjehuset/samtal.html"
OF_THE_WHOLE = ("sw.js", "offline.json")


def edit(folder, text, file=PROVIDER):
    """Save a file."""
    return lambda: (folder / file).write_text(text, encoding="utf-8")


def all_end(processes):
    """Wait until processes are no more; one that nobody has buried yet (Z) is no more either."""
    assert processes
    limit = time.monotonic() + 60
    while [number for number in processes if state_of(number) not in "ZX"]:
        assert time.monotonic() < limit, processes
        time.sleep(0.05)


def state_of(number):
    """The letter of a process's state (Linux)."""
    try:
        return Path(f"/proc/{number}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except OSError:
        return "X"


# --- watching --------------------------------------------------------------------------------------------------------
def test_a_new_file_with_an_old_date_is_a_change(tmp_path):
    project(tmp_path)
    before = snapshot(tmp_path)
    new = tmp_path / "content/providers/kopierad.md"
    new.write_text("---\nname: Kopierad\n---\n", encoding="utf-8")
    os.utime(new, (0, 0))
    assert changes(before, snapshot(tmp_path)) == {"content/providers/kopierad.md"}


def test_a_file_whose_date_goes_back_a_removed_and_a_renamed_file_are_changes(tmp_path):
    project(tmp_path)
    before = snapshot(tmp_path)
    os.utime(tmp_path / PROVIDER, (0, 0))
    (tmp_path / "sitegen.yaml").unlink()
    (tmp_path / "content/numbers.yaml").rename(tmp_path / "content/numbers2.yaml")
    assert changes(before, snapshot(tmp_path)) == {
        PROVIDER, "sitegen.yaml", "content/numbers.yaml", "content/numbers2.yaml"
    }  # fmt: skip


def test_what_editors_leave_and_what_a_build_does_not_read_is_no_change(tmp_path):
    project(tmp_path)
    before = snapshot(tmp_path)
    for name in ("content/.x.md.swp", "content/~$lista.xlsx", "content/x.md~", "build/index.html", "anteckningar.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    assert changes(before, snapshot(tmp_path)) == set()


def test_what_is_saved_while_the_watcher_waits_for_quiet_is_told_together(tmp_path):
    told = []
    project(tmp_path)
    watcher = Watcher(tmp_path, told.append)
    watcher.start()
    for number in range(20):
        (tmp_path / f"content/providers/ny-{number}.md").write_text("x", encoding="utf-8")
        time.sleep(0.01)
    while not told:
        time.sleep(0.02)
    watcher.stop()
    assert [len(files) for files in told] == [20]


def test_a_project_that_goes_away_does_not_end_the_watcher(tmp_path):
    assert snapshot(tmp_path / "borta") == {}


# --- who may ask -----------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("host", "lan", "known"),
    [
        ("localhost:8000", False, True),
        ("127.0.0.1:8000", False, True),
        ("[::1]:8000", False, True),
        ("evil.example:8000", False, False),
        ("127.0.0.1.evil.example", False, False),
        ("192.168.1.10:8000", False, False),
        ("192.168.1.10:8000", True, True),
        ("evil.example", True, False),
        ("", False, False),
        ("[", True, False),
    ],
)
def test_a_foreign_name_is_refused(host, lan, known):
    assert guard.is_known_host(host, lan) is known


@pytest.mark.parametrize(
    ("origin", "same"),
    [
        ("http://localhost:8000", True),
        ("http://localhost:8001", False),
        ("https://evil.example", False),
        ("null", False),
    ],
)
def test_a_page_of_another_origin_is_another(origin, same):
    assert guard.is_same_origin(origin, "localhost:8000") is same


# --- pages on demand -------------------------------------------------------------------------------------------------
def check_same_as_a_build(folder, out):
    """Every file on demand is the one that a build publishes."""
    config = Config(folder, out, TODAY)
    assert build(config).written is not None
    sites, _ = read(config)
    shelf = Shelf(sites, Looks(config))
    files = [path for path in contents(out) if path != ".sitegen.json" and not path.endswith(OF_THE_WHOLE)]
    different = [
        path for path in files if (found := shelf.find(path)) is None or found.data != (out / path).read_bytes()
    ]
    assert files
    assert different == []
    assert shelf.find("tallkoping/finns-inte.html") is None
    assert shelf.find("finns-inte/index.html") is None


def test_every_file_on_demand_is_that_of_a_build(tmp_path):
    check_same_as_a_build(project(tmp_path), tmp_path / "build")


def test_every_file_on_demand_is_that_of_a_build_in_all_languages_of_the_shipped_theme(tmp_path):
    languages = "languages: [sv, en, fi, ar, sv-x-lattlast]\n"
    bare = {name: None for name in VALID if name.startswith("themes/")}
    files = bare | {"content/municipalities/ekvik/index.md": MUNICIPALITY.format(languages=languages)}
    check_same_as_a_build(project(tmp_path, files), tmp_path / "build")


MUNICIPALITY = "---\nname: Ekvik\nofficial_name: Ekviks kommun\nask: kontaktcenter\n{languages}---\nVälkommen.\n"


def test_the_page_that_is_not_found_leads_to_this_server_wherever_the_site_is_published(tmp_path):
    bare = {name: None for name in VALID if name.startswith("themes/")}
    folder = project(tmp_path, bare | {"sitegen.yaml": "base_url: https://kommun.example.com/stod/\n"})
    config = Config(folder, folder / "build", TODAY)
    shelf = Shelf(read(config)[0], Looks(config))
    page = shelf.missing("tallkoping/finns-inte.html").data.decode()
    assert 'href="/tallkoping/assets/style.css"' in page
    assert shelf.missing("falkoping/finns-inte.html") is None


def test_a_fault_of_our_own_is_shown_and_does_not_end_the_preview(tmp_path):
    preview = Preview(project(tmp_path), "sv", "/livereload.js", False)
    preview.refresh((), 1, TODAY)
    assert preview.refresh((5,), 2, TODAY).fault  # no path: a mistake of ours
    answer = preview.answer("tallkoping/index.html")
    assert answer.status == 500
    assert "Det här är ett fel i sitegen" in answer.body.decode()
    assert preview.refresh((), 3, TODAY).errors == 0
    assert preview.answer("tallkoping/index.html").status == 200


# --- the program -----------------------------------------------------------------------------------------------------
@pytest.fixture(scope="module")
def shown(tmp_path_factory):
    """A project and the program that shows it; each test puts back what it changes."""
    folder = project(tmp_path_factory.mktemp("visad"))
    with previewed(folder, "--port", str(free_port())) as running:
        yield folder, running


def free_port():
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_pages_folders_assets_and_the_page_that_is_not_found(shown):
    _, running = shown
    assert "Tallköping" in running.get("/")[1]
    assert running.get("/tallkoping/") == running.get("/tallkoping/index.html")
    status, headers, _ = running.ask("/tallkoping")
    assert (status, headers["Location"]) == (302, "tallkoping/")
    status, headers, _ = running.ask("/tallkoping/assets/style.css")
    assert (status, headers["Content-Type"]) == (200, "text/css; charset=utf-8")
    status, text = running.get("/tallkoping/finns-inte.html")
    assert status == 404
    assert "Sidan finns inte" in text
    assert running.get("/finns-inte/")[0] == 404
    assert running.get("/tallkoping/assets/finns-inte.css")[0] == 404
    assert running.get("/tallkoping/..%2f..%2fsitegen.yaml")[0] == 404
    assert running.ask("/tallkoping/", "POST", "x=1")[0] == 405
    status, _, data = running.ask("/tallkoping/", "HEAD")
    assert (status, data) == (200, b"")


def test_nothing_is_kept_by_the_browser(shown):
    _, running = shown
    assert running.ask("/tallkoping/")[1]["Cache-Control"] == "no-store"
    assert b"unregister" in running.ask("/tallkoping/sw.js")[2]


def test_a_foreign_name_gets_nothing(shown):
    _, running = shown
    for path in ("/tallkoping/", "/livereload.js", "/livereload", "/_sitegen/serve.css"):
        status, _, data = running.ask(path, Host="evil.example")
        assert status == 403, path
        assert b"Tallk" not in data
    assert running.get("/forcereload")[0] == 404


def test_the_socket_is_for_pages_of_this_server(shown):
    _, running = shown
    host = running.address.removeprefix("http://").rstrip("/")
    asked = {"Connection": "Upgrade", "Upgrade": "websocket", "Sec_WebSocket_Version": "13",
             "Sec_WebSocket_Key": "c2l0ZWdlbiBzZXJ2ZSEhIQ=="}  # fmt: skip
    assert running.ask("/livereload", **asked, Origin="https://evil.example")[0] == 403
    assert running.ask("/livereload", **asked, Origin=f"http://{host}", Host="evil.example")[0] == 403


def test_twenty_files_saved_at_once_are_one_reading(shown):
    folder, running = shown
    before = running.readings()
    names = [f"content/providers/ny-{number}.md" for number in range(20)]

    def save():
        for number, name in enumerate(names):
            edit(folder, provider(offers("Samtal"), name=f"Nytt hus {number}"), name)()

    assert "(+17)" in running.changed(save)
    time.sleep(1)
    assert running.readings() == before + 1
    assert running.get("/tallkoping/utforare/ny-19.html")[0] == 200
    running.changed(lambda: [(folder / name).unlink() for name in names])
    assert running.get("/tallkoping/utforare/ny-19.html")[0] == 404


def test_broken_content_shows_all_that_is_wrong_and_the_last_good_page_can_still_be_seen(shown):
    folder, running = shown
    running.changed(edit(folder, provider("contact: {phone: fem}\n" + offers("Samtal", access="kanske"))))
    running.changed(edit(folder, provider(offers("Samtal"), serves="[ingenstans]"), OTHER))
    status, text = running.get(OFFER)
    assert status == 500
    for place in (f"{OTHER}:3:", f"{PROVIDER}:5:", f"{PROVIDER}:8:"):
        assert place in text
    assert "access: kanske" in text  # the line itself
    assert running.get("/tallkoping/assets/style.css")[0] == 200
    status, text = running.get(f"{OFFER}?senaste")
    assert status == 200
    assert "Det här är sidan som den var" in text
    running.changed((folder / OTHER).unlink)
    running.changed(edit(folder, VALID[PROVIDER]))
    assert running.get(OFFER)[0] == 200


def test_a_broken_template_is_told_on_its_page_and_other_pages_are_shown(shown):
    folder, running = shown
    template = "themes/standard/templates/offer.html"
    running.changed(edit(folder, "<p>{{ page.finns_inte }}</p>\n", template))
    status, text = running.get(OFFER)
    assert status == 500
    assert f"{template}:1" in text
    assert running.get("/tallkoping/utforare/familjehuset.html")[0] == 200
    running.changed(edit(folder, VALID[template], template))
    assert running.get(OFFER)[0] == 200


def test_the_panel_tells_what_is_of_the_page_and_of_no_other(shown):
    folder, running = shown
    two = provider("offers:\n  - {name: Samtal, access: direct}\n  - {name: Annat}\n")
    running.changed(edit(folder, two))
    about_access = "SD001"
    assert about_access in running.get("/tallkoping/insatser/familjehuset/annat.html")[1]
    assert about_access not in running.get(OFFER)[1]
    assert about_access in running.get("/tallkoping/utforare/familjehuset.html")[1]
    assert about_access not in running.get("/tallkoping/index.html")[1]
    made_by = f'Sidan görs av: <a href="/redigera/fil/{PROVIDER}">{PROVIDER}</a>'
    assert made_by in running.get(OFFER)[1]
    running.changed(edit(folder, VALID[PROVIDER]))


def test_the_process_that_reads_is_begun_anew_when_it_dies(shown):
    folder, running = shown
    before = running.children()
    for number in before:
        os.kill(number, 9)
    assert running.get(OFFER)[0] == 200
    assert set(running.children()).isdisjoint(before)
    running.changed(edit(folder, VALID[PROVIDER] + "\n\nNytt.\n"))
    running.changed(edit(folder, VALID[PROVIDER]))


def test_nothing_is_written_into_the_project(shown):
    folder, _ = shown
    assert not (folder / "build").exists()
    assert set(contents(folder)) == {name for name, text in VALID.items() if text is not None}


def test_the_port_is_taken_and_then_free_again(tmp_path):
    folder = project(tmp_path)
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with previewed(folder, "--port", str(port)) as running:
            children = running.children()
            assert f":{port}/" not in running.address
            assert any(f"Porten {port} är upptagen" in line for line in running.lines)
            own = int(running.address.rstrip("/").rpartition(":")[2])
            assert running.interrupt() == 0
    assert running.lines[-1] == "Avslutat.\n"
    assert not any("Traceback" in line for line in running.lines)
    all_end(children)
    for socket_ in sockets(own, "127.0.0.1"):
        socket_.close()


def test_ctrl_c_while_it_reads_ends_it_as_cleanly(tmp_path):
    folder = project(tmp_path)
    with previewed(folder, "--port", str(free_port())) as running:
        children = running.children()
        edit(folder, VALID[PROVIDER] + "\n\nNytt.\n")()
        time.sleep(0.3)  # somewhere between the change and the end of the reading
        assert running.interrupt() == 0
    assert running.lines[-1] == "Avslutat.\n"
    assert not any("Traceback" in line for line in running.lines)
    all_end(children)


def test_the_process_that_reads_ends_with_a_server_that_is_killed(tmp_path):
    with previewed(project(tmp_path), "--port", str(free_port())) as running:
        children = running.children()
        running.process.kill()
        running.process.wait(30)
        all_end(children)


def test_no_port_at_all_is_said():
    def refused(port, address):
        raise PermissionError

    with pytest.raises(network.NoPortError):
        network.bound(8000, "127.0.0.1", refused)


# --- forms -----------------------------------------------------------------------------------------------------------
ECHO = """
import datetime, json
from pathlib import Path
from sitegen.i18n import speaker
from sitegen.serve.forms import Given
from sitegen.serving import Hears, Order, serve

def respond(asked):
    text = json.dumps([asked.method, asked.path, asked.query, asked.form, asked.headers["host"]])
    return Given(418, {"Content-Type": "application/json", "X-Own": "1"}, text.encode())

if __name__ == "__main__":
    def ready(host, port):
        print(f"Sidorna visas på http://{host}:{port}/")

    hears = Hears(ready, lambda files, read: print("Läst på"))
    serve(Order(Path("."), lambda: datetime.date(2026, 11, 22), "sv"), hears, speaker("sv"), respond)
"""


def test_forms_are_answered_by_whom_they_are_given_to_and_for_this_computer_alone(tmp_path):
    folder = project(tmp_path / "p", {"content/providers/familjehuset.md": provider("offers:\n  - {name: Samtal}\n")})
    script = tmp_path / "echo.py"
    script.write_text(ECHO, encoding="utf-8")
    with previewed(folder, script=str(script)) as running:
        form = {"Content_Type": "application/x-www-form-urlencoded"}
        status, headers, data = running.ask(
            "/redigera/fil/x.md?insats=a&insats=b", "POST", "namn=%C3%85sa&tom=", **form
        )
        assert (status, headers["X-Own"], headers["Content-Type"]) == (418, "1", "application/json")
        host = running.address.removeprefix("http://").rstrip("/")
        asked = ["POST", "/redigera/fil/x.md", {"insats": ["a", "b"]}, {"namn": ["Åsa"], "tom": [""]}, host]
        assert json.loads(data) == asked
        assert running.ask("/redigera/", Host="evil.example")[0] == 403
        assert f'href="/redigera/fil/{PROVIDER}"' in running.get(OFFER)[1]


def test_on_the_network_pages_are_shown_and_nothing_can_be_edited(tmp_path):
    address = network.address_on_the_network()
    if address is None:
        pytest.skip("this computer has no network")
    with previewed(project(tmp_path), "--lan", "--port", str(free_port())) as running:
        assert address in running.address
        running.wait_for("På den här datorn, där du också kan ändra: http://127.0.0.1:")
        assert any("█" in line or "▀" in line for line in running.lines)
        assert running.get(OFFER)[0] == 200
        assert "/redigera/" not in running.get(OFFER)[1]
        assert running.ask("/redigera/")[0] == 403
        assert running.ask(OFFER, Host="evil.example")[0] == 403


def test_a_folder_without_content_is_wrong_use(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "sitegen", "serve"], cwd=tmp_path, capture_output=True, encoding="utf-8"
    )
    assert done.returncode == 2
    assert "finns ingen mapp content" in done.stderr
