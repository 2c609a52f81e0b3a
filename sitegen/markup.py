"""The door to Markdown: text to safe HTML.

Each text finds the parser as new (``reset``), so no footnote or abbreviation leaks from one text into the next. Content
is not trusted: what Markdown lets through is cleaned by ``nh3`` against a written list of elements and attributes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from html import escape

import markdown
import nh3

from sitegen import fastmark

EXTENSIONS = ("attr_list", "def_list", "fenced_code", "footnotes", "tables", "admonition", "abbr", "sane_lists")
TAGS = frozenset(
    {"a", "abbr", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"hr", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q", "small", "span", "strong", "sub", "sup", "table"}
    | {"tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
CLASSES = {
    "a": {"footnote-ref", "footnote-backref"},
    "div": {"admonition", "note", "tip", "warning", "danger", "footnote"},
    "p": {"admonition-title"},
}
"""What a text may call itself: nothing that could pass for a part of the page, such as an access statement."""
EVERYWHERE = {"id", "lang", "dir", "title"}
ATTRIBUTES = {
    "*": EVERYWHERE,
    "a": {"href", "hreflang"},
    "ol": {"start"},
    "td": {"colspan", "rowspan", "style"},
    "th": {"colspan", "rowspan", "scope", "style"},
}
SCHEMES = frozenset({"http", "https", "mailto", "tel", "sms"})
CONTENT_DROPPED = {"script", "style", "iframe", "object", "embed", "template", "noscript", "textarea", "select", "svg"}

CLEANER = nh3.Cleaner(
    tags=set(TAGS),
    clean_content_tags=CONTENT_DROPPED,
    attributes=ATTRIBUTES,
    allowed_classes=CLASSES,
    url_schemes=set(SCHEMES),
    link_rel=None,
    filter_style_properties={"text-align"},
)

SIGNS = {
    "`": ("backtick",),
    "\\": ("escape",),
    "[": (
        "reference", "link", "image_link", "image_reference", "short_reference", "short_image_ref", "footnote",
    ),
    "<": ("autolink", "automail", "html"),
    "&": ("entity",),
}  # fmt: skip
"""The patterns of the parser that find nothing in a text without a sign."""
REMEMBERED = 16384
"""Texts whose links and places are remembered: several stages ask for them, and each reading of a preview."""
BACK = "Tillbaka till texten vid fotnot {}"
LINK_TARGET = re.compile(
    r"""\]\(\s*<?([^)\s>]+)|^[ ]{0,3}\[[^\[\]^\n]+\]:\s*<?(\S+?)>?(?:\s+["'(].*)?$"""
    r"""|<a\b[^<>]*?\bhref\s*=\s*["']?([^"'\s<>]+)""",
    re.MULTILINE,
)
ANCHOR = re.compile(r"""\{:?[^{}\n]*?#([\w-]+)[^{}\n]*\}|<\w[^<>]*?\bid\s*=\s*["']([^"']+)""")
RAW_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])")
IMAGE = re.compile(r"!\[[^\]]*\][(\[]")
IMAGE_TARGET = re.compile(r"(?<=!)\[[^\]]*\]\([^)]*\)")
FENCE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^"]*)("[^>]*>)(.*?)</a>', re.DOTALL)
ABBREVIATION = re.compile(
    r'<a\b.*?</a>|(?P<open>\()?<abbr title="(?P<title>[^"]*)">(?P<short>[^<]*)</abbr>(?P<rest>-\w*)?(?P<next>\s*\()?',
    re.DOTALL,
)
CELL = re.compile(r'(<t[dh]\b[^>]*?) style="(?:text-align:\s*(left|center|right))?[^"]*"([^>]*>)')


def to_html(  # noqa: PLR0913 - one argument for each thing that differs from text to text
    text: str,
    abbreviations: Mapping[str, str] | None = None,
    prefix: str = "",
    heading: int = 2,
    back: str = BACK,
    *,
    fast: bool = False,
) -> str:
    """Markdown to clean HTML.

    Args:
        text: Markdown with attribute lists, definition lists, footnotes, tables, admonitions and abbreviations.
        abbreviations: short form to written-out form; each place becomes an ``abbr``.
        prefix: put before the footnotes' ids, so that two texts on one page do not share them.
        heading: the level that ``##`` becomes; a text inside a section may not break the order of headings.
        back: what the link from a footnote to its place says, with ``{}`` for the number.
        fast: let the quicker reader read it, if it can (``fastmark.py``).
    """
    if fast and fastmark.can_read(text):
        read = fastmark.to_html(text, abbreviations or {}).rstrip("\n")
    else:
        read = _read(text, tuple((abbreviations or {}).items()), back)
    html = CLEANER.clean(read)
    return _own_ids(_levels(CELL.sub(_aligned, html).replace(' class=""', ""), heading - 2), prefix)


def _read(text: str, abbreviations: tuple[tuple[str, str], ...], back: str) -> str:
    idle = "".join(sign for sign in SIGNS if sign not in text)
    try:
        return _parser(abbreviations, back, idle).reset().convert(text)
    except RecursionError:
        _parser.cache_clear()  # it stopped in the middle of a text
        raise


@lru_cache(maxsize=64)
def _parser(abbreviations: tuple[tuple[str, str], ...], back: str, idle: str = "") -> markdown.Markdown:
    """A parser for many texts; making one takes longer than reading most texts. ``reset`` makes it as new.

    ``idle`` are signs that do not stand in the texts: what looks for them is left out, since each pattern is tried on
    each piece of a text.
    """
    parser = markdown.Markdown(
        extensions=list(EXTENSIONS),
        extension_configs={
            "abbr": {"glossary": dict(abbreviations)},
            "footnotes": {"UNIQUE_IDS": False, "BACKLINK_TITLE": back},
        },
        output_format="html",
    )
    for name in (name for sign in idle for name in SIGNS[sign]):
        parser.inlinePatterns.deregister(name)
    return parser


def _aligned(cell: re.Match[str]) -> str:
    """A cell with its alignment as a class: the pages' security policy allows no style attribute."""
    start, side, end = cell.groups()
    return f'{start} class="align-{side}"{end}' if side else start + end


def _levels(html: str, deeper: int) -> str:
    """Move headings down to where the text stands; ``#`` counts as ``##``, since the page has an ``h1`` already."""
    return re.sub(r"(</?h)([1-6])\b", lambda match: f"{match[1]}{min(6, max(2, int(match[2])) + deeper)}", html)


def _own_ids(html: str, prefix: str) -> str:
    """Footnotes are ``fn:1`` in every text; on a page with several texts each needs its own."""
    return re.sub(r'((?:id|href)="#?)(fn(?:ref\d*)?:)', rf"\g<1>{escape(prefix)}\g<2>", html) if prefix else html


@lru_cache(maxsize=REMEMBERED)
def links(text: str) -> tuple[tuple[str, int], ...]:
    """The targets of a text's links, each with its offset; code and images are passed over."""
    return tuple(_links(text))


def _links(text: str) -> Iterator[tuple[str, int]]:
    bare = FENCE.sub(lambda match: " " * len(match[0]), text)
    bare = IMAGE_TARGET.sub(lambda match: " " * len(match[0]), bare)
    for match in LINK_TARGET.finditer(bare):
        group = next(number for number in (1, 2, 3) if match[number] is not None)
        yield match[group], match.start(group)


@lru_cache(maxsize=REMEMBERED)
def anchors(text: str) -> tuple[str, ...]:
    """The ids that a text gives to its own places."""
    return tuple(match[1] or match[2] for match in ANCHOR.finditer(text))


@lru_cache(maxsize=REMEMBERED)
def removed_tags(text: str) -> tuple[tuple[str, int], ...]:
    """HTML elements and images of a text that ``to_html`` will take away, each with its offset."""
    return tuple(_removed_tags(text))


def _removed_tags(text: str) -> Iterator[tuple[str, int]]:
    bare = FENCE.sub(lambda match: " " * len(match[0]), text)
    for match in RAW_TAG.finditer(bare):
        if match[1].lower() not in TAGS:
            yield match[1].lower(), match.start()
    for match in IMAGE.finditer(bare):
        yield "img", match.start()


def with_links(html: str, targets: Mapping[str, str]) -> str:
    """Replace the targets of links, as they were written, by the addresses of pages; with no page, leave the text."""

    def replace(match: re.Match[str]) -> str:
        start, target, end, text = match.groups()
        if target not in targets:
            return match[0]
        return f"{start}{escape(targets[target])}{end}{text}</a>" if targets[target] else text

    return LINK.sub(replace, html)


def written_out(
    html: str, seen: set[str], hrefs: Mapping[str, str], named: Callable[[str], str] = lambda name: name
) -> str:
    """Write out each abbreviation where a page uses it first outside a link, with a link to the glossary.

    An ``abbr`` alone helps neither touch, keyboard nor most screen readers (w3c/wcag#3019), so the first
    "MI" of a page becomes "MI (motiverande samtal)", and "MI-samtal" becomes "MI-samtal (motiverande samtal)".
    ``seen`` is the page's own memory, filled here.

    Args:
        html: from ``to_html`` with ``abbreviations``.
        seen: short forms that the page has written out already.
        hrefs: short form to the address of its entry in the glossary.
        named: the HTML of a written-out form, which may be in another language than the text.
    """

    def replace(match: re.Match[str]) -> str:
        short, title = match["short"], match["title"]
        if short is None or short in seen or short not in hrefs:  # None: a link, which cannot hold another
            return match[0]
        seen.add(short)
        word = f'{match["open"] or ""}<a href="{escape(hrefs[short])}">{short}</a>{match["rest"] or ""}'
        if match["next"]:  # the text writes it out itself
            return word + match["next"]
        return f"{word}, {named(title)}" if match["open"] else f"{word} ({named(title)})"

    return ABBREVIATION.sub(replace, html)
