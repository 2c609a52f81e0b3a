"""What the search says in the page's language. It travels with the index, so that no page carries it unused."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.i18n import N_, site_speaker

COUNTED = (0, 1, 2, 3, 11, 100)
"""A number of each plural in the languages of sites; the script puts its own number in the place of the likest one."""
TEXTS: Mapping[str, str] = {
    "direct": N_("Kontakta direkt"),
    "decision": N_("Kräver beslut"),
    "both": N_("Direkt eller efter beslut"),
    "unstated": N_("Framgår inte om beslut behövs"),
    "a": N_("Område"),
    "p": N_("Utförare"),
    "l": N_("Lista"),
    "n": N_("Telefonnummer"),
    "u": N_("Telefonnummer"),
    "t": N_("Ordförklaring"),
    "s": N_("Sida"),
    "all": N_("Visa alla träffar"),
    "none": N_("Inga träffar."),
    "meant": N_("Menade du {word}?"),
    "comma": N_(", "),
    "ask": N_("Se områden och vem du kan fråga."),
}
"""What a result is, by access state or kind of entry, and what stands around the results."""


def told(lang: str) -> dict[str, object]:
    """The texts of the search in a language; ``counts`` is "7 hits" for each number of ``COUNTED``."""
    speak = site_speaker(lang)
    counts = {n: speak.ngettext("%(num)s träff", "%(num)s träffar", n) % {"num": n} for n in COUNTED}
    return {key: speak.gettext(text) for key, text in TEXTS.items()} | {"counts": counts}
