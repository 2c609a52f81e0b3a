"""Who may change something: only the person in front of the form that this program made."""

from __future__ import annotations

from hmac import compare_digest
from urllib.parse import urlsplit

from sitegen.editor.web import Request
from sitegen.i18n import N_

MAX_BYTES = 3_000_000
MAX_FIELDS = 20_000
OLD_FORM = N_(
    "Formuläret är från en tidigare start av programmet eller från ett annat ställe. Inget är ändrat. "
    "Kopiera det du har skrivit, ladda om sidan och skriv in det igen."
)
FOREIGN = N_("Det kom från en annan webbplats. Inget är ändrat.")
TOO_MUCH = N_("Det är mer än vad som får plats i en fil. Inget är ändrat. Gå tillbaka och korta texten.")


def refusal(request: Request, token: str) -> str:
    """Why a POST is not carried out, as a text of the catalogue; empty when it may be.

    The token stands in every form. The browser's own words (Sec-Fetch-Site, Origin, Referer) must not say that another
    site sent it; old browsers say nothing, and then the token alone decides.
    """
    if _size(request) > MAX_BYTES or len(request.form) > MAX_FIELDS:
        return TOO_MUCH
    if not _is_from_here(request):
        return FOREIGN
    return "" if compare_digest(request.said("~token").encode(), token.encode()) else OLD_FORM


def _is_from_here(request: Request) -> bool:
    fetched = request.header("Sec-Fetch-Site")
    if fetched and fetched != "same-origin":
        return False
    sender = request.header("Origin") or request.header("Referer")
    return not sender or _host(sender) == request.header("Host").lower()


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return ""


def _size(request: Request) -> int:
    return sum(len(name) + sum(map(len, values)) for name, values in request.form.items())
