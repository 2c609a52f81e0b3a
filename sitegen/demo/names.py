"""Names, streets, colours and telephone numbers that belong to nobody.

The names of the municipalities are put together from parts that no Swedish municipality or town is named after. The
telephone numbers are those that Post- och telestyrelsen keeps for books and films.
"""

from __future__ import annotations

import random


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST_PARTS = _words(
    """
    Smultron Hjortron Blåklints Kattfots Mandelbloms Vitsipps Rödklövers Timotej Gullvivs Ängsulls Kaprifol Lingonris
    Blåbärs Enbärs Nypon Rönnbärs Havtorns Pimpinell Brudbröds Ljungris Strandråg Jungfrulins Daggkåps Backtimjans
    Tofsvips Nötskriks Gulsparvs Sidensvans Domherre Rödhaks Kornknarrs Gärdsmygs Steglits Bofinks Taltrasts Havstruts
    Kungsfiskar Storspovs Tornsvals Ladusvals Bergfinks Grönsisks
    """
)
LAST_PARTS = _words("borg köping stad bruk hamn dal sund ryd hult hed åker mark gård skog berg")
MOST_MUNICIPALITIES = len(FIRST_PARTS) * len(LAST_PARTS)

STEMS = _words(
    """
    Linden Kastanjen Fyren Bryggan Ankaret Vindrosen Lyktan Gläntan Hasseln Björken Granen Enen Rönnen Aspen Alen Almen
    Sälgen Lönnen Eken Syrenen Smultronet Blåsippan Vallmon Klövern Ljungen Svalan Lärkan Tranan Ugglan Göken Ejdern
    Staren Bävern Uttern Igelkotten Ekorren Humlan Fjärilen Källan Bäcken Sjöstjärnan Snäckan Kajen Roddbåten Seglet
    Rodret Spiralen Trappan Grinden Farstun Verandan Kakelugnen Vävstolen Dungen Ängen Åkern Solrosen Nyponet Mossan
    """
)
EPITHETS = _words(
    "Gröna Röda Gula Vita Lilla Stora Norra Södra Östra Västra Övre Nedre Yttre Inre Gamla Nya Glada Ljusa"
)
STREETS = (
    "Uddagatan",
    "Vattentornsgatan",
    "Lövkojsvägen",
    "Repslagarbacken",
    "Tvärgränd",
    "Myntvägen",
    "Ljusstöpargatan",
    "Krusbärsstigen",
    "Gamla torget",
    "Spårgatan",
    "Humlegränd",
    "Norra kajen",
)
ACCENTS = ("#0b5394", "#7a1f3d", "", "#1e5631", "#4a2c6f", "", "#8a3b00", "#00535e", "#5c4400", "#333f6b")
"""Dark enough to be read on white; an empty one leaves the theme's own colour."""

FICTION_LANDLINES = ("031-390 06", "040-628 04", "08-465 004", "0980-31 92")
FICTION_MOBILE = "070-174 06"


def place_names(count: int, rng: random.Random) -> list[str]:
    """Names for so many municipalities. A longer list begins as a shorter one does.

    Raises:
        ValueError: when there are not so many names.
    """
    if count > MOST_MUNICIPALITIES:
        raise ValueError(count)
    names = [first + last for first in FIRST_PARTS for last in LAST_PARTS]
    rng.shuffle(names)
    return names[:count]


def stem(index: int, shift: int) -> str:
    """The invented part of a provider's name: another for each index, and shifted for each sort of provider."""
    rounds, number = divmod(index, len(STEMS))
    word = STEMS[(number + 5 * shift) % len(STEMS)]
    if rounds == 0:
        return word
    extra, epithet = divmod(rounds - 1, len(EPITHETS))
    return f"{EPITHETS[epithet]} {word}" + (f" {extra + 1}" if extra else "")


def phone_number(rng: random.Random, mobile: bool = False) -> str:
    """A number that leads nowhere; the mobile numbers kept for fiction begin at 05."""
    if mobile:
        return f"{FICTION_MOBILE} {rng.randint(5, 99):02}"
    return f"{rng.choice(FICTION_LANDLINES)} {rng.randint(0, 99):02}"
