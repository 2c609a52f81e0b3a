"""What brochure and sheet have in common: short lines, addresses on the web, dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from sitegen import qr
from sitegen.fact import Fact
from sitegen.hours import Hours
from sitegen.i18n import N_, date_text, list_text
from sitegen.mixed import joined
from sitegen.model import Inherited
from sitegen.present.desk import Desk
from sitegen.present.facts import LABELS, address_lines, ages_text
from sitegen.present.offers import contact
from sitegen.present.times import hours_views
from sitegen.views import ChannelView, ContactView, HoursView, LineView, WebView

SCHEMES = {"tel": "tel", "sms": "sms", "mailto": "mail"}
HANDY = ("tel", "sms", "mail", "contact")
SPOKEN = ("tel", "sms")


def web(page: str, words: str, desk: Desk) -> WebView:
    """The way from paper to a page; without a known address, whom to ask for it.

    Args:
        page: the page, from the site's top.
        words: what the address leads to.
        desk: the paper.
    """
    address = desk.address(page)
    if not address:
        ask = desk.site.municipality.value.ask
        return WebView("", "", 0, desk.say(N_("Fråga {ask} efter webbadressen."), ask=ask))
    try:
        code = desk.site.memory.result("qr", (address,), lambda: qr.outline(address))
    except ValueError:  # longer than any code can hold: people can still type it
        return WebView(address, "", 0, words)
    return WebView(address, code.path, code.size, words)


def made(desk: Desk) -> str:
    """When the paper was made: what it says was right then at best."""
    day = date_text(desk.site.today, desk.lang)
    return desk.say(N_("Framtagen den {day}. Uppgifter kan ha ändrats sedan dess."), day=day)


def ask_sentence(desk: Desk) -> str:
    """Whom to ask when the paper does not say."""
    return desk.say(N_("Osäker på något? Fråga {ask}."), ask=desk.site.municipality.value.ask.rstrip("."))


def people_line(record: Inherited, desk: Desk) -> LineView:
    """Who an offer is for, and for which ages."""
    label = desk.say(N_("För vem"))
    told = list(_people(record, desk))
    return LineView("people", label, joined(" ", told) if told else desk.say(N_("Framgår inte.")))


def _people(record: Inherited, desk: Desk) -> Iterator[str]:
    groups = record.target_groups.value or ()
    if record.eligibility.value:
        yield sentence(record.eligibility.value)
    elif record.eligibility.reason:
        yield doubt(record.eligibility, desk)
    elif groups:
        yield sentence(list_text((desk.site.target_groups[group].name for group in groups), desk.lang))
    if record.ages.value and ages_text(record.ages.value, desk):
        yield sentence(ages_text(record.ages.value, desk))


def contact_lines(view: ContactView, desk: Desk) -> tuple[LineView, ...]:
    """How to reach somebody: a line for each channel, or whom to ask."""
    label = desk.say(N_("Kontakt"))
    if view.state == "found":
        told = [LineView(_kind(channel), channel.label, channel.text, channel.note) for channel in view.channels]
        return (*told, *([LineView("contact", label, sentence(view.note))] if view.note else []))
    ask = view.ask.rstrip(".")
    if view.state == "none":
        words = sentence(view.note)
    elif view.state == "unclear":
        words = desk.say(N_("Oklart: {reason}. Fråga {ask}."), reason=view.note.rstrip("."), ask=ask)
    else:
        words = desk.say(N_("Kontaktuppgifter saknas. Fråga {ask}."), ask=ask)
    return (LineView("contact", label, words),)


def contact_of(record: Inherited, ask: str, desk: Desk) -> tuple[LineView, ...]:
    """The same for a record of the model."""
    return contact_lines(contact(record.contact, ask, desk), desk)


def in_short(lines: tuple[LineView, ...]) -> tuple[LineView, ...]:
    """Contact where room is scarce: forms on the web and remarks give way to a number or an address to write to."""
    handy = [line for line in lines if line.key in HANDY]
    return tuple(line if line.key in SPOKEN else replace(line, note="") for line in handy) or lines


def _kind(channel: ChannelView) -> str:
    scheme = channel.href.partition(":")[0]
    return SCHEMES.get(scheme, "web" if scheme else "place")


def hours_lines(hours: Hours, desk: Desk) -> tuple[LineView, ...]:
    """The usual week of each kind of hours in a line. Dates that differ pass sooner than paper does."""
    return tuple(_hours(view, desk) for view in hours_views(hours, desk))


def _hours(view: HoursView, desk: Desk) -> LineView:
    rows = ", ".join(f"{row.days} {row.hours}" for row in view.rows)
    note = desk.say(N_("Oklart: {reason}."), reason=view.note.rstrip(".")) if view.state == "unclear" else view.note
    return LineView("hours", view.label, joined(" ", (sentence(part) for part in (rows, note) if part)))


def place_line(record: Inherited, desk: Desk) -> LineView | None:
    """Where something is; a protected address is said to be protected and never shown."""
    fact = record.address
    if fact.missing:
        return None
    label = LABELS["address"]
    told = address_lines(fact.value, desk) if fact.value else (doubt(fact, desk),)
    return LineView("place", desk.say(label), joined(" ", map(sentence, told)))


def doubt(fact: Fact[Any], desk: Desk) -> str:
    """A reason, after the word that says that the thing is unclear; a declared none stands alone."""
    reason = fact.reason.rstrip(".")
    return desk.say(N_("Oklart: {reason}."), reason=reason) if fact.state.value == "unclear" else sentence(reason)


def sentence(text: str) -> str:
    """A text with a capital first and a full stop last."""
    bare = text.strip()
    return bare[:1].upper() + bare[1:] + ("" if bare.endswith((".", "!", "?", ":")) else ".")


def known(lines: Iterable[LineView | None]) -> tuple[LineView, ...]:
    """The lines that there are."""
    return tuple(line for line in lines if line is not None)
