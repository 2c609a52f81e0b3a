"""Invented providers for everybody: a first contact and an association."""

from __future__ import annotations

from sitegen.demo.blueprint import ADVICE_RECORDS, BASIS, Blueprint, decision
from sitegen.demo.node import one_of

FIRST_CONTACT = Blueprint(
    title="Rådgivningen $stem",
    front={
        "organisation": "$kommun",
        "performer": "municipal",
        "summary": "Vet du inte vart du ska vända dig? Börja här, så guidar vi dig rätt.",
        "areas": ["rad-och-stod", "orosanmalan"],
        "target_groups": ["alla", "yrkesverksamma"],
        "eligibility": {"none": "Alla får ringa, också den som bor i en annan kommun."},
        "ages": {"none": "Ingen åldersgräns."},
        "who_may_contact": ["du själv", "en närstående", "den som möter dig i sitt arbete"],
        "laws": ["sol-2025", "osl", "gdpr"],
        "records": ADVICE_RECORDS,
        "cost": "free",
        "response": [
            {"what": "ett svar", "within": "P0D", "from": "att du har ringt", "goal": "ja"},
            {
                "what": "ett besök",
                "within": "P10D",
                "from": "att du har hört av dig",
                "working_days": "ja",
                "goal": "ja",
            },
        ],
        "notice": one_of("Vi har fått nya lokaler.", "I december svarar vi bara på telefon på förmiddagarna."),
    },
    offers=(
        {
            "name": "Första samtalet",
            "summary": "Du berättar, vi lyssnar och hjälper dig vidare.",
            "access": [{"kind": "direct", "who_may_ask": "vem som helst", "basis": BASIS}],
            "methods": ["MI"],
            "form": ["individual", "phone", "online"],
            "meetings": "Ett till tre samtal.",
        },
        {
            "name": "Stödsamtal vid kris",
            "summary": "Samtal för dig som har varit med om något svårt.",
            "access": [
                {"kind": "direct", "limit": "upp till fem samtal", "basis": BASIS},
                decision("för fler samtal"),
            ],
            "target_groups": ["kris"],
            "form": "individual",
            "methods": ["KBT"],
        },
        {
            "name": "Samtal med psykolog",
            "summary": "En psykolog bedömer vad du behöver och ger korta behandlingar.",
            "access": {"kind": "referral", "terms": "Vårdcentralen skriver remissen."},
            "form": "individual",
            "methods": ["KBT", "ACT"],
        },
        {
            "name": "Öppen mottagning på biblioteket",
            "summary": "Vi satt på biblioteket på tisdagar. Det har vi slutat med.",
            "access": [{"kind": "direct", "basis": {"unclear": "Beslutet går inte att hitta."}}],
            "status": "closed",
            "form": "individual",
        },
    ),
    leads=(
        "Du behöver inte veta vad stödet heter. Ring Rådgivningen $stem och berätta hur du har det, så vet vi "
        "oftast vem "
        "som kan hjälpa dig.",
        "Ett samtal räcker långt. Rådgivningen $stem svarar på frågor om allt stöd i $kommun.",
    ),
    helps=(
        "frågor om vilket stöd som finns",
        "att ta reda på om det krävs ett beslut",
        "att ansöka och att överklaga",
        "oro för ett barn eller en vuxen",
        "att förstå vem som gör vad i kommunen och regionen",
        "att lämna ett klagomål",
    ),
    meetings=(
        ("Telefonsamtal", "på telefon", "så länge du behöver"),
        ("Besök", "hos oss", "45 minuter"),
        ("Videosamtal", "på nätet", "30 minuter"),
    ),
    notes=(
        ("Orolig för ett barn?", "Gör en orosanmälan. Du får vara anonym, om du inte anmäler i ditt arbete."),
        ("Flera kommuner", "Rådgivningen tar emot från fler än en kommun när de har kommit överens om det."),
    ),
)

ASSOCIATION = Blueprint(
    title="Mötesplatsen $stem",
    front={
        "organisation": "Föreningen $stem i $ort",
        "performer": "association",
        "summary": one_of(
            "En förening med öppet hus, stöd av volontärer och hjälp att hitta rätt.",
            "Öppet hus, läxhjälp, språkkafé och någon att prata med.",
        ),
        "areas": ["rad-och-stod"],
        "target_groups": ["alla", "nyanlanda", "kris"],
        "eligibility": "Alla är välkomna. Du behöver inte vara medlem.",
        "who_may_contact": ["du själv"],
        "hours": {
            "visit": {
                "tue": "15:00-19:00",
                "thu": "10:00-12:00, 15:00-19:00",
                "sat": "11:00-15:00",
                "mon, wed, fri": "closed",
                "sun": "closed",
                "holidays": "closed",
                "exceptions": {"2026-12-24": "11:00-15:00", "2027-07-05/2027-08-08": "closed"},
            },
            "phone": {"unclear": "Telefonen bemannas av volontärer. Tiderna ändras varje vecka."},
        },
        "languages": ["sv", "en", "ar", "so", "ti", "uk"],
        "records": {"anonymous": "ja", "kept": {"none": "Vi för inga register över besökare."}},
        "secrecy": "Volontärerna har skrivit på ett löfte om tystnad.",
        "duty_to_report": {"none": "Volontärer har ingen anmälningsplikt, men alla bör anmäla om ett barn far illa."},
        "cost": "Gratis. Fikat kostar 10 kronor.",
        "responsible": "föreningens styrelse",
        "priority": {"none": "Ingen går före någon annan."},
        "response": {"none": "Vi svarar när någon volontär är på plats."},
        "sources": [{"title": "Verksamhetsberättelse", "publisher": "Föreningen $stem i $ort", "date": "2025"}],
        "laws": {"none": "Föreningen arbetar inte på uppdrag av kommunen."},
    },
    offers=(
        {
            "name": "Öppet hus",
            "summary": "Kom in, ta en kaffe och prata med någon om du vill.",
            "access": [
                {
                    "kind": "direct",
                    "terms": "Du behöver inte anmäla dig.",
                    "basis": {"none": "Det är föreningens stöd."},
                }
            ],
            "form": "group",
        },
        {
            "name": "Stöd till dig som har utsatts för brott",
            "summary": "En volontär lyssnar och följer med till polisen eller rätten.",
            "access": "direct",
            "areas": ["rad-och-stod", "vald-i-nara-relation"],
            "form": ["individual", "phone"],
        },
        {
            "name": "Språkkafé och läxhjälp",
            "summary": "Öva svenska och få hjälp med skolarbetet.",
            "ask": "volontärerna på plats",
            "form": ["group", "online"],
            "areas": ["rad-och-stod", "barn-och-familj"],
        },
        {
            "name": "Matkasse",
            "summary": "En kasse mat när pengarna inte räcker.",
            "access": {"unknown": "Föreningen ändrar sina regler och har inte svarat på hur man får en kasse."},
            "areas": ["ekonomi"],
            "contact": {"none": "Du kan bara fråga på plats, när vi har öppet."},
            "notice": "Delas inte ut i juli.",
        },
    ),
    leads=(
        "Dörren är öppen. Mötesplatsen $stem drivs av en förening, och här möter du grannar, volontärer och kaffedoft.",
        "Ibland behöver man bara en människa. På Mötesplatsen $stem finns det alltid någon som har tid.",
    ),
    helps=(
        "att läsa brev från myndigheter",
        "att skriva en ansökan",
        "läxor och svenska",
        "att hitta vänner",
        "stöd efter ett brott",
        "kläder och leksaker i vårt bytesrum",
    ),
    meetings=(
        ("Öppet hus", "i vår lokal", "så länge du vill"),
        ("Språkkafé", "i grupp", "två timmar"),
        ("Följeslagare", "dit du ska", "efter behov"),
    ),
    notes=(
        ("Bli volontär", "Vill du hjälpa till? Kom förbi, så berättar vi hur det går till."),
        ("Inte kommunen", "Föreningen kan inte fatta beslut om stöd. Vi hjälper dig att ta kontakt med kommunen."),
    ),
    staff=(
        "Här möter du ett tjugotal volontärer. Några av dem har gått en kurs i MI.",
        "Vi är volontärer i alla åldrar.",
    ),
)
