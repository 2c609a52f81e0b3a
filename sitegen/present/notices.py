"""What a reader must know before all else: the first and the last day, where they lie ahead, and the notice."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.i18n import N_, date_text
from sitegen.mixed import joined
from sitegen.model import Inherited
from sitegen.present.desk import Desk


def notice_of(value: Inherited, desk: Desk, notice: str = "") -> str:
    """Days and notice in one text; ``notice`` is said instead of its own, where it has none."""
    return joined(" ", (*days_ahead(value, desk), *filter(None, [value.notice or notice])))


def days_ahead(value: Inherited, desk: Desk) -> Iterator[str]:
    """A sentence for each of the two days that lies ahead."""
    today = desk.site.today
    if value.opens is not None and value.opens > today:
        yield desk.say(N_("Öppnar den {day}."), day=date_text(value.opens, desk.lang))
    if value.closes is not None and value.closes >= today:
        yield desk.say(N_("Sista dagen är den {day}."), day=date_text(value.closes, desk.lang))
