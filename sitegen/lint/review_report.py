"""The report of a review for people: figures, the matrix, and the evidence for each verdict."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_, Speaker
from sitegen.lint.review_csv import verdict_text
from sitegen.lint.review_html import document, escape, html_table, table
from sitegen.lint.review_matrix import Matrix, matrix_of
from sitegen.lint.review_plot import patterns, plot
from sitegen.lint.review_rows import FACT_WORDS, FACTS, ROUTE, Review, ReviewedPage, Row, level_of, words_of
from sitegen.lint.review_xlsx import NO_OFFER, UNSURE, share_text

SUMMARY = N_(
    "{pages} sidor från {municipalities} kommuner. {unread} gick inte att läsa. {without} erbjuder inget stöd."
)
SHARES_BY_FACT = N_("Andel sidor som säger, uppgift för uppgift")
SHARES_BY_PLACE = N_("Andel sidor som säger vägen in, kommun för kommun")
SHARES = N_("Antal sidor som säger, per kommun och uppgift")
MATRIX = N_("Alla sidor")
EVIDENCE = N_("Belägg, sida för sida")
LOST = N_("Sidor som inte gick att läsa")
METHOD = N_("Så är granskningen gjord")
METHOD_LINES = (
    N_("Ett program har läst huvudsidan och första sidan för varje område. Sidor längre in är inte lästa."),
    N_("Det läser som en invånare utan förkunskaper: bara det som står på sidan räknas."),
    N_("Att sidan bjuder in till kontakt räknas inte som att den säger vägen in."),
    N_("Ja för vägen in betyder att den sägs för alla stöd på sidan. Delvis betyder att den sägs för en del av stöden,"
       " eller att båda vägarna finns utan att det framgår vilken som gäller vad."),
    N_("Ja för kontakt betyder verksamheten själv, socialkontoret eller IFO. Delvis betyder bara växeln."),
    N_("Sidor som inte erbjuder något stöd, som anmälan och lediga jobb, räknas inte i andelarna."),
    N_("Programmet kan ta fel. En människa bör läsa sidorna också, fylla i review.xlsx och läsa in den igen."),
    N_("Granskningen gäller hur sidorna såg ut den dagen. Varje sida är sparad med tid och kontrollsumma."),
)  # fmt: skip
LEVEL_CLASSES = {"yes": "yes", "partly": "partly", "no": "no", "": "soft"}


def to_html(review: Review, speak: Speaker) -> str:
    """The report as one page."""
    matrix = matrix_of(review)
    parts = [patterns(), *_head(review, matrix, speak), *_figures(matrix, speak), *_all_pages(review, speak)]
    parts += [*_lost(review, speak), *_evidence(review, speak), *_method(speak)]
    return document(review.name, parts)


def _head(review: Review, matrix: Matrix, speak: Speaker) -> Iterator[str]:
    words = speak.gettext(SUMMARY).format(
        pages=len(review.pages), municipalities=len(review.municipalities),
        unread=matrix.unread, without=matrix.without_offer,
    )  # fmt: skip
    day = speak.gettext(N_("Läst {day}.")).format(day=review.at.date().isoformat())
    yield f"<p>{escape(day)} {escape(words)}</p>"


def _figures(matrix: Matrix, speak: Speaker) -> Iterator[str]:
    """The plots, and the table that says the same in numbers."""
    say = speak.gettext
    yield f"<h2>{escape(say(N_('Hur många sidor säger det?')))}</h2>"
    by_fact = {say(FACT_WORDS[fact]): share for fact, share in matrix.by_fact.items()}
    yield plot("fact", say(SHARES_BY_FACT), by_fact, speak)
    routes = {name: shares[ROUTE] for name, shares in matrix.by_municipality.items()}
    yield plot("place", say(SHARES_BY_PLACE), routes, speak)
    rows = [*matrix.by_municipality.items(), (say(N_("Alla")), matrix.by_fact)]
    headings = [say(N_("Kommun")), *(say(FACT_WORDS[fact]) for fact in FACTS)]
    yield table(say(SHARES), headings, ([name, *(share_text(of[f], speak) for f in FACTS)] for name, of in rows))


def _all_pages(review: Review, speak: Speaker) -> Iterator[str]:
    """The matrix: a table for each municipality, a row for each page, a column for each fact."""
    say = speak.gettext
    yield f"<h2>{escape(say(MATRIX))}</h2>"
    headings = [say(N_("Område")), *(say(FACT_WORDS[fact]) for fact in FACTS)]
    for name in review.municipalities:
        yield f"<h3>{escape(name)}</h3>"
        rows = ([_link(page), *(_cell(page, row, speak) for row in page.rows)] for page in review.of(name))
        yield html_table(f"{name}: {say(MATRIX).lower()}", headings, rows)


def _link(page: ReviewedPage) -> str:
    address = page.final_url or page.address
    name = escape(page.area)
    return f'<a href="{escape(address)}">{name}</a>' if address.startswith(("http://", "https://")) else name


def _cell(page: ReviewedPage, row: Row, speak: Speaker) -> str:
    say = speak.gettext
    words = say(words_of(row.fact, row.final)) if row.reviewer else verdict_text(row, speak)
    asides = [UNSURE] * (not row.sure and not row.reviewer) + [NO_OFFER] * (
        row.fact == ROUTE and not page.offers_support
    )
    aside = "".join(f' <span class="soft">({escape(say(one))})</span>' for one in asides)
    return f'<span class="{LEVEL_CLASSES[level_of(row.fact, row.final)]}">{escape(words)}</span>{aside}'


def _lost(review: Review, speak: Speaker) -> Iterator[str]:
    lost = [page for page in review.pages if page.reason]
    if lost:
        say = speak.gettext
        yield f"<h2>{escape(say(LOST))}</h2>"
        headings = [say(N_("Kommun")), say(N_("Område")), say(N_("Adress")), say(N_("Varför"))]
        rows = ([page.municipality, page.area, page.address, say(page.reason)] for page in lost)
        yield table(say(LOST), headings, rows)


def _evidence(review: Review, speak: Speaker) -> Iterator[str]:
    """What each page says, in its own words, folded together until it is asked for."""
    say = speak.gettext
    yield f"<h2>{escape(say(EVIDENCE))}</h2>"
    headings = [say(N_("Uppgift")), say(N_("Bedömning")), say(N_("Belägg")), say(N_("Rad"))]
    for page in review.pages:
        if page.reason:
            continue
        name = f"{page.municipality}: {page.area}"
        rows = (
            [say(FACT_WORDS[row.fact]), _judged(row, speak), row.evidence, str(row.line or "")] for row in page.rows
        )
        kept = say(N_("Läst {time}. Sparad som {file}, SHA-256 {digest}.")).format(
            time=page.at.isoformat(sep=" ", timespec="minutes"), file=page.archived, digest=page.sha256
        )
        yield f"<details>\n<summary>{escape(name)}</summary>\n{table(name, headings, rows)}"
        yield f'<p class="soft">{escape(kept)}</p>\n</details>'


def _judged(row: Row, speak: Speaker) -> str:
    """The verdict that stands, and the linter's when a reviewer said otherwise."""
    told = verdict_text(row, speak)
    if not row.reviewer or row.reviewer == row.verdict:
        return told
    words = speak.gettext(words_of(row.fact, row.reviewer))
    return speak.gettext(N_("{reviewer} (granskaren; verktyget: {linter})")).format(reviewer=words, linter=told)


def _method(speak: Speaker) -> Iterator[str]:
    yield f"<h2>{escape(speak.gettext(METHOD))}</h2>\n<ul>"
    yield from (f"<li>{escape(speak.gettext(line))}</li>" for line in METHOD_LINES)
    yield "</ul>"
