"""The first day of somebody new: from the built wheel and an empty folder to pages on a real web server.

One story, as docs/guide-redaktor.md tells it. Every step drives the program that ``pip install`` made: its questions in
a pseudo-terminal, its form in a real Chromium with the keyboard alone, its pages on a real nginx.
"""

from __future__ import annotations

import re
import sys

import pytest
from chromium import chromium, focus_is_seen, listening, overflow, tab_to, violations
from installed import Installed
from previewed import previewed
from tabled import at, opened
from webserver import ask, nginx

from sitegen.formats.servers import HEADERS

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals of this kind"),
]
OK, PROBLEMS = 0, 1
FILE = "content/providers/familjeteamet.md"
PAGE = "tallkoping/insatser/familjeteamet/foraldrastod.html"
COMMENT = "# Stäm av med Kim varje vår."


@pytest.fixture(scope="module")
def sitegen(tmp_path_factory):
    return Installed(tmp_path_factory.mktemp("installed"))


def test_from_an_empty_folder_to_published_pages(sitegen, tmp_path):
    answer_the_questions(sitegen, tmp_path)
    take_a_made_up_place(sitegen, tmp_path)
    project = tmp_path / "stod"
    make_a_provider(sitegen, project)
    with previewed(project, "--port", "8420", program=[sitegen.command]) as running, chromium() as browser:
        form, shown = (browser.new_context(viewport={"width": 1280, "height": 900}).new_page() for _ in range(2))
        drafts_are_not_shown(running)
        fill_in_the_provider(form, running.address, project)
        lint_says_what_is_left(sitegen, project)
        fill_in_the_offer(form, project)
        see_the_page(shown, running.address)
        edit_by_hand(shown, project)
        edit_in_a_sheet(sitegen, shown, project)
        save_in_the_form_what_was_opened_before(form, project)
        assert running.interrupt() == OK
    check_comments(project)
    lint(sitegen, project)
    publish(sitegen, project)
    move(sitegen, project)
    with nginx(tmp_path / "webb", tmp_path) as address:
        visit(address, tmp_path / "webb")


def read(project, file=FILE):
    return (project / file).read_text(encoding="utf-8")


def change(project, old, new, file=FILE):
    """What somebody does in a text editor."""
    text = read(project, file)
    assert text.count(old) == 1, (old, text)
    (project / file).write_text(text.replace(old, new), encoding="utf-8")


def press(page, selector, *keys):
    """Come to an element with Tab, see where one is, and press keys or type words."""
    tab_to(page, selector)
    assert focus_is_seen(page), selector
    for key in keys:
        page.keyboard.press(key) if key in ("Enter", "Space", "ArrowLeft", "ArrowRight") else page.keyboard.type(key)


def choose(page, field):
    """Say with the arrow keys that a fact is known."""
    tab_to(page, f"[id='f-{field}~missing']")
    for _ in range(4):
        page.keyboard.press("ArrowRight")
        if page.evaluate("document.activeElement.id") == f"f-{field}~found":
            return
    raise AssertionError(field)


def for_everybody(page):
    assert (violations(page), overflow(page)) == ([], 0), page.url


# --- the steps -------------------------------------------------------------------------------------------------------


def answer_the_questions(sitegen, folder):
    from terminals import Terminal  # noqa: PLC0415 - needs pty

    terminal = Terminal(folder, "init", "kinda", program=[sitegen.command])
    terminal.expect("Kommun (namn eller kod): ")
    terminal.answer("")
    terminal.expect("Skriv kommunens namn")
    terminal.expect("Kommun (namn eller kod): ")
    terminal.answer("Tallköping")
    terminal.expect("lägg till --official-name")
    terminal.expect("Kommun (namn eller kod): ")
    terminal.answer("Kinda")
    terminal.expect("Kinda kommun, Östergötlands län, 0513")
    terminal.expect("Språk utöver svenska")
    terminal.answer("")
    terminal.expect("Kommunens färg")
    terminal.answer("")
    terminal.expect("cd kinda\n  sitegen serve --open")
    assert terminal.finish() == OK
    assert sitegen(folder / "kinda", "build").returncode == OK


def take_a_made_up_place(sitegen, folder):
    """Nothing is invented about a real municipality, so the story goes on with one that is not."""
    done = sitegen(folder, "init", "stod", "--municipality", "Tallköping", "--official-name", "Tallköpings kommun")
    assert done.returncode == OK, done
    done = sitegen(folder / "stod", "doctor")
    assert (done.returncode, "fel:" in done.stdout) == (OK, False), done


def make_a_provider(sitegen, project):
    done = sitegen(project, "new", "provider", "Familjeteamet")
    assert (done.returncode, FILE in done.stdout, "utkast" in done.stdout) == (OK, True, True), done
    done = sitegen(project, "new", "offer", "Föräldrastöd", "--provider", "familjeteamet")
    assert (done.returncode, "foraldrastod" in done.stdout) == (OK, True), done


def drafts_are_not_shown(running):
    assert "/redigera/" in " ".join(running.lines)
    assert running.get("/" + PAGE)[0] == 404
    status, text = running.get("/tallkoping/")
    assert (status, "Familjeteamet" in text) == (200, False)


def fill_in_the_provider(page, address, project):
    page.goto(f"{address}redigera/")
    for_everybody(page)
    press(page, f"a[href*='{FILE}']", "Enter")
    page.wait_for_selector("#f-name")
    for_everybody(page)
    assert "utkast" in page.locator("ul.offers").inner_text()
    press(page, "#f-status", "Publicerad")
    choose(page, "areas")
    press(page, "[id='f-areas=barn-och-familj']", "Space")
    press(page, "summary:has(+ div [id='f-contact.phone'])", "Enter")
    choose(page, "contact")
    press(page, "summary:has(+ fieldset [id='f-contact.phone.0.value'])", "Enter")
    press(page, "[id='f-contact.phone.0.value']", "070-174 06 05")
    press(page, ".bar button[value=save]", "Enter")
    page.wait_for_url("**sparat=ja")
    for_everybody(page)
    text = read(project)
    assert 'phone: "070-174 06 05"' in text
    assert "status: published" in text


def lint_says_what_is_left(sitegen, project):
    done = sitegen(project, "lint", "--profile", "grund")
    assert done.returncode == PROBLEMS, done
    assert re.search(rf"^{FILE}:\d+:\d+ SD001 access-not-stated fel: ", done.stdout, re.MULTILINE)
    assert "under access (Väg in)" in done.stdout
    assert "SD022" not in done.stdout
    done = sitegen(project, "publish", "../webb")
    assert (done.returncode, (project.parent / "webb").exists()) == (PROBLEMS, False), done


def fill_in_the_offer(page, project):
    press(page, "button[value='open:foraldrastod']", "Enter")
    page.wait_for_url("**insats=foraldrastod*")
    for_everybody(page)
    press(page, "#f-summary", "Samtal om vardagen med barn.")
    choose(page, "access")
    press(page, "[id='f-access.0.kind']", "Direkt")
    press(page, "[id='f-access.0.limit']", "upp till fem samtal")
    press(page, ".bar button[value=preview]", "Enter")
    words = page.frame_locator("iframe").locator("main")
    words.get_by_text("upp till fem samtal").first.wait_for()
    assert "070-174 06 05" in words.inner_text()
    for_everybody(page)
    press(page, ".bar button[value=save]", "Enter")
    page.wait_for_url("**sparat=ja")
    assert 'limit: "upp till fem samtal"' in read(project)


def see_the_page(page, address):
    """The page itself; it is listening for changes when this returns."""
    listening(page, address + PAGE)
    assert "Samtal om vardagen med barn." in page.locator("main").inner_text()
    for_everybody(page)


def edit_by_hand(page, project):
    change(project, "    id: foraldrastod\n", f"    {COMMENT}\n    id: foraldrastod   # ändras aldrig\n")
    change(project, "Samtal om vardagen med barn.", "Samtal om vardagen.")
    page.wait_for_selector("text=Samtal om vardagen.")


def edit_in_a_sheet(sitegen, page, project):
    done = sitegen(project, "export", "table", "insatser.xlsx")
    assert done.returncode == OK, done
    with opened(project / "insatser.xlsx") as book:
        rows = {line[1].value: number for number, line in enumerate(book["Insatser"].iter_rows(min_row=2), 1)}
        at(book["Insatser"], "Sammanfattning", rows["Föräldrastöd"]).value = "Prata med oss om vardagen."
    before = read(project)
    done = sitegen(project, "import", "table", "insatser.xlsx", "--dry-run")
    assert (done.returncode, read(project)) == (OK, before), done
    assert "Prata med oss om vardagen." in done.stdout
    done = sitegen(project, "import", "table", "insatser.xlsx")
    assert done.returncode == OK, done
    assert read(project) == before.replace("Samtal om vardagen.", "Prata med oss om vardagen.")
    page.wait_for_selector("text=Prata med oss om vardagen.")


def save_in_the_form_what_was_opened_before(page, project):
    """The form was open all the while: what hand and sheet changed meanwhile stays."""
    press(page, "[id='f-access.0.terms']", "Inget skrivs ned.")
    press(page, ".bar button[value=save]", "Enter")
    page.wait_for_url("**sparat=*")
    page.wait_for_selector("#besked")
    text = read(project)
    assert "Prata med oss om vardagen." in text
    assert 'terms: "Inget skrivs ned."' in text


def check_comments(project):
    """Of the program's own and of people's: all are there after form, hand and sheet."""
    text = read(project)
    assert f"    {COMMENT}\n    id: foraldrastod   # ändras aldrig\n" in text
    assert "## Rader med ## förklarar." in text
    assert "    ## Metoder. Id eller kortnamn ur glossary.yaml." in text


def lint(sitegen, project):
    done = sitegen(project, "lint", "--profile", "grund")
    assert (done.returncode, " SD" in done.stdout) == (OK, False), done
    done = sitegen(project, "lint", "--profile", "foredome")
    assert (done.returncode, f"{FILE}:" in done.stdout, " SD" in done.stdout) == (OK, True, True), done
    assert "Steget ”grund” är nått." in done.stdout


def publish(sitegen, project):
    web = project.parent / "webb"
    change(project, "# server:", "server: nginx\n# server:", "sitegen.yaml")
    done = sitegen(project, "publish", "../webb", "--dry-run")
    assert (done.returncode, web.exists()) == (OK, False), done
    done = sitegen(project, "publish", "../webb")
    assert (done.returncode, (web / PAGE).is_file()) == (OK, True), done
    assert "Exempelmottagningen" not in (web / "tallkoping/index.html").read_text(encoding="utf-8")


def move(sitegen, project):
    """The provider gets another name; what is published leads from the old address."""
    change(project, "# previous_slugs:\n## Insatser.", "previous_slugs: familjeteamet\n## Insatser.")
    change(project, 'name: "Familjeteamet"', 'name: "Familjestödet"')
    (project / FILE).rename(project / "content/providers/familjestodet.md")
    done = sitegen(project, "publish", "../webb")
    assert done.returncode == OK, done


def visit(address, web):
    new = PAGE.replace("familjeteamet", "familjestodet")
    status, headers, body = ask(f"{address}/{new}")
    assert (status, body) == (200, (web / new).read_bytes())
    assert "Prata med oss om vardagen." in body.decode()
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert {name: headers[name] for name in HEADERS} == HEADERS
    status, headers, body = ask(f"{address}/tallkoping/finns-inte.html")
    assert (status, body) == (404, (web / "tallkoping/404.html").read_bytes())
    status, headers, _ = ask(f"{address}/{PAGE}")
    assert (status, headers["Location"]) == (301, f"/{new}")
