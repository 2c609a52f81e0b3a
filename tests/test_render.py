"""Stage 6: templates that fail say where in the theme; those that do not give a page."""

from __future__ import annotations

import pytest
from sites import THEME, TINY_PAGE, again, check_fail, project, run, told

from sitegen.findings import Place
from sitegen.render import SOFT_HYPHEN, render, soften
from sitegen.theme import load
from sitegen.views import MunicipalitiesPage, Page

ABOUT = "themes/standard/templates/about.html"
START = "themes/standard/templates/start.html"


def rendered(folder, template, **changes):
    """One page made of a template and a view whose ``sample`` and ``lang`` a case gives."""
    files = {"themes/standard/templates/about.html": template}
    theme = load("standard", (project(folder, files) / "themes",), Place("x"))
    view = MunicipalitiesPage(**{"lang": "sv", "dir": "ltr", "style": "", "sample": "", "municipalities": ()} | changes)
    artifacts, findings = render([Page("about.html", "about.html", view)], theme)
    assert findings == []
    return artifacts[0].data.decode("utf-8")


def problem(folder, files):
    """The one thing that a build says of a broken theme."""
    report = run(folder, files)
    assert told(report) == [f"{report.findings[0].place} template-error"]
    assert report.written is None
    return report.findings[0].values["problem"]


# --- templates that fail ---------------------------------------------------------------------------------------------


def test_an_undefined_name_is_told_with_file_and_line(tmp_path):
    files = {ABOUT: f"{TINY_PAGE}<p>{{{{ page.framme }}}}</p>\n"}
    check_fail(tmp_path, files, "template-error", f"{ABOUT}:4", problem="framme")


def test_an_undefined_name_is_not_forgiven_in_a_condition(tmp_path):
    check_fail(tmp_path, {ABOUT: "{% if sida %}x{% endif %}\n"}, "template-error", f"{ABOUT}:1", problem="sida")


def test_a_syntax_error_is_told_with_file_and_line(tmp_path):
    check_fail(tmp_path, {ABOUT: "<p>\n\n{% endfor %}\n<p>\n"}, "template-error", f"{ABOUT}:3")


def test_an_unknown_filter_is_told_with_file_and_line(tmp_path):
    check_fail(tmp_path, {ABOUT: "<p>\n{{ page.ask|glad }}\n"}, "template-error", f"{ABOUT}:2", problem="glad")


def test_a_missing_include_is_told_where_it_is_included(tmp_path):
    files = {ABOUT: '<p>\n{% include "fot.html" %}\n'}
    check_fail(tmp_path, files, "no-template", f"{ABOUT}:2", template="fot.html")


def test_a_missing_parent_is_told_where_it_is_wanted(tmp_path):
    files = {ABOUT: '{% extends "grund.html" %}\n'}
    check_fail(tmp_path, files, "no-template", f"{ABOUT}:1", template="grund.html")


@pytest.mark.parametrize(
    ("part", "line"), [("<p>\n{{ page.framme }}\n", 2), ("<p>\n<p>\n{% endif %}\n", 3), ("{{ 1 / 0 }}\n", 1)]
)
def test_an_error_in_an_included_part_is_told_in_that_part_and_once_for_all_pages(tmp_path, part, line):
    shared = "themes/standard/templates/del.html"
    included = {path: '{% include "del.html" %}\n' for path in THEME if path.endswith(("about.html", "start.html"))}
    check_fail(tmp_path, {shared: part} | included, "template-error", f"{shared}:{line}")


def test_a_missing_template_is_told(tmp_path):
    check_fail(tmp_path, {ABOUT: None}, "no-template", ABOUT, template="about.html")


def test_a_template_that_includes_itself_is_told(tmp_path):
    problem(tmp_path, {ABOUT: '{% include "about.html" %}\n'})


def test_a_template_in_another_encoding_is_told(tmp_path):
    check_fail(tmp_path, {ABOUT: "<p>Åäö\n".encode("cp1252")}, "template-error", ABOUT)


def test_an_error_in_the_top_page_is_told_too(tmp_path):
    top = "themes/standard/templates/municipalities.html"
    check_fail(tmp_path, {top: "{{ page.frame }}\n"}, "template-error", f"{top}:1", problem="frame")


def test_all_broken_templates_are_told_in_one_run(tmp_path):
    assert told(run(tmp_path, {ABOUT: "{{ x }}", START: "\n{{ y }}"})) == [
        f"{ABOUT}:1 template-error",
        f"{START}:2 template-error",
    ]


# --- templates that do not -------------------------------------------------------------------------------------------


def test_what_a_page_shows_is_escaped(tmp_path):
    assert rendered(tmp_path, "{{ page.sample }}", sample="<b>&") == "&lt;b&gt;&amp;\n"


def test_a_page_ends_with_one_line_end(tmp_path):
    assert rendered(tmp_path, "<p>\n\n\n") == "<p>\n"


def test_templates_may_mark_texts_for_translation(tmp_path):
    template = "{% trans count=2 %}{{ count }} insats{% pluralize %}{{ count }} insatser{% endtrans %}"
    assert rendered(tmp_path, template) == "2 insatser\n"
    assert rendered(tmp_path, "{{ _('Sök') }}") == "Sök\n"


def test_the_filter_soft_divides_and_still_escapes(tmp_path):
    found = rendered(tmp_path, "{{ page.sample|soft }}", sample="<b> funktionsnedsättning")
    assert found.startswith("&lt;b&gt; ")
    assert SOFT_HYPHEN in found
    assert found.replace(SOFT_HYPHEN, "") == "&lt;b&gt; funktionsnedsättning\n"


# --- soft hyphens ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("word", "divided"),
    [
        ("funktionsnedsättning", "funktions-nedsättning"),
        ("Missbruksbehandling", "Missbruks-behandling"),
    ],
)
def test_a_long_word_can_break_where_its_parts_meet(word, divided):
    places = soften(word, "sv").split(SOFT_HYPHEN)
    assert "".join(places) == word
    first, _ = divided.split("-")
    ends = ["".join(places[:count]) for count in range(1, len(places))]
    assert first in ends


def test_no_part_of_a_word_is_shorter_than_four_letters():
    parts = soften("socialpsykiatriverksamheten", "sv").split(SOFT_HYPHEN)
    assert len(parts) > 1
    assert len(parts[0]) >= 4
    assert len(parts[-1]) >= 4


@pytest.mark.parametrize("text", ["Stöd och hjälp", "fjortonbokstav", "", "a-b-c-d-e-f-g-h-i-j"])
def test_short_words_stay_as_they_are(text):
    assert soften(text, "sv") == text


def test_a_language_without_a_dictionary_gets_the_swedish_one():
    assert soften("funktionsnedsättning", "xx") == soften("funktionsnedsättning", "sv")


def test_a_theme_that_was_changed_and_loaded_again_is_the_changed_one(tmp_path):
    first = run(tmp_path, {ABOUT: "<p>Ett</p>\n"})
    (tmp_path / ABOUT).write_text("<p>Två</p>\n", encoding="utf-8")
    second = again(tmp_path)
    assert first.written and second.written
    assert (tmp_path / "build/tallkoping/om.html").read_text(encoding="utf-8") == "<p>Två</p>\n"
