"""What ``serve`` itself shows, in HTML: the panel under a page, the page in place of broken content, and "not found".

The panel is put into the answer only, never into a built file. It has its own style sheet from this server, needs no
script and sets no style outside itself, so the page's strict Content-Security-Policy holds as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from markupsafe import Markup

from sitegen.i18n import N_, Speaker
from sitegen.lint.output.message import WEIGHT_WORDS
from sitegen.serve.told import Note

STYLE = "_sitegen/serve.css"
LAST_GOOD = "senaste"
EDITOR = "/redigera/"
HEAD_END, BODY_END = b"</head>", b"</body>"
SAFE = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; base-uri 'none'"

PAGE = Markup("""<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<title>{title}</title>
<link rel="icon" href="data:,">
{head}
</head>
<body class="sitegen-page">
<main>
<h1>{title}</h1>
{body}
</main>
</body>
</html>
""")
PANEL = Markup("""<aside id="sitegen-panel" lang="{lang}" dir="ltr" aria-label="{label}">
<details>
<summary>{summary}</summary>
<div class="sitegen-inside">
{body}
</div>
</details>
</aside>
""")
NOTE = Markup("""<li class="sitegen-{weight}">
<p><strong>{word}:</strong> {text}</p>
<p class="sitegen-hint">{hint}</p>
{source}<p class="sitegen-place">{place} <span class="sitegen-code">{code} {name}</span></p>
</li>
""")
SOURCE = Markup('<pre tabindex="0">{line}{caret}</pre>\n')
LINK = Markup('<a href="{href}">{words}</a>')
PARAGRAPH = Markup("<p>{}</p>\n")
LIST = Markup('<ol class="sitegen-notes">\n{}</ol>\n')


@dataclass(frozen=True)
class Around:
    """What every answer needs: who speaks, where the client of livereload lies, and whether forms may be linked to."""

    speak: Speaker
    lang: str
    script: str
    editable: bool = False


def with_panel(html: bytes, notes: Sequence[Note], files: Sequence[str], around: Around, broken: int = 0) -> bytes:
    """A built page with the panel at its end and the client in its head; ``broken`` errors are told first."""
    say = around.speak.gettext
    body = Markup("")
    if broken:
        words = N_("Det här är sidan som den var innan innehållet gick sönder.")
        body += PARAGRAPH.format(say(words)) + PARAGRAPH.format(LINK.format(href="?", words=say(N_("Visa felen"))))
    body += _notes(notes, around)
    if not notes and not broken:
        body += PARAGRAPH.format(say(N_("Här finns inget att anmärka på.")))
    body += _origins(files, around)
    summary = _summary(notes, broken, around)
    label = say(N_("Anmärkningar på sidan, från sitegen"))
    panel = PANEL.format(lang=around.lang, label=label, summary=summary, body=body)
    return _put_in(html, panel.encode(), _head(around).encode())


def error_page(notes: Sequence[Note], around: Around, can_show_last: bool) -> bytes:
    """All that is wrong, in place of a page that cannot be made."""
    say = around.speak.gettext
    count = sum(note.message.weight == "error" for note in notes)
    words = around.speak.ngettext("{count} fel i innehållet", "{count} fel i innehållet", count)
    lead = N_("Sidorna kan inte byggas förrän felen är rättade. Sidan laddas om av sig själv när du har sparat.")
    body = PARAGRAPH.format(say(lead))
    if can_show_last:
        last = say(N_("Visa sidan som den var innan"))
        body += PARAGRAPH.format(LINK.format(href=f"?{LAST_GOOD}", words=last))
    return _page(words.format(count=count), body + _notes(notes, around), around)


def fault_page(error: str, around: Around) -> bytes:
    """A fault of sitegen's own."""
    say = around.speak.gettext
    words = say(N_("Det här är ett fel i sitegen, inte i ditt innehåll: {error}")).format(error=error)
    return _page(say(N_("Något gick fel i sitegen")), PARAGRAPH.format(words), around)


def no_page(around: Around) -> bytes:
    """For an address outside every site."""
    say = around.speak.gettext
    link = LINK.format(href="/", words=say(N_("Till alla webbplatser i projektet")))
    return _page(say(N_("Sidan finns inte")), PARAGRAPH.format(link), around)


def _page(title: str, body: Markup, around: Around) -> bytes:
    page = PAGE.format(lang=around.lang, policy=SAFE, title=title, head=_head(around), body=body)
    return page.encode()


def _head(around: Around) -> Markup:
    lines = '<link rel="stylesheet" href="/{style}">\n<script defer src="{script}"></script>\n'
    return Markup(lines).format(style=STYLE, script=around.script)


def _put_in(html: bytes, panel: bytes, head: bytes) -> bytes:
    """Before the ends of head and body; a theme that leaves those out gets both at the end of the page."""
    if HEAD_END in html:
        html = html.replace(HEAD_END, head + HEAD_END, 1)
    else:
        panel = head + panel
    before, end, after = html.rpartition(BODY_END)
    return before + panel + end + after if end else html + panel


def _summary(notes: Sequence[Note], broken: int, around: Around) -> str:
    plural = around.speak.ngettext
    if broken:
        text = plural("{count} fel i innehållet", "{count} fel i innehållet", broken)
        return text.format(count=broken)
    if not notes:
        return around.speak.gettext(N_("Inga anmärkningar på sidan"))
    text = plural("{count} anmärkning på sidan", "{count} anmärkningar på sidan", len(notes))
    return text.format(count=len(notes))


def _notes(notes: Sequence[Note], around: Around) -> Markup:
    return LIST.format(Markup("").join(_note(note, around) for note in notes)) if notes else Markup("")


def _note(note: Note, around: Around) -> Markup:
    message, say = note.message, around.speak.gettext
    word = say(N_("titta på det här")) if message.review else say(WEIGHT_WORDS[message.weight])
    caret = f"\n{note.caret}" if note.caret else ""
    return NOTE.format(
        weight=message.weight.value,
        word=word.capitalize(),
        text=message.text,
        hint=message.hint,
        source=SOURCE.format(line=note.line, caret=caret) if note.line else "",
        place=_edit(message.place.file, str(message.place), around),
        code=message.code,
        name=message.name,
    )


def _edit(file: str, words: str, around: Around) -> Markup | str:
    """A link to the form of a content file; only the words where there is no form."""
    if not around.editable or not file.startswith("content/") or not file.endswith((".md", ".yaml")):
        return words
    return LINK.format(href=f"{EDITOR}fil/{quote(file)}", words=words)


def _origins(files: Sequence[str], around: Around) -> Markup:
    """The files that the page is made of."""
    if not files:
        return Markup("")
    listed = Markup(", ").join(_edit(file, file, around) for file in files)
    return PARAGRAPH.format(Markup("{} {}").format(around.speak.gettext(N_("Sidan görs av:")), listed))
