"""The words of the form: its sections, the ways in explained, and help in the place of what the schema says of YAML."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sitegen.i18n import N_

SECTIONS: tuple[tuple[str, str], ...] = (
    (N_("Grunduppgifter"), "name official_name code county site_name organisation performer serves summary description "
     "status opens closes notice sensitive topics"),
    (N_("Väg in: behövs det ett beslut?"), "access"),
    (N_("Vem stödet är till för"), "areas target_groups eligibility ages who_may_contact demands not_for"),
    (N_("Vad du får"), "form methods meetings"),
    (N_("Kontakt och plats"), "contact ask emergency apply report address premises languages interpreter"),
    (N_("Tider"), "hours"),
    (N_("Kostnad, svarstid och turordning"), "cost response priority"),
    (N_("Anonymitet, sekretess och lagar"), "records secrecy duty_to_report responsible laws"),
    (N_("Andra vägar"), "cooperation alternatives"),
    (N_("Granskning och källor"), "reviewed sources"),
    (N_("Mer sällan"), "id previous_slugs observed look exemptions"),
)  # fmt: skip
"""Headings, and the keys of the fields below each. What is named nowhere stands under the last."""

RARE_IN_OFFERS = frozenset({"organisation", "performer", "responsible", "notice"})
"""What an offer nearly always has from its provider: it stands in the last section."""

STATES: Mapping[str, str] = {
    "found": N_("Uppgift finns"),
    "none": N_("Det finns inget"),
    "unclear": N_("Det är oklart"),
    "missing": N_("Vet inte än"),
}
HELP: Mapping[tuple[str, str], str] = {
    ("", "areas"): N_("De av kommunens områden som insatserna ska visas under."),
    ("", "target_groups"): N_("Välj alla som stödet är till för."),
    ("", "laws"): N_("De lagar som stödet ges enligt."),
    ("", "languages"): N_("Språk som personalen talar."),
    ("", "who_may_contact"): N_("En på varje rad. Till exempel: du själv, en förälder, skolan."),
    ("", "premises"): N_("En uppgift på varje rad. Till exempel: Hiss finns."),
    ("", "cooperation"): N_("En på varje rad."),
    ("", "alternatives"): N_("Vart man kan vända sig i stället. En på varje rad."),
    ("", "previous_slugs"): N_("Adresser som sidan har haft. De leder hit. En på varje rad."),
    ("", "status"): N_("Ett utkast syns inte på webbplatsen. En insats som har upphört står kvar med besked om det."),
    ("", "address"): N_("Välj ja för Skyddad adress om adressen aldrig får visas, och lämna då resten tomt."),
    ("", "working_days"): N_("Räknas dagarna som arbetsdagar? Tomt betyder nej."),
    ("", "goal"): N_("Ja om det är ett mål, nej om det är en garanti. Tomt betyder ja."),
    ("", "within"): N_("P14D = 14 dagar, P2W = två veckor, P0D = samma dag, PT2H = två timmar."),
    ("", "access"): N_(
        "Det viktigaste på sidan. Välj hur man får stödet. Går det på två sätt, fyll i båda vägarna. "
        "Vet ni inte, välj Vet inte än: då säger sidan det, och vem man kan fråga."
    ),
    ("", "description"): N_("Vad man får och hur det går till, i klarspråk. Tom rad gör nytt stycke."),
    ("", "sensitive"): N_("Ja för våld och annat som ingen annan får se. Sidorna får då knappen Lämna sidan snabbt."),
    ("", "topics"): N_("Gemensamma ämnen. Insatser med de ämnena visas här."),
    ("", "methods"): N_("Metoder som förklaras i ordlistan."),
    ("", "id"): N_("Insatsens adress på webbplatsen. Ändra den inte när sidan är publicerad."),
    ("", "protected"): N_("Ja om adressen är skyddad."),
    ("Municipality", "languages"): N_("Språk som webbplatsen ska finnas på. Svenska är alltid med."),
    ("Response", "route"): N_("Vägen som tiden gäller. Tomt om det inte är sagt."),
    ("SourceRef", "id"): N_("Källans namn i sources.yaml, eller tomt om du skriver ut källan här."),
    ("Route", "kind"): N_("Vad varje väg betyder står ovanför."),
    ("Route", "basis"): N_(
        "För direkt: vilken nämnd som har beslutat att stödet ges utan behovsprövning, när, och diarienummer "
        "(11 kap. 5 § socialtjänstlagen)."
    ),
    ("Provider", "serves"): N_("De kommuner vars invånare verksamheten tar emot."),
}
"""By record and key, or by key alone. The schema's own description stands where nothing is said here."""


@dataclass(frozen=True)
class Explained:
    """A way in, for the person who chooses: what it means for the reader of the page."""

    name: str
    means: str


ROUTES: Mapping[str, Explained] = {
    "direct": Explained(
        N_("Direkt: kontakta själv, inget beslut"),
        N_("Stöd utan individuell behovsprövning (11 kap. 5 § socialtjänstlagen). Nämnden ska ha beslutat att det "
           "får ges så. Skriv nämnd, dag och diarienummer. Gäller det bara upp till en gräns, skriv gränsen."),
    ),
    "decision": Explained(
        N_("Beslut: ansök hos kommunen först"),
        N_("Kommunen utreder behovet och fattar ett beslut (11 kap. 1 eller 4 § socialtjänstlagen). Skriv hur man "
           "ansöker och hur beslutet kan överklagas."),
    ),
    "lss": Explained(
        N_("Beslut enligt LSS"),
        N_("Alltid efter ansökan och beslut. Beslutet kan överklagas."),
    ),
    "economic": Explained(
        N_("Ekonomiskt bistånd: ansökan och beslut"),
        N_("Pengar enligt 12 kap. socialtjänstlagen. Alltid efter ansökan och beslut."),
    ),
    "court_or_agreement": Explained(
        N_("Dom eller avtal"),
        N_("En domstol har beslutat, eller det finns ett avtal genom familjerätten."),
    ),
    "health_care": Explained(
        N_("Vården bedömer"),
        N_("Regionens vård gör en medicinsk bedömning. Kommunen fattar inget beslut."),
    ),
    "referral": Explained(
        N_("Remiss"),
        N_("Någon, till exempel en läkare, måste skicka personen vidare hit."),
    ),
}  # fmt: skip
