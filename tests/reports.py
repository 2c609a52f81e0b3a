"""Reports for the tests of the linter's output: one of a real page, and one of invented rules with awkward words."""

from collections import Counter
from datetime import date

from sitegen import kinds
from sitegen.findings import Finding, Place
from sitegen.lint.gather import of_html
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Verdict, Weight
from sitegen.lint.rules import RULES
from sitegen.lint.run import Report, Result, Selection, Unread
from sitegen.lint.tally import Asked, run

TODAY = date(2026, 11, 24)
FILE = "sidor/samtal.html"
PAGE = """<!doctype html>
<html lang="sv">
<head><title>Samtalsstöd</title></head>
<body><main>
<h1>Samtalsstöd</h1>
\t<p>Vi erbjuder stöd till dig som mår dåligt. För mer information, kontakta socialtjänsten. \
Enligt socialtjänstlagen (2001:453) ger vi bistånd åt missbrukare.</p>
<img src="a.png">
<a href="https://example.com/b.html">Klicka här</a>
</main></body>
</html>
"""
EVIL = '=HYPERLINK("https://x.example";"a")\x00\x1b[31m\ud800\ufffe<script>alert(1)</script> ]]> {0} [a](b) 100%'
FORMULAS = ("=1+1", "+46 13", "-2", "@SUM(A1)", "  =1", "\uff1d1", "<r><t>x</t></r>", "_x0041_")


def of_page(file=FILE, **asked):
    """What the shipped rules say of the page."""
    subjects, setting = of_html({file: PAGE}, TODAY)
    return run(subjects, setting, Asked(RULES, Selection(**{"profile": Profile.FOREDOME, **asked})))


def rule(code="XX001", name="invented-rule", category=Category.ACCESS, weight=Weight.ERROR, **extra):
    """A rule that is in no list."""
    return Rule(
        code=code,
        name=name,
        category=category,
        profile=extra.pop("profile", Profile.GRUND),
        judges=Judges.PAGE,
        clause="SoL 1 kap. 1 §",
        fail="Fel: ”{word}”.",
        hint="Gör så här med {word}.",
        review="Se efter: ”{word}”.",
        weight=weight,
        check=lambda page, setting: iter(()),
    )


def result(of=None, place=None, verdict=Verdict.FAIL, word="ord", evidence="", record="", municipality=""):
    place = place or Place("content/municipalities/tallkoping/index.md", 3, 5)
    outcome = Outcome(verdict, place, {"word": word}, evidence, "access")
    return Result(of or rule(), outcome, record or place.file, municipality)


def awkward():
    """Everything that a page may throw at a format: formulas, markup, control codes, halves of letters, long words."""
    page = Place("https://stod.example/a:b?c=d,e%20", 7, 1)
    told = [
        result(word=EVIL, evidence=EVIL),
        result(place=page, word="100% a\nb\r\nc", evidence="x" * 40_000, verdict=Verdict.REVIEW),
        result(rule("XX002", "other-rule", Category.WORDS, Weight.NOTE), Place("a,b:c%\n\udcff.html"), word="å"),
        *(
            result(rule("XX003", "third-rule", Category.WORDS, Weight.WARNING), word=word, evidence=word)
            for word in FORMULAS
        ),
        *(
            result(word="w", municipality=name)
            for name in ("Ö/[a]:*?", "ö\\ a", "x" * 40, "X" * 41, "history", "'", "=1+1")
        ),
    ]
    counts = {
        "XX001": Counter({Verdict.PASS: 11, Verdict.FAIL: 2, Verdict.REVIEW: 1}),
        "XX002": Counter({Verdict.FAIL: 1}),
        "XX003": Counter({Verdict.FAIL: len(FORMULAS), Verdict.PASS: 2000}),
        "XX009": Counter({Verdict.PASS: 1}),
        "SD001": Counter({Verdict.NOT_APPLICABLE: 3}),
        "SD002": Counter({Verdict.PASS: 3}),
    }
    return Report(
        told=tuple(told),
        counts=counts,
        accepted=2,
        problems=(Finding(kinds.EMPTY_FILE, Place("content/providers/kinda/<b>.md")),),
        unread=(
            Unread("https://stod.example/=x", "sidan är tom", False),
            Unread("a\x1b\udcff.html", "det är inte HTML"),
        ),
        subjects={"page": 3},
        ladder={Profile.GRUND: 0, Profile.GOD: 4, Profile.KOMPLETT: 2, Profile.FOREDOME: 0},
    )
