"""Invented providers for older people and for those who care for someone."""

from __future__ import annotations

from sitegen.demo.blueprint import ADVICE_RECORDS, BASIS, DIRECT, FREE, JOURNAL, Blueprint, decision
from sitegen.demo.node import one_of

RELATIVES = Blueprint(
    title="Anhörigstödet $stem",
    front={
        "organisation": "$kommun",
        "performer": "municipal",
        "summary": one_of(
            "Stöd till dig som hjälper någon som är sjuk, äldre eller har en funktionsnedsättning.",
            "Här får du som är närstående tänka på dig själv en stund.",
        ),
        "areas": ["narstaende", "aldre"],
        "target_groups": ["narstaende"],
        "eligibility": "Du som stöder eller vårdar någon som står dig nära.",
        "ages": {"none": "Stödet har ingen åldersgräns."},
        "who_may_contact": ["du själv", "den som du hjälper", "hemtjänsten eller vården, om du säger ja"],
        "laws": ["sol-2025", "osl"],
        "records": ADVICE_RECORDS,
        "cost": {"none": "Vi tar aldrig betalt."},
        "cooperation": ["vårdcentralerna", "hemtjänsten", "föreningar för anhöriga"],
    },
    offers=(
        {
            "name": "Anhörigsamtal",
            "summary": "Du får prata med en anhörigkonsulent om hur du har det.",
            "access": [DIRECT],
            "form": ["individual", "home", "phone"],
            "meetings": "Så många som du behöver.",
        },
        {
            "name": "Avlösning i hemmet",
            "summary": "Någon tar över hemma, så att du kan gå ut eller vila.",
            "access": [
                {"kind": "direct", "limit": "upp till 10 timmar i månaden", "basis": BASIS},
                decision("för fler timmar i månaden"),
            ],
            "form": "home",
            "records": JOURNAL,
            "priority": "Den som saknar annan avlösning får hjälp först.",
        },
        {
            "name": "Anhörigkafé",
            "summary": "Fika med andra som förstår, första torsdagen varje månad.",
            "access": [{"kind": "direct", "terms": "Du behöver inte anmäla dig.", "basis": BASIS}],
            "form": "group",
            "hours": {"visit": {"thu": "14:00-16:00", "note": "Första torsdagen i månaden, inte i juli."}},
            "records": {"anonymous": "ja", "kept": {"none": "Vi skriver inte upp vem som kommer."}},
        },
        {
            "name": "Barn som är anhöriga",
            "summary": "En grupp för barn som har en sjuk förälder eller ett syskon som behöver mycket hjälp.",
            "form": "group",
            "ages": {"from": 7, "to": 15},
            "status": one_of("draft", "published"),
        },
    ),
    leads=(
        "Att hjälpa någon kan vara fint och tungt på samma gång. Anhörigstödet $stem finns till för dig, inte "
        "bara för den "
        "som du hjälper.",
        "Kanske kallar du dig inte anhörig utan fru, son, granne eller vän. Anhörigstödet $stem är till för dig ändå.",
    ),
    helps=(
        "att orka när du sover dåligt",
        "att få lite egen tid",
        "kontakter med vård och myndigheter",
        "dåligt samvete och svåra känslor",
        "frågor om demens",
        "att prata med barnen om sjukdomen",
    ),
    meetings=(
        ("Samtal", "hos oss, hemma hos dig eller på telefon", "en timme"),
        ("Anhörigkafé", "i vår lokal", "två timmar"),
        ("Avlösning", "hemma hos er", "minst två timmar i taget"),
        ("Kurs om demens", "i grupp", "fyra kvällar"),
    ),
    notes=(
        ("Du får säga nej", "Det är frivilligt att vårda en närstående. Kommunen har ansvaret när du inte orkar."),
        ("Vem ringer?", "Du kan ringa utan att den som du hjälper vet om det."),
    ),
)

HOME_CARE = Blueprint(
    title="Hemtjänsten $stem",
    front={
        "organisation": "$stem Hemtjänst i $ort AB",
        "performer": "private",
        "summary": "Hjälp hemma med det som har blivit svårt att klara själv.",
        "areas": ["aldre", "vard"],
        "target_groups": ["aldre", "funktionsnedsattning"],
        "eligibility": "Du som behöver hjälp i hemmet för att kunna bo kvar.",
        "ages": {"from": 65, "note": "Du som är yngre kan få hemtjänst efter beslut."},
        "who_may_contact": ["du själv", "en närstående", "sjukhuset eller vårdcentralen"],
        "laws": ["sol-2025", "osl", "hsl-2017"],
        "records": JOURNAL,
        "languages": ["sv", "fi", "ar"],
        "hours": {
            "visit": {"mon-fri": "unknown"},
            "phone": {"mon-fri": "07:00-16:00", "sat-sun": "08:00-12:00", "holidays": "08:00-12:00"},
            "support": {"all": "07:00-22:00", "holidays": "07:00-22:00"},
            "on_call": {"all": "22:00-07:00 nästa dag", "note": "Nattpatrullen kommer när du larmar."},
        },
        "cooperation": ["hemsjukvården", "biståndshandläggarna", "apoteket"],
    },
    offers=(
        {
            "name": "Servicetimmar",
            "summary": "Städning, tvätt och inköp utan att någon utreder dig först.",
            "access": [
                {
                    "kind": "direct",
                    "limit": "upp till 4 timmar i månaden",
                    "terms": "Du ska ha fyllt 75 år.",
                    "basis": BASIS,
                },
                decision("för fler timmar i månaden"),
            ],
            "form": "home",
            "ages": {"from": 75},
            "cost": {"amount": 190, "per": "timme", "note": "Maxtaxan gäller."},
        },
        {
            "name": "Hjälp med omvårdnad",
            "summary": "Hjälp att tvätta dig, klä dig, äta och ta medicin.",
            "access": [decision()],
            "form": "home",
            "methods": ["ADL-träning"],
            "cost": {"note": "Avgiften beror på din inkomst."},
        },
        {
            "name": "Trygghetslarm",
            "summary": "En knapp på armen. När du trycker svarar någon dygnet runt.",
            "contact": {"phone": [{"value": "$phone2", "note": "Beställ larmet här."}], "email": "$email"},
            "access": [
                {"kind": "direct", "terms": "Du ska ha fyllt 80 år.", "basis": BASIS},
                decision("för dig som är yngre"),
            ],
            "form": "home",
            "hours": {"support": {"all": "always"}},
            "cost": {"amount": 230, "per": "månad"},
        },
        {
            "name": "Fallförebyggande hembesök",
            "summary": "En arbetsterapeut går igenom hemmet med dig, så att du inte ramlar.",
            "access": {"kind": "referral", "terms": "Vårdcentralen eller hemtjänsten skriver remissen."},
            "form": "home",
            "cost": FREE,
        },
        {
            "name": "Måltidssällskap",
            "summary": "Någon äter lunch tillsammans med dig en gång i veckan.",
            "cost": {"unclear": "Det framgår inte vem som betalar lunchen."},
            "form": "home",
        },
    ),
    leads=(
        "Det är ditt hem, även när du tar emot hjälp. Hemtjänsten $stem kommer på de tider ni har bestämt och "
        "gör det som "
        "du vill ha gjort.",
        "Du ska kunna bo hemma och känna dig trygg. Hemtjänsten $stem hjälper dig med stort och smått.",
    ),
    helps=(
        "städning, tvätt och disk",
        "inköp och apoteksärenden",
        "dusch, kläder och måltider",
        "promenader och sällskap",
        "medicin, när sjuksköterskan har bestämt det",
        "tillsyn på natten",
    ),
    meetings=(
        ("Första hembesöket", "hemma hos dig, gärna med en närstående", "en timme"),
        ("Servicetimmar", "hemma hos dig", "en timme i veckan"),
        ("Uppföljning", "hemma hos dig eller på telefon", "två gånger om året"),
    ),
    notes=(
        ("Du väljer utförare", "Du som har beslut om hemtjänst får välja vem som utför den. Du får byta när du vill."),
        ("Fast kontakt", "Du får en fast omsorgskontakt som känner dig och som du kan ringa."),
    ),
    staff=(
        "Här arbetar undersköterskor, vårdbiträden och en sjuksköterska.",
        "Samma undersköterska kommer så ofta det går.",
    ),
)
