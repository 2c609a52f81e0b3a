"""Invented providers for people who live with violence, and for parents and couples who part."""

from __future__ import annotations

from sitegen.demo.blueprint import ADVICE_RECORDS, APPLY, BASIS, DIRECT, FREE, Blueprint, decision
from sitegen.demo.node import one_of

PEACE_CENTRE = Blueprint(
    title="Fridscentrum $stem",
    front={
        "organisation": "$kommun",
        "performer": "municipal",
        "summary": one_of(
            "Stöd och skydd för dig som utsätts för hot, kontroll eller våld av någon nära.",
            "Här får du prata med någon som kan mycket om våld i nära relationer.",
        ),
        "areas": ["vald-i-nara-relation"],
        "target_groups": ["valdsutsatta", "barn", "narstaende"],
        "eligibility": "Du som utsätts eller har utsatts för våld, dina barn och du som vill sluta använda våld.",
        "ages": {"unclear": "Åldern är olika för olika stöd. Fråga när du ringer."},
        "who_may_contact": ["du själv", "en närstående", "polisen, vården eller skolan, om du säger ja"],
        "address": "protected",
        "laws": ["sol-2025", "osl"],
        "hours": {
            "visit": {"mon-fri": "by_appointment", "sat-sun": "closed", "holidays": "closed"},
            "phone": {"mon-fri": "08:00-17:00", "sat-sun": "closed", "holidays": "closed"},
            "on_call": {
                "mon-fri": "17:00-08:00 nästa dag",
                "sat-sun": "08:00-08:00 nästa dag",
                "note": "Jouren svarar på samma nummer.",
            },
        },
        "records": {"anonymous": "ja", "kept": "Vi skriver journal först när du får stöd efter beslut."},
        "cost": FREE,
        "response": [{"what": "ett samtal med jouren", "within": "PT2H", "from": "att du har ringt", "goal": "ja"}],
        "priority": "Den som är i fara går alltid först.",
    },
    offers=(
        {
            "name": "Stödsamtal",
            "summary": "Du får prata i lugn och ro och tänka igenom vad du vill.",
            "access": [DIRECT],
            "form": ["individual", "phone"],
            "records": ADVICE_RECORDS,
            "meetings": "Så många som du behöver.",
        },
        {
            "name": "Samtal för barn som har upplevt våld",
            "summary": "Barnet får berätta i sin egen takt, genom samtal och lek.",
            "access": [DIRECT, {"kind": "decision", "terms": "för en längre behandling", "apply": APPLY}],
            "form": ["individual", "group"],
            "ages": {"from": 4, "to": 17},
        },
        {
            "name": "Skyddat boende",
            "summary": "Ett hemligt boende för dig och dina barn när ni inte kan vara hemma.",
            "access": [
                {**decision(), "apply": "Ring oss eller socialjouren. Vi ansöker tillsammans med dig, dygnet runt."}
            ],
            "form": "residential",
            "cost": {"note": "Boendet är gratis. Du kan få betala för mat."},
            "hours": {"support": {"all": "always"}},
            "not_for": "Du som är påverkad av alkohol eller droger behöver ett annat skydd. Vi hjälper dig att "
            "hitta det.",
        },
        {
            "name": "Sluta slå",
            "summary": "Samtal för dig som hotar, kontrollerar eller slår någon som du är nära.",
            "access": "direct",
            "methods": ["KBT", "MI"],
            "form": ["individual", "group"],
            "meetings": "Ungefär 15 samtal.",
            "demands": "Du behöver vilja ta ansvar för det du har gjort.",
        },
    ),
    leads=(
        "Ingen får slå, hota eller styra dig. Fridscentrum $stem hjälper dig att få ett tryggare liv, i den "
        "takt som du "
        "själv väljer.",
        "Du behöver inte veta om det är våld för att höra av dig. På Fridscentrum $stem pratar vi om det som "
        "har hänt och "
        "om vad du kan göra.",
    ),
    helps=(
        "att förstå vad som har hänt dig",
        "att göra en plan för din säkerhet",
        "att anmäla till polisen, om du vill",
        "att prata med barnen om det som har hänt",
        "kontakter med skola, vård och jurist",
        "frågor om pengar, bostad och skyddade uppgifter",
    ),
    meetings=(
        ("Samtal", "hos oss, på telefon eller på en plats som du väljer", "en timme"),
        ("Barnsamtal", "i vårt lekrum", "45 minuter"),
        ("Grupp", "hos oss", "två timmar i veckan"),
    ),
    notes=(
        ("Lämna sidan snabbt", "Rensa sökhistoriken om någon annan kan se din telefon eller dator."),
        ("Vid akut fara", "Ring 112. Polisen kommer även om du inte kan prata."),
    ),
)

FAMILY_LAW = Blueprint(
    title="Familjerätten $stem",
    front={
        "organisation": "$kommun",
        "performer": "municipal",
        "summary": "Hjälp med frågor om barn när föräldrar går isär, och samtal för par.",
        "areas": ["familjeratt", "familjeradgivning"],
        "target_groups": ["foraldrar", "par", "familjer"],
        "eligibility": "Föräldrar och par som är folkbokförda i $kommun.",
        "ages": {"from": 18, "note": "Barn får vara med i samtal när det är bra för dem."},
        "who_may_contact": ["du själv", "ni tillsammans"],
        "laws": ["sol-2025", "osl", "foraldrabalken"],
        "records": {
            "kept": one_of("Vi antecknar bara tider och namn.", "Vi skriver ner det som ni kommer överens om.")
        },
        "cooperation": ["tingsrätten", "familjecentralen"],
    },
    offers=(
        {
            "name": "Samarbetssamtal",
            "summary": "Ni pratar om vårdnad, boende och umgänge tillsammans med en samtalsledare.",
            "access": [{"kind": "direct", "who_may_ask": "du ensam eller ni tillsammans", "basis": BASIS}],
            "form": "family",
            "meetings": "Tre till fem samtal.",
            "cost": FREE,
        },
        {
            "name": "Familjerådgivning",
            "summary": "Samtal för par och familjer som vill hitta tillbaka eller skiljas som vänner.",
            "access": [{"kind": "direct", "basis": BASIS}],
            "form": ["individual", "family"],
            "records": {"anonymous": "ja", "kept": {"none": "Inga journaler skrivs."}},
            "secrecy": "Sekretessen är extra stark. Ingen får veta att du har varit här.",
            "duty_to_report": "Vi måste anmäla om vi får veta att ett barn utnyttjas sexuellt eller misshandlas hemma.",
            "cost": {"amount": 250, "per": "besök", "note": "Du som har låg inkomst betalar inget."},
        },
        {
            "name": "Bekräftelse av faderskap",
            "summary": "Föräldrar som inte är gifta kan bekräfta vem som är barnets förälder.",
            "access": {"unclear": "Kommunen skriver om e-tjänst på ett ställe och om bokat besök på ett annat."},
            "form": ["individual", "online"],
            "cost": "free",
        },
        {
            "name": "Kontaktfamilj",
            "summary": "Barnet får vara hos en annan familj någon helg i månaden.",
            "access": [{**decision(), "who_may_ask": "vårdnadshavare, och barn som har fyllt 15 år"}],
            "form": "family",
        },
    ),
    leads=(
        "Ni slutar vara ett par, men ni fortsätter att vara föräldrar. Familjerätten $stem hjälper er att sätta barnet "
        "först.",
        "När ni inte kan enas om barnen kan en tredje person göra skillnad. Familjerätten $stem leder samtal "
        "som ska ge er "
        "en lösning som håller.",
    ),
    helps=(
        "frågan om var barnet ska bo",
        "att dela upp lov och helger",
        "avtal om vårdnad, boende och umgänge",
        "att prata lugnt med varandra igen",
        "frågor om adoption",
        "en kris i förhållandet",
    ),
    meetings=(
        ("Samarbetssamtal", "hos oss, med en eller två samtalsledare", "en och en halv timme"),
        ("Parsamtal", "hos oss eller på video", "en och en halv timme"),
        ("Telefonrådgivning", "på telefon", "en kvart"),
    ),
    notes=(
        ("Våld eller hot", "Säg till om du är rädd för den andra föräldern. Då träffar vi er var för sig."),
        (
            "Tingsrätten",
            "Tingsrätten kan ge oss i uppdrag att hålla samtal eller att utreda vad som är bäst för barnet.",
        ),
    ),
)
