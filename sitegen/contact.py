"""Ways to reach a provider, and where it is."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Annotated, Any
from urllib.parse import urlsplit

import phonenumbers
from pydantic import AfterValidator, BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from sitegen.base import Model, Text, YesNo

REGION = "SE"
DASHES = re.compile("[\u2010-\u2014\u2212]")  # as word processors write them
EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
WEB = re.compile(r"^https?://[^\s]+$")


@lru_cache(maxsize=4096)
def tel_uri(number: str) -> str:
    """The ``tel:`` link of a number as people write it (RFC 3966): ``0980-31 92 05`` is ``tel:+46980319205``.

    Short numbers (112, 116 111, 90 390) have no international form and keep their digits. Any other number has an area
    code or a country code: without one, ``31 92 05`` would reach somebody else.

    Raises:
        ValueError: when it cannot be a telephone number in Sweden.
    """
    number = DASHES.sub("-", number)
    digits = re.sub(r"\D", "", number)
    if re.search(r"[^\d\s()+./-]", number) or not digits:
        raise ValueError(number)
    try:
        parsed = phonenumbers.parse(number, REGION)
    except phonenumbers.NumberParseException as error:
        raise ValueError(number) from error
    if not number.strip().startswith(("0", "+", "(0", "(+")):
        if phonenumbers.is_valid_short_number_for_region(parsed, REGION):
            return f"tel:{digits}"
        raise ValueError(number)
    if not phonenumbers.is_possible_number(parsed):
        raise ValueError(number)
    return "tel:" + phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


def _phone(value: str) -> str:
    try:
        tel_uri(value)
    except ValueError:
        raise PydanticCustomError("not_a_phone", "not a phone number", {"written": value}) from None
    return value


def _email(value: str) -> str:
    if not EMAIL.match(value):
        raise PydanticCustomError("not_an_email", "not an e-mail address", {"written": value})
    return value


def _web(value: str) -> str:
    try:
        host = urlsplit(value).hostname
    except ValueError:
        host = None
    if not host or not WEB.match(value):
        raise PydanticCustomError("not_a_web_address", "not a web address", {"written": value})
    return value


WebAddress = Annotated[str, AfterValidator(_web)]
"""An address that a page may link to."""


def _mail_or_web(value: str) -> str:
    return _web(value) if "://" in value else _email(value)


MailOrWeb = Annotated[str, AfterValidator(_mail_or_web)]
"""An e-mail address, or the web address of a form."""


def _short_form(value: Any) -> Any:
    """``phone: "013-…"`` means ``phone: [{value: "013-…"}]``."""
    channels = value if isinstance(value, list | tuple) else [value]
    if not channels:
        raise PydanticCustomError("empty_list", "an empty list")
    return [{"value": channel} if isinstance(channel, str) else channel for channel in channels]


class Channel(Model):
    """One way to reach a unit."""

    value: str
    note: str = Field("", title="Anmärkning", description="Till exempel: telefonsvarare utom kontorstid.")
    answers: str = Field("", title="Svarstid", description="När man får svar, till exempel: inom en arbetsdag.")


class Phone(Channel):
    """A telephone number, kept as it was written."""

    value: Annotated[Text, AfterValidator(_phone)] = Field(title="Telefonnummer")


class Email(Channel):
    """An e-mail address."""

    value: Annotated[Text, AfterValidator(_email)] = Field(title="E-postadress")


class Web(Channel):
    """A form or an e-service on the web."""

    value: Annotated[Text, AfterValidator(_web)] = Field(title="Webbadress")


class Place(Channel):
    """A place to visit or to write to, in words."""

    value: Text = Field(title="Plats eller adress")


Phones = Annotated[
    tuple[Phone, ...], BeforeValidator(_short_form, json_schema_input_type=str | Phone | list[str | Phone])
]
Emails = Annotated[
    tuple[Email, ...], BeforeValidator(_short_form, json_schema_input_type=str | Email | list[str | Email])
]
Webs = Annotated[tuple[Web, ...], BeforeValidator(_short_form, json_schema_input_type=str | Web | list[str | Web])]
Places = Annotated[
    tuple[Place, ...], BeforeValidator(_short_form, json_schema_input_type=str | Place | list[str | Place])
]


class Contact(Model):
    """The channels of one unit. Each may be one value, a value with a note, or several."""

    phone: Phones = Field((), title="Telefon")
    sms: Phones = Field((), title="Sms")
    email: Emails = Field((), title="E-post")
    form: Webs = Field((), title="Kontaktformulär")
    e_service: Webs = Field((), title="E-tjänst")
    visit: Places = Field((), title="Besök")
    post: Places = Field((), title="Brev")
    note: str = Field("", title="Anmärkning", description="Till exempel vem som svarar.")


class Address(Model):
    """A street address, or the word ``protected`` for one that must never be shown."""

    street: str = Field("", title="Gatuadress")
    postal_code: str = Field("", title="Postnummer")
    city: str = Field("", title="Ort")
    directions: str = Field("", title="Vägbeskrivning")
    protected: YesNo = Field(False, title="Skyddad adress")

    @model_validator(mode="after")
    def _says_nothing_more(self) -> Address:
        if self.protected and (self.street or self.postal_code or self.city or self.directions):
            raise PydanticCustomError("protected_leak", "a protected address is written out", {"key": "address"})
        return self


def _address(value: Any) -> Any:
    if value in ("protected", "skyddad"):
        return {"protected": True}
    return {"street": value} if isinstance(value, str) else value


Location = Annotated[Address, BeforeValidator(_address, json_schema_input_type=str | Address)]
