"""What the rules about the municipality's switchboard share: when is a number not the unit's own?"""

from __future__ import annotations

import re

from sitegen.contact import Contact
from sitegen.lint.rules.told import says
from sitegen.lint.subjects import Listing

NOT_DIGITS = re.compile(r"\D")


def is_switchboard(text: str) -> bool:
    """Whether a remark or a name says that a number belongs to the switchboard or a contact centre."""
    return says(text, "switchboard")


def only_switchboard(contact: Contact) -> bool:
    """Whether every telephone number is said to be the switchboard's."""
    return bool(contact.phone) and all(is_switchboard(phone.note) for phone in contact.phone)


def is_contact_centre(listing: Listing) -> bool:
    """Whether the offer is given by the contact centre itself, whose own number it then is."""
    return listing.source is not None and (is_switchboard(listing.source.provider.name) or is_switchboard(listing.name))


def number(phone: str) -> str:
    """A telephone number as digits, so that two ways to write it are the same."""
    digits = NOT_DIGITS.sub("", phone.replace("(0)", ""))
    return "0" + digits[2:] if phone.strip().startswith("+46") else digits
