"""Bars of shares as SVG, drawn here: each with a text alternative, told apart by pattern as well as colour."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.i18n import N_, Speaker
from sitegen.lint.review_html import escape
from sitegen.lint.review_matrix import Share

WIDTH, SHOWN, ROOM, STEP, BAR = 360, 460, 262, 46, 18
"""In units of the drawing, which is a little narrower than a telephone so that its words stay readable there."""
FILLS = {"yes": "#1f4e79", "partly": "url(#stripes)", "no": "#ffffff"}
WORDS = {"yes": N_("Ja"), "partly": N_("Delvis"), "no": N_("Nej")}
PATTERN = (
    '<pattern id="stripes" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="8" height="8" fill="#e3b23c"/><rect width="3" height="8" fill="#6b4a00"/></pattern>'
)
LONGEST = 44
EDGE = 'stroke="#1d1a16" stroke-width="1"'


def plot(id_: str, title: str, shares: Mapping[str, Share], speak: Speaker) -> str:
    """A bar for each share, in per cent of its pages. The text alternative says the same as the bars."""
    say = speak.gettext
    height = 2 + len(shares) * STEP
    told = "; ".join(f"{name}: {_told(share, speak)}" for name, share in shares.items())
    bars = "\n".join(_bar(number * STEP, *named, speak) for number, named in enumerate(shares.items()))
    return (
        f"<figure>\n<figcaption>{escape(title)}</figcaption>\n{key(speak)}\n"
        f'<svg viewBox="0 0 {WIDTH} {height}" width="{SHOWN}" height="{height * SHOWN // WIDTH}" role="img" '
        f'aria-labelledby="{id_}-t {id_}-d">\n<title id="{id_}-t">{escape(title)}</title>\n'
        f'<desc id="{id_}-d">{escape(say(N_("Andel sidor.")))} {escape(told)}</desc>\n<g aria-hidden="true">\n{bars}\n'
        "</g>\n</svg>\n</figure>"
    )


def patterns() -> str:
    """What all plots of a page share; it has to stand once on the page."""
    return f'<svg width="0" height="0" aria-hidden="true" style="position:absolute"><defs>{PATTERN}</defs></svg>'


def key(speak: Speaker) -> str:
    """What the fillings mean."""
    items = (
        '<li><svg width="18" height="18" aria-hidden="true">'
        f'<rect x="1" y="1" width="16" height="16" fill="{fill}" {EDGE}/></svg>'
        f"{escape(speak.gettext(WORDS[level]))}</li>"
        for level, fill in FILLS.items()
    )
    return f'<ul class="key">{"".join(items)}</ul>'


def _told(share: Share, speak: Speaker) -> str:
    if not share.total:
        return speak.gettext(N_("inga sidor"))
    return speak.gettext(N_("ja {yes} %, delvis {partly} %, nej {no} %, av {total} sidor")).format(
        yes=share.percent(share.yes), partly=share.percent(share.partly), no=share.percent(share.no), total=share.total
    )


def _bar(top: int, name: str, share: Share, speak: Speaker) -> str:
    """A name, and under it the bar with the share of "yes" after it."""
    text = 'font-size="15" fill="#1d1a16"'
    shown = name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"
    parts = [f'<text x="0" y="{top + 14}" {text}>{escape(shown)}</text>']
    left, under = 0.5, top + 20
    for level, count in (("yes", share.yes), ("partly", share.partly), ("no", share.no)):
        width = ROOM * count / share.total if share.total else 0.0
        if count:
            place = f'x="{left:.1f}" y="{under}" width="{width:.1f}" height="{BAR}"'
            parts.append(f'<rect {place} fill="{FILLS[level]}" {EDGE}/>')
        left += width
    words = speak.gettext(N_("{percent} % av {total}")).format(percent=share.percent(share.yes), total=share.total)
    words = words if share.total else speak.gettext(N_("inga sidor"))
    parts.append(f'<text x="{left + 6:.0f}" y="{under + 14}" {text}>{escape(words)}</text>')
    return "".join(parts)
