"""The bones of a report in one HTML file: nothing is fetched, and it reads on a narrow screen and on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape as _escape

STYLE = """
:root { color-scheme: light; --ink: #1d1a16; --soft: #4f483e; --line: #c9bfae; --accent: #1f4e79; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 72rem; background: #fffefb; color: var(--ink);
  font: 1.0625rem/1.5 system-ui, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3 { line-height: 1.2; margin: 2rem 0 .5rem; } h1 { margin-top: 1rem; font-size: clamp(1.5rem, 6vw, 2rem); }
p, li { max-width: 44rem; }
a { color: var(--accent); } summary { cursor: pointer; padding: .4rem 0; min-height: 1.75rem; }
:focus-visible { outline: 3px solid var(--ink); outline-offset: 2px; }
.scroll { overflow-x: auto; margin: 0 0 1rem; } .scroll table { min-width: 34rem; }
table { border-collapse: collapse; width: 100%; font-size: .95rem; }
caption { text-align: start; font-weight: 700; padding-bottom: .4rem; }
th, td { text-align: start; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid var(--line);
  overflow-wrap: break-word; }
figure { margin: 1rem 0; } figcaption { font-weight: 700; margin-bottom: .5rem; }
svg { max-width: 100%; height: auto; display: block; }
.yes { font-weight: 700; } .no::before { content: "– "; } .soft { color: var(--soft); }
.key { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.key svg { display: inline-block; vertical-align: -.15em; margin-inline-end: .4em; }
@media print { details { break-inside: avoid; } .scroll { overflow: visible; } a { color: inherit; } }
"""


def escape(text: str) -> str:
    """A text as HTML shows it."""
    return _escape(text, quote=True)


def document(title: str, parts: Iterable[str], lang: str = "sv") -> str:
    """A whole page. ``parts`` are HTML."""
    body = "\n".join(parts)
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n"
        f"{body}\n</main>\n</body>\n</html>\n"
    )


def table(caption: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of texts; the first cell of a row is its heading. It scrolls by itself on a narrow screen."""
    return html_table(caption, headings, ([escape(cell) for cell in row] for row in rows))


def html_table(caption: str, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose cells are HTML already."""
    head = "".join(f'<th scope="col">{escape(heading)}</th>' for heading in headings)
    body = "\n".join(_row(row) for row in rows)
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(caption)}">\n<table>\n'
        f"<caption>{escape(caption)}</caption>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}\n</tbody>\n</table>\n</div>"
    )


def _row(cells: Sequence[str]) -> str:
    first, rest = cells[0], cells[1:]
    return f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in rest) + "</tr>"
