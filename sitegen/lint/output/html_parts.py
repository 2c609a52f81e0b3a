"""The small parts that the HTML report is put together of. Everything that is filled in is escaped by Markup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.i18n import N_, Speaker
from sitegen.lint.output.message import WEB, WEIGHT_WORDS, Message
from sitegen.lint.output.totals import REVIEW, WEIGHED

P = Markup("<p>{}</p>")
ITEM = Markup("<li>{}</li>")
SECTION = Markup('<section aria-labelledby="{id}">\n<h2 id="{id}">{heading}</h2>\n{body}\n</section>')
TABLE = Markup("""<div class="scroll" role="region" aria-labelledby="{id}" tabindex="0">
<table>
<caption id="{id}">{caption}</caption>
<thead>
<tr>{head}</tr>
</thead>
<tbody>
{body}
</tbody>
</table>
</div>""")
FOLDABLE = Markup("""<h3>{heading}</h3>
{about}
<details open>
<summary>{summary}</summary>
{body}
</details>""")
MESSAGE = Markup("""<li>
<p class="place">{place}</p>
<p><strong class="{style}">{weight}:</strong> {text}</p>
{quote}{hint}</li>""")
QUOTE = Markup("<blockquote{lang}><p>{words}</p></blockquote>\n")
QUOTED = 600
"""How much of the evidence is quoted."""


@dataclass(frozen=True)
class Section:
    """A part of the page with a heading that the list of contents leads to."""

    id: str
    heading: str
    html: Markup


def lines(pieces: Iterable[Markup]) -> Markup:
    """Pieces under each other."""
    return Markup("\n").join(pieces)


def section(id: str, heading: str, pieces: Iterable[Markup]) -> Section:
    """A section with its heading."""
    return Section(id, heading, SECTION.format(id=id, heading=heading, body=lines(pieces)))


def contents(sections: Sequence[Section], speak: Speaker) -> Markup:
    """Links to the sections; none for a single one."""
    if len(sections) < 2:
        return Markup("")
    link = Markup('<a href="#{}">{}</a>')
    links = Markup("\n").join(ITEM.format(link.format(section.id, section.heading)) for section in sections)
    label = speak.gettext(N_("På den här sidan"))
    return Markup('<nav aria-label="{}">\n<ul>\n{}\n</ul>\n</nav>').format(label, links)


def bullets(texts: Iterable[str]) -> Markup:
    """A list of sentences."""
    return Markup("<ul>\n{}\n</ul>").format(lines(ITEM.format(text) for text in texts))


def items(pieces: Iterable[Markup]) -> Markup:
    """A list of messages."""
    return Markup('<ul class="messages" role="list">\n{}\n</ul>').format(lines(pieces))


def counts(sums: Counter[str]) -> list[str]:
    """How many of each weight, as cells."""
    return [str(sums[key]) for key in WEIGHED]


def table(id: str, caption: str, headings: Iterable[str], rows: Iterable[tuple[str, Iterable[str]]]) -> Markup:
    """A table of numbers: the first cell of a row is its heading. It scrolls by itself where the screen is narrow."""
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(text) for text in headings)
    row = Markup('<tr><th scope="row">{}</th>{}</tr>')
    cell = Markup("<td>{}</td>")
    body = lines(row.format(name, Markup("").join(cell.format(text) for text in cells)) for name, cells in rows)
    return TABLE.format(id=id, caption=caption, head=head, body=body)


def foldable(heading: str, about: Iterable[Markup], summary: str, body: Markup) -> Markup:
    """What a rule says, open at first so that it can be printed and searched."""
    return FOLDABLE.format(heading=heading, about=lines(about), summary=summary, body=body)


def message(told: Message, speak: Speaker, lang: str) -> Markup:
    """One message: where, what is wrong, the text's own words, and how to mend it.

    ``lang`` is the language of the words, if it is another than the report's.
    """
    say = speak.gettext
    words = told.evidence if len(told.evidence) <= QUOTED else told.evidence[: QUOTED - 2] + " …"
    of_words = Markup(' lang="{}"').format(lang) if lang else ""
    quote = QUOTE.format(lang=of_words, words=words) if words else ""
    hint = Markup('<p class="hint">{}</p>\n').format(told.hint) if told.hint else ""
    weight = say(REVIEW if told.review else WEIGHT_WORDS[told.weight])
    style = "review" if told.review else told.weight.value
    return MESSAGE.format(
        place=_place(told), style=style, weight=weight[:1].upper() + weight[1:], text=told.text, quote=quote, hint=hint
    )


def _place(told: Message) -> Markup:
    place = told.place
    if place.file.startswith(WEB):
        link = Markup('<a href="{0}" rel="noreferrer">{0}</a>').format(place.file)
        return link + "".join(f":{part}" for part in (place.line, place.column) if part)
    return Markup("<code>{}</code>").format(str(place))
