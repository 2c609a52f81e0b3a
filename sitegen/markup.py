"""The door to Markdown: text to safe HTML.

Every text gets a parser of its own, so no footnote or abbreviation leaks from one text into the next. Content is not
trusted: what Markdown lets through is cleaned by ``nh3`` against a written list of elements and attributes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape

import markdown
import nh3

EXTENSIONS = ("attr_list", "def_list", "footnotes", "tables", "admonition", "abbr", "sane_lists")
TAGS = frozenset(
    [
        "a",
        "abbr",
        "blockquote",
        "br",
        "code",
        "dd",
        "del",
        "div",
        "dl",
        "dt",
        "em",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
EVERYWHERE = {"id", "class", "lang", "dir", "title"}
ATTRIBUTES = {
    "*": EVERYWHERE,
    "a": {"href", "hreflang"},
    "ol": {"start"},
    "td": {"colspan", "rowspan", "style"},
    "th": {"colspan", "rowspan", "scope", "style"},
}
SCHEMES = frozenset({"http", "https", "mailto", "tel", "sms"})
CONTENT_DROPPED = {"script", "style", "iframe", "object", "embed", "template", "noscript", "textarea", "select", "svg"}

MARKDOWN_LINK = re.compile(r"\]\(\s*<?([^)\s>]+)|^\s{0,3}\[[^\]^]+\]:\s*<?(\S+?)>?\s*$", re.MULTILINE)
RAW_TAG = re.compile(
    r"<(script|style|iframe|object|embed|form|input|img|svg|video|audio|link|meta|h1)\b", re.IGNORECASE
)
IMAGE = re.compile(r"!\[[^\]]*\][(\[]")
IMAGE_TARGET = re.compile(r"(?<=!)\[[^\]]*\]\([^)]*\)")
FENCE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)
HREF = re.compile(r'(<a\b[^>]*?\bhref=")([^"]*)(")')
ABBREVIATION = re.compile(r'<a\b.*?</a>|<abbr title="([^"]*)">([^<]*)</abbr>(\s*\()?', re.DOTALL)
CELL = re.compile(r'(<t[dh]\b[^>]*?) style="(?:text-align:\s*(left|center|right))?[^"]*"([^>]*>)')
PLAIN = re.compile(r"<[^>]+>")


def to_html(text: str, abbreviations: Mapping[str, str] | None = None, prefix: str = "", heading: int = 2) -> str:
    """Markdown to clean HTML.

    Args:
        text: Markdown with attribute lists, definition lists, footnotes, tables, admonitions and abbreviations.
        abbreviations: short form to written-out form; each place becomes an ``abbr``.
        prefix: put before the footnotes' ids, so that two texts on one page do not share them.
        heading: the level that ``##`` becomes; a text inside a section may not break the order of headings.
    """
    parser = markdown.Markdown(
        extensions=list(EXTENSIONS),
        extension_configs={
            "abbr": {"glossary": dict(abbreviations or {})},
            "footnotes": {"UNIQUE_IDS": False, "BACKLINK_TITLE": "Tillbaka till texten vid fotnot {}"},
        },
        output_format="html",
    )
    html = nh3.clean(
        parser.convert(text),
        tags=set(TAGS),
        clean_content_tags=CONTENT_DROPPED,
        attributes=ATTRIBUTES,
        url_schemes=set(SCHEMES),
        link_rel=None,
        filter_style_properties={"text-align"},
    )
    return _own_ids(_levels(CELL.sub(_aligned, html), heading - 2), prefix)


def _aligned(cell: re.Match[str]) -> str:
    """A cell with its alignment as a class: the pages' security policy allows no style attribute."""
    start, side, end = cell.groups()
    if side and ' class="' in start + end:
        return (start + end).replace(' class="', f' class="align-{side} ', 1)
    return f'{start} class="align-{side}"{end}' if side else start + end


def _levels(html: str, deeper: int) -> str:
    if not deeper:
        return html
    return re.sub(r"(</?h)([2-6])\b", lambda match: f"{match[1]}{min(6, int(match[2]) + deeper)}", html)


def _own_ids(html: str, prefix: str) -> str:
    """Footnotes are ``fn:1`` in every text; on a page with several texts each needs its own."""
    return re.sub(r'((?:id|href)="#?)(fn(?:ref\d*)?:)', rf"\g<1>{escape(prefix)}\g<2>", html) if prefix else html


def links(text: str) -> Iterator[tuple[str, int]]:
    """The targets of a text's links, each with its offset; code and images are passed over."""
    bare = FENCE.sub(lambda match: " " * len(match[0]), text)
    bare = IMAGE_TARGET.sub(lambda match: " " * len(match[0]), bare)
    for match in MARKDOWN_LINK.finditer(bare):
        group = 1 if match[1] else 2
        yield match[group], match.start(group)


def removed_tags(text: str) -> Iterator[tuple[str, int]]:
    """HTML elements and images of a text that ``to_html`` will take away, each with its offset."""
    bare = FENCE.sub(lambda match: " " * len(match[0]), text)
    for match in RAW_TAG.finditer(bare):
        yield match[1].lower(), match.start()
    for match in IMAGE.finditer(bare):
        yield "img", match.start()


def with_links(html: str, targets: Mapping[str, str]) -> str:
    """Replace the targets of links, as they were written, by the addresses of pages."""
    return HREF.sub(lambda match: match[1] + escape(targets.get(match[2], match[2])) + match[3], html)


def written_out(html: str, seen: set[str], hrefs: Mapping[str, str]) -> str:
    """Write out each abbreviation where a page uses it first outside a link, with a link to the glossary.

    An ``abbr`` alone helps neither touch, keyboard nor most screen readers (w3c/wcag#3019), so the first
    "MI" of a page becomes "MI (motiverande samtal)". ``seen`` is the page's own memory, filled here.

    Args:
        html: from ``to_html`` with ``abbreviations``.
        seen: short forms that the page has written out already.
        hrefs: short form to the address of its entry in the glossary.
    """

    def replace(match: re.Match[str]) -> str:
        title, short, parenthesis = match[1], match[2], match[3] or ""
        if short is None:  # the match is a link, and a link cannot hold another
            return match[0]
        if short in seen or short not in hrefs:
            return f'<abbr title="{title}">{short}</abbr>{parenthesis}'
        seen.add(short)
        link = f'<a href="{escape(hrefs[short])}">{short}</a>'
        return f"{link}{parenthesis}" if parenthesis else f"{link} ({title})"

    return ABBREVIATION.sub(replace, html)


def plain(html: str) -> str:
    """The words of a piece of HTML on one line."""
    return " ".join(PLAIN.sub(" ", html).split())
