import pytest
from helpers import read_as, refusals

from sitegen.contact import Contact, Emails, Location, Phones, Places, Webs, tel_uri


@pytest.mark.parametrize(
    ("written", "uri"),
    [
        ("070-174 06 05", "tel:+46701740605"),
        ("070 174 06 05", "tel:+46701740605"),
        ("0701740605", "tel:+46701740605"),
        ("0980-31 92 05", "tel:+46980319205"),
        ("(0980) 31 92 05", "tel:+46980319205"),
        ("+46 70 174 06 05", "tel:+46701740605"),
        ("+46 (0)70-174 06 05", "tel:+46701740605"),
        ("0046 70 174 06 05", "tel:+46701740605"),
        ("020-50 50 50", "tel:+4620505050"),
        ("0771-11 22 33", "tel:+46771112233"),
        ("08-123 456 78", "tel:+46812345678"),
        ("+45 33 12 34 56", "tel:+4533123456"),
        ("112", "tel:112"),
        ("1177", "tel:1177"),
        ("113 13", "tel:11313"),
        ("116 111", "tel:116111"),
        ("90 390", "tel:90390"),
    ],
)
def test_a_number_as_people_write_it_becomes_a_link_that_dials_it(written, uri):
    assert tel_uri(written) == uri


@pytest.mark.parametrize(
    "written",
    [
        "",
        "-",
        "ring 112",
        "112 (akut)",
        "tel:112",
        "013-20 60 00 vx",
        "070-174 06 05, 070-174 06 06",
        "070-174 06 05 / 070-174 06 06",
        "070",
        "+46",
        "+1",
        "7",
    ],
)
def test_what_is_not_one_number_is_refused(written):
    with pytest.raises(ValueError):
        tel_uri(written)
    assert refusals(Phones, written)


@pytest.mark.parametrize("local", ["31 92 05", "123 45 67", "12 34 56 78"])
def test_a_local_number_without_its_area_code_is_refused_and_not_taken_for_another_number(local):
    assert refusals(Phones, local) == ["not_a_phone"]


@pytest.mark.parametrize("written", ["070-174 06 05", "0980-31 92 05", "+46 70 174 06 05", "116 111"])
def test_a_number_is_kept_as_it_was_written(written):
    assert read_as(Phones, written)[0].value == written


@pytest.mark.parametrize("kind", [Phones, Emails, Webs, Places])
def test_one_channel_a_list_and_the_long_form_mean_the_same(kind):
    value = {Phones: "112", Emails: "rad@example.com", Webs: "https://example.com", Places: "Storgatan 1"}[kind]
    forms = [value, [value], {"value": value}, [{"value": value}]]
    assert len({read_as(kind, form) for form in forms}) == 1


def test_a_channel_keeps_its_note_and_when_it_answers():
    phone = {"value": "112", "note": "akut", "answers": "genast"}
    assert read_as(Phones, ["1177", phone])[1].model_dump() == phone


@pytest.mark.parametrize(
    "email", ["rad", "rad@", "@example.com", "rad@example", "a b@example.com", "a@b@example.com", ""]
)
def test_what_is_not_an_e_mail_address_is_refused(email):
    assert refusals(Emails, "rad@example.com") == []
    assert refusals(Emails, email)


@pytest.mark.parametrize(
    "address", ["example.com", "//example.com", "javascript:alert(1)", "https://", "https://a b", "ftp://a"]
)
def test_a_web_address_is_http_or_https_and_nothing_else(address):
    assert refusals(Webs, "http://example.com/a?b=c") == []
    assert refusals(Webs, address) == ["not_a_web_address"]


@pytest.mark.parametrize("word", ["protected", "skyddad", {"protected": "ja"}, {"protected": "true"}])
def test_a_protected_address_says_that_and_no_place(word):
    address = read_as(Location, word)
    assert address.protected is True
    assert (address.street, address.postal_code, address.city, address.directions) == ("", "", "", "")


@pytest.mark.parametrize(
    "written", ["Storgatan 1", {"street": "Storgatan 1"}, {"street": "Storgatan 1", "protected": "nej"}]
)
def test_an_address_is_not_protected_unless_it_says_so(written):
    address = read_as(Location, written)
    assert (address.street, address.protected) == ("Storgatan 1", False)


def test_a_postal_code_keeps_its_zeros_and_its_space():
    assert read_as(Location, {"postal_code": "011 40"}).postal_code == "011 40"


def test_nothing_is_made_up_for_a_channel_that_is_not_told():
    assert all(not value for _, value in Contact())
