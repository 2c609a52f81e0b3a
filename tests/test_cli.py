"""The program as people run it: exit codes, what it says, and that nothing published changes when it fails."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest
from sites import (
    OTHER,
    PROVIDER,
    TALLKOPING,
    TALLKOPING_AREA,
    again,
    area,
    as_ordinary_user,
    contents,
    municipality,
    offers,
    project,
    provider,
)

from sitegen import __version__, build, cli

OK, PROBLEMS, WRONG_USE, OUR_FAULT = 0, 1, 2, 3
LINE = re.compile(
    r"^(\S+(?: \S+)*?)(:\d+)?(:\d+)? (SG\d{3}) ([a-z0-9-]+) (fel|varning|upplysning): (.+)$", re.MULTILINE
)
ENGLISH = ("Usage", "Options", "Commands", "Error", "Show this", "Try '", "Missing", "Invalid", "No such")


def sitegen(folder, *arguments, environment=None, **options):
    """Run the program in a folder; whatever it is given, it never shows a traceback."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("SITEGEN", "NO_COLOR", "LANG"))}
    done = subprocess.run(
        [sys.executable, "-m", "sitegen", *arguments],
        cwd=folder, env=clean | (environment or {}), capture_output=True, encoding="utf-8", timeout=60, check=False,
        stdin=subprocess.DEVNULL, **options,
    )  # fmt: skip
    assert "Traceback" not in done.stdout + done.stderr
    return done


def names(done):
    """The places and names of the findings that the program printed."""
    return ["".join(part for part in found[:3] if part) + " " + found[4] for found in LINE.findall(done.stderr)]


# --- a build that goes well ------------------------------------------------------------------------------------------


def test_a_build_says_what_it_wrote_and_ends_with_0(tmp_path):
    done = sitegen(project(tmp_path), "build")
    assert (done.returncode, done.stderr) == (OK, "")
    first, second, *_ = done.stdout.splitlines()  # then, after more than two seconds, where the time went
    assert first == "Kommuner: 2, sidor: 35, insatser: 2, i build/"
    count = len(contents(tmp_path / "build")) - 1
    assert second.startswith(f"Filer: {count} nya, 0 ändrade, 0 som förut, 0 borttagna.")


def test_the_style_page_is_made_when_it_is_asked_for_and_goes_when_it_is_not(tmp_path):
    page = tmp_path / "build/tallkoping/stil.html"
    sitegen(project(tmp_path, {"themes/standard/templates/style.html": "<p>{{ page.frame.title }}</p>\n"}), "build")
    assert not page.exists()
    assert sitegen(tmp_path, "build", "--style-page").returncode == OK
    assert page.read_text(encoding="utf-8") == "<p>Temats delar</p>\n"
    assert "stil.html" not in (tmp_path / "build/tallkoping/sitemap.xml").read_text(encoding="utf-8")
    sitegen(tmp_path, "build")
    assert not page.exists()


def test_building_twice_gives_the_same_bytes_and_says_so(tmp_path):
    sitegen(project(tmp_path), "build")
    before = contents(tmp_path / "build")
    done = sitegen(tmp_path, "build")
    assert contents(tmp_path / "build") == before
    assert f"Filer: 0 nya, 0 ändrade, {len(before) - 1} som förut, 0 borttagna." in done.stdout


def test_another_process_and_another_order_of_files_on_the_disk_give_the_same_bytes(tmp_path):
    everything = {OTHER: provider(offers("Ö", "A"), name="Lyktan"), TALLKOPING_AREA: area("Barn", "topics: [familj]\n")}
    for name in ("one", "two"):
        folder = tmp_path / name
        for path in everything if name == "one" else reversed(everything):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).touch()
        sitegen(project(folder, everything), "build", environment={"PYTHONHASHSEED": "1" if name == "one" else "2"})
    assert contents(tmp_path / "one/build") == contents(tmp_path / "two/build")
    assert len(contents(tmp_path / "one/build")) > 20


def test_a_warning_does_not_fail_a_build(tmp_path):
    done = sitegen(project(tmp_path, {"content/extra.txt": "x"}), "build")
    assert (done.returncode, names(done)) == (OK, ["content/extra.txt stray-file"])
    assert "1 varning" in done.stdout


def test_quiet_says_nothing_when_all_is_well(tmp_path):
    done = sitegen(project(tmp_path, {"content/extra.txt": "x"}), "build", "--quiet")
    assert (done.returncode, done.stdout, done.stderr) == (OK, "", "")


def test_the_project_and_the_output_may_lie_anywhere(tmp_path):
    project(tmp_path / "project")
    done = sitegen(tmp_path, "build", "--project", "project", "--out", "public/site")
    assert done.returncode == OK
    assert "public/site/" in done.stdout
    assert (tmp_path / "public/site/index.html").is_file()
    assert not (tmp_path / "project/build").exists()


def test_one_municipality_may_be_built_alone(tmp_path):
    sitegen(project(tmp_path), "build")
    before = contents(tmp_path / "build/ekvik")
    project(tmp_path, {PROVIDER: provider(offers("Nytt"), serves="[tallkoping, ekvik]")})
    done = sitegen(tmp_path, "build", "-m", "tallkoping")
    assert done.stdout.startswith("Kommuner: 1,")
    assert contents(tmp_path / "build/ekvik") == before
    assert "Nytt" in (tmp_path / "build/tallkoping/utforare/familjehuset.html").read_text(encoding="utf-8")


def test_the_date_decides_what_is_near(tmp_path):
    text = provider("hours: {visit: {all: 8-12, exceptions: {2027-03-01: closed}}}\n")
    template = "{% for row in page.hours[0].special %}{{ row.days }}{% endfor %}\n"
    project(tmp_path, {PROVIDER: text, "themes/standard/templates/provider.html": template})
    page = tmp_path / "build/tallkoping/utforare/familjehuset.html"
    for day, said in (("2026-11-22", ""), ("2027-02-20", "1 mars 2027"), ("2027-03-02", "")):
        assert sitegen(tmp_path, "build", "--date", day).returncode == OK
        assert page.read_text(encoding="utf-8").strip() == said


# --- bad input: one clear message with its place, and what is published stands ---------------------------------------

BAD = {
    "broken yaml": ({PROVIDER: provider("notice: a: b\n")}, f"{PROVIDER}:5:10 yaml-colon"),
    "no front matter": ({PROVIDER: "Text.\n"}, f"{PROVIDER}:1 no-front-matter"),
    "wrong type": ({PROVIDER: provider("summary: [a]\n")}, f"{PROVIDER}:5:10 not-text"),
    "unknown municipality": ({PROVIDER: provider(serves="[ekvi]")}, f"{PROVIDER}:3:10 unknown-municipality"),
    "two files with one slug": ({"content/providers/x/familjehuset.md": provider()},
                                "content/providers/x/familjehuset.md same-slug"),
    "an offer without a name": ({PROVIDER: provider("offers: [{access: direct}]\n")}, f"{PROVIDER}:5:10 missing-key"),
    "hours that end before they begin": ({PROVIDER: provider("hours: {visit: {mon: 12-8}}\n")},
                                         f"{PROVIDER}:5:22 hours-end-before-start"),
    "30 feb": ({PROVIDER: provider("reviewed: {date: 30 feb}\n")}, f"{PROVIDER}:5:18 not-a-date"),
    "an empty file": ({PROVIDER: ""}, f"{PROVIDER} empty-file"),
    "cp1252": ({PROVIDER: provider(body="Å").encode("cp1252")}, f"{PROVIDER}:6 not-utf8"),
    "an unknown key": ({PROVIDER: provider("opening_hours: always\n")}, f"{PROVIDER}:5:1 unknown-key"),
    "a theme that does not exist": ({TALLKOPING: municipality("Tallköping", "look: {theme: fint}\n")},
                                    f"{TALLKOPING}:5:15 no-theme"),
    "a template with an error": ({"themes/standard/templates/om.html": "", "themes/standard/templates/about.html":
                                  "<p>\n{{ page.x }}\n"}, "themes/standard/templates/about.html:2 template-error"),
    "a folder in a file's place": (None, f"{PROVIDER} not-a-file"),
    "a symbolic link out": (None, f"{PROVIDER} link-out"),
    "a link to nothing": (None, f"{PROVIDER} unreadable"),
    "a pipe": (None, f"{PROVIDER} not-a-file"),
    "50 MB": (None, f"{PROVIDER} too-big"),
}  # fmt: skip


def spoil(folder, case):
    """Make a project bad in the way of a case."""
    files, _ = BAD[case]
    if files is not None:
        project(folder, files)
        return
    path = folder / PROVIDER
    if case == "50 MB":
        os.truncate(path, 50_000_000)
        return
    path.unlink()
    match case:
        case "a folder in a file's place":
            path.mkdir()
        case "a symbolic link out":
            path.symlink_to(sys.executable)
        case "a link to nothing":
            path.symlink_to("gone.md")
        case "a pipe":
            os.mkfifo(path)


@pytest.mark.parametrize("case", BAD)
def test_bad_input_gets_one_message_with_its_place_and_the_old_site_stands(tmp_path, case):
    again(project(tmp_path))
    before = contents(tmp_path / "build")
    spoil(tmp_path, case)
    done = sitegen(tmp_path, "build")
    assert names(done) == [BAD[case][1]]
    assert done.returncode == PROBLEMS
    assert done.stderr.endswith("Inget nytt är publicerat: 1 fel. Det som fanns är orört.\n")
    assert done.stdout == ""
    assert contents(tmp_path / "build") == before


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="takes a right from root in the way of Linux")
def test_a_file_that_may_not_be_read_is_told(tmp_path):
    (project(tmp_path) / PROVIDER).chmod(0)
    done = sitegen(tmp_path, "build", preexec_fn=as_ordinary_user)
    assert (done.returncode, names(done)) == (PROBLEMS, [f"{PROVIDER} unreadable"])


def test_a_file_name_in_no_encoding_is_told(tmp_path):
    path = os.fsencode(project(tmp_path) / "content/providers") + b"/l\xe5da.md"
    with open(path, "wb") as file:  # noqa: PTH123 - a name of bytes
        file.write(provider().encode())
    for form in ((), ("--json",)):
        done = sitegen(tmp_path, "build", *form)
        assert done.returncode == PROBLEMS
        assert "bad-file-name" in done.stdout + done.stderr


def test_each_problem_is_a_line_with_place_code_name_and_sentence_and_then_a_hint(tmp_path):
    done = sitegen(project(tmp_path, {PROVIDER: provider("opening_hours: always\n")}), "build")
    assert done.stderr == (
        f"{PROVIDER}:5:1 SG301 unknown-key fel: Nyckeln opening_hours finns inte här.\n"
        "    Menade du hours? Se alla nycklar med: sitegen schema\n"
        "Inget nytt är publicerat: 1 fel. Det som fanns är orört.\n"
    )


def test_a_text_with_signs_of_markup_is_shown_as_it_is(tmp_path):
    done = sitegen(project(tmp_path, {PROVIDER: provider("'[bold]x[/bold] {y} :smile:': always\n")}), "build")
    assert "Nyckeln [bold]x[/bold] {y} :smile: finns inte här." in done.stderr
    assert done.returncode == PROBLEMS


def test_one_wrong_file_among_a_hundred_is_told_with_its_line_and_the_old_site_stands(tmp_path):
    files = {f"content/providers/{at // 10}/p{at}.md": provider(offers(f"Insats {at}")) for at in range(100)}
    assert sitegen(project(tmp_path, files), "build").returncode == OK
    before = contents(tmp_path / "build")
    wrong = "content/providers/4/p42.md"
    project(tmp_path, files | {wrong: provider(offers("Insats 42") + "    cots: gratis\n")})
    done = sitegen(tmp_path, "build")
    assert (done.returncode, names(done)) == (PROBLEMS, [f"{wrong}:8:5 unknown-key"])
    assert "Menade du cost?" in done.stderr
    assert contents(tmp_path / "build") == before
    assert len(before) > 120


def test_quiet_still_tells_what_is_wrong_and_only_that(tmp_path):
    files = {PROVIDER: "", "content/extra.txt": "x"}
    done = sitegen(project(tmp_path, files), "build", "--quiet")
    assert (done.returncode, names(done), done.stdout) == (PROBLEMS, [f"{PROVIDER} empty-file"], "")


# --- wrong use -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [
        ["buld"],
        ["build", "--nope"],
        ["build", "extra"],
        ["build", "--out"],
        ["build", "--date", "30 feb"],
        ["--lang", "xx", "build"],
        ["--lang"],
        ["schema", "sak"],
        ["demo"],
        ["demo", "x", "--municipalities", "0"],
    ],
)
def test_wrong_use_ends_with_2_and_says_why_in_swedish(tmp_path, arguments):
    done = sitegen(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (WRONG_USE, "")
    assert "Fel:" in done.stderr
    assert [word for word in ENGLISH if word in done.stderr] == []
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_content_is_told(tmp_path):
    done = sitegen(tmp_path, "build")
    assert (done.returncode, names(done)) == (WRONG_USE, ["content no-content"])
    assert list(tmp_path.iterdir()) == []


def test_a_project_that_does_not_exist_is_told(tmp_path):
    done = sitegen(tmp_path, "build", "--project", "nowhere")
    assert (done.returncode, names(done)) == (WRONG_USE, ["content no-content"])
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_municipality_gets_a_suggestion_and_nothing_is_built(tmp_path):
    done = sitegen(project(tmp_path), "build", "--municipality", "ekvik", "--municipality", "talköping")
    assert (done.returncode, names(done)) == (WRONG_USE, ["--municipality unknown-municipality"])
    assert "Menade du tallkoping?" in done.stderr
    assert not (tmp_path / "build").exists()


@pytest.mark.parametrize("out", ["content", "content/ut", "themes/ut", ".", ".."])
def test_an_output_that_would_move_the_project_is_refused(tmp_path, out):
    before = contents(project(tmp_path / "project"))
    done = sitegen(tmp_path / "project", "build", "--out", out)
    assert (done.returncode, names(done)) == (WRONG_USE, ["--out bad-target"])
    assert contents(tmp_path / "project") == before


def test_an_output_inside_the_content_through_a_link_is_refused(tmp_path):
    (project(tmp_path) / "ut").symlink_to(tmp_path / "content")
    before = contents(tmp_path / "content")
    assert names(sitegen(tmp_path, "build", "--out", "ut/x")) == ["--out bad-target"]
    assert contents(tmp_path / "content") == before


def test_an_output_that_is_a_file_is_refused(tmp_path):
    (project(tmp_path) / "build").write_text("theirs", encoding="utf-8")
    done = sitegen(tmp_path, "build")
    assert (done.returncode, names(done)) == (WRONG_USE, ["build bad-target"])
    assert (tmp_path / "build").read_text(encoding="utf-8") == "theirs"


# --- a fault of our own ----------------------------------------------------------------------------------------------


def test_a_fault_of_our_own_ends_with_3_says_whose_it_is_and_shows_no_traceback(tmp_path, monkeypatch, capfd):
    def broken(config, progress):
        raise ZeroDivisionError("hoppsan")

    monkeypatch.setattr(build, "build", broken)
    with pytest.raises(SystemExit) as ended:
        cli.main(["build", "--project", str(tmp_path)])
    said = capfd.readouterr().err
    assert ended.value.code == OUR_FAULT
    assert said.startswith("Det här är ett fel i sitegen, inte i ditt innehåll: ZeroDivisionError: hoppsan\n")
    assert "Traceback" not in said


def test_somebody_who_looks_for_our_fault_gets_the_traceback(tmp_path, monkeypatch):
    def broken(config, progress):
        raise ZeroDivisionError("hoppsan")

    monkeypatch.setattr(build, "build", broken)
    monkeypatch.setenv("SITEGEN_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        cli.main(["build", "--project", str(tmp_path)])


# --- for programs ----------------------------------------------------------------------------------------------------


def test_json_tells_what_was_published(tmp_path):
    done = sitegen(project(tmp_path, {"content/extra.txt": "x"}), "build", "--json")
    told = json.loads(done.stdout)
    assert done.stderr == ""
    assert {key: told[key] for key in ("version", "published", "municipalities", "pages", "offers")} == {
        "version": 1, "published": True, "municipalities": ["ekvik", "tallkoping"], "pages": 35, "offers": 2,
    }  # fmt: skip
    assert sorted(told["files"]["added"]) == sorted(contents(tmp_path / "build").keys() - {".sitegen.json"})
    assert [(found["name"], found["severity"]) for found in told["findings"]] == [("stray-file", "warning")]


def test_json_tells_each_problem_with_its_place(tmp_path):
    done = sitegen(project(tmp_path, {PROVIDER: provider("opening_hours: always\n")}), "build", "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr, told["published"], "files" in told) == (PROBLEMS, "", False, False)
    assert told["findings"] == [
        {
            "file": PROVIDER,
            "line": 5,
            "column": 1,
            "code": "SG301",
            "name": "unknown-key",
            "severity": "error",
            "text": "Nyckeln opening_hours finns inte här.",
            "hint": "Menade du hours? Se alla nycklar med: sitegen schema",
        }
    ]


@pytest.mark.parametrize("kind", cli.SCHEMAS)
def test_every_schema_is_json_with_a_swedish_title(kind, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(["schema", kind])
    assert ended.value.code == OK
    found = json.loads(capsys.readouterr().out)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert found["title"]


# --- words and colours -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("arguments", [["--help"], ["build", "-h"], ["schema", "--help"], ["demo", "--help"]])
def test_help_is_swedish(tmp_path, arguments):
    done = sitegen(tmp_path, *arguments, environment={"LANG": "en_GB.UTF-8", "LANGUAGE": "en"})
    assert (done.returncode, done.stderr) == (OK, "")
    assert "Visa den här hjälpen och avsluta." in done.stdout
    assert [word for word in ENGLISH if word in done.stdout] == []


def test_lang_en_speaks_english(tmp_path):
    done = sitegen(project(tmp_path, {PROVIDER: ""}), "--lang", "en", "build")
    assert done.returncode == PROBLEMS
    assert f"{PROVIDER} SG104 empty-file error: The file is empty." in done.stderr
    assert "Filen" not in done.stderr


def test_lang_en_speaks_english_of_wrong_use_and_in_help(tmp_path):
    assert "Usage: sitegen build" in sitegen(tmp_path, "--lang", "en", "build", "--help").stdout
    assert "Error: No such option" in sitegen(tmp_path, "--lang=en", "build", "--nope").stderr


def test_the_language_may_come_from_the_environment(tmp_path):
    done = sitegen(project(tmp_path, {PROVIDER: ""}), "build", environment={"SITEGEN_LANG": "en"})
    assert "error: The file is empty." in done.stderr


ESCAPE = "\x1b["


def test_colours_are_for_terminals_and_not_where_no_color_is_set(tmp_path):
    project(tmp_path, {PROVIDER: ""})
    assert ESCAPE not in sitegen(tmp_path, "build").stderr
    wanted = {"FORCE_COLOR": "1", "TERM": "xterm-256color"}
    assert ESCAPE + "1;31m" in sitegen(tmp_path, "build", environment=wanted).stderr
    plain = sitegen(tmp_path, "build", environment=wanted | {"NO_COLOR": "1"}).stderr
    assert not re.search(r"\x1b\[[\d;]*3\d", plain)


def test_a_narrow_terminal_does_not_break_lines_that_programs_read(tmp_path):
    done = sitegen(project(tmp_path, {PROVIDER: ""}), "build", environment={"COLUMNS": "20"})
    assert f"{PROVIDER} SG104 empty-file fel: Filen är tom.\n" in done.stderr


def test_an_ascii_terminal_is_no_reason_to_fail(tmp_path):
    done = sitegen(project(tmp_path, {PROVIDER: ""}), "build", environment={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert (done.returncode, names(done)) == (PROBLEMS, [f"{PROVIDER} empty-file"])


def test_the_version_is_told(tmp_path):
    assert sitegen(tmp_path, "--version").stdout == f"sitegen {__version__}\n"


# --- demo ------------------------------------------------------------------------------------------------------------


def test_a_demo_is_written_once_and_never_over_what_is_there(tmp_path):
    done = sitegen(tmp_path, "demo", "prov", "--municipalities", "2", "--providers", "3")
    assert (done.returncode, done.stderr) == (OK, "")
    before = contents(tmp_path / "prov")
    assert len(before) > 10
    second = sitegen(tmp_path, "demo", "prov")
    assert second.returncode == WRONG_USE
    assert "finns redan innehåll" in second.stderr
    assert contents(tmp_path / "prov") == before


def test_a_text_nested_too_deep_is_named(tmp_path):
    deep = "\n".join("  " * 2 * depth + "- a" for depth in range(400))
    done = sitegen(project(tmp_path, {PROVIDER: provider(body=deep)}), "build")
    assert (done.returncode, names(done)) == (PROBLEMS, [f"{PROVIDER} text-too-deep"])


def test_the_top_page_of_one_municipality_lists_what_is_there(tmp_path):
    sitegen(project(tmp_path), "build", "-m", "ekvik", "--out", "ny")
    top = (tmp_path / "ny" / "index.html").read_text(encoding="utf-8")
    assert "Ekvik" in top
    assert "Tallköping" not in top
    sitegen(tmp_path, "build", "-m", "tallkoping", "--out", "ny")
    top = (tmp_path / "ny" / "index.html").read_text(encoding="utf-8")
    assert "Ekvik" in top
    assert "Tallköping" in top


@pytest.mark.parametrize("day", ["2026-W01", "20260101", "9999-12-31", "i dag"])
def test_a_date_that_is_not_written_as_asked_is_wrong_use(tmp_path, day):
    assert sitegen(project(tmp_path), "build", "--date", day).returncode == WRONG_USE


def test_an_output_that_leads_to_itself_is_wrong_use(tmp_path):
    (project(tmp_path) / "ring").symlink_to("ring")
    done = sitegen(tmp_path, "build", "--out", "ring")
    assert done.returncode == WRONG_USE
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="takes a right from root in the way of Linux")
def test_a_folder_of_content_that_cannot_be_read_removes_nothing(tmp_path):
    path = "content/providers/sub/annan.md"
    sitegen(project(tmp_path, {path: provider(name="Annan")}), "build")
    before = contents(tmp_path / "build")
    (tmp_path / "content/providers/sub").chmod(0)
    try:
        done = sitegen(tmp_path, "build", preexec_fn=as_ordinary_user)
    finally:
        (tmp_path / "content/providers/sub").chmod(0o755)
    assert (done.returncode, names(done)) == (PROBLEMS, ["content/providers/sub unreadable"])
    assert contents(tmp_path / "build") == before
