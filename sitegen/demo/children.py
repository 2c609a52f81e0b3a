"""Invented providers for children, young people and their families."""

from __future__ import annotations

from sitegen.demo.blueprint import BASIS, FREE, JOURNAL, Blueprint, decision
from sitegen.demo.node import one_of

FAMILY_TEAM = Blueprint(
    title="Familjeteamet $stem",
    front={
        "organisation": "$kommun",
        "performer": "municipal",
        "summary": one_of(
            "Här får föräldrar, barn och unga stöd när det är svårt hemma.",
            "Vi hjälper familjer att få vardagen att fungera bättre.",
        ),
        "areas": ["barn-och-familj"],
        "target_groups": ["barn", "unga", "foraldrar", "familjer"],
        "eligibility": "Familjer i $kommun med barn och unga upp till 20 år.",
        "ages": {"from": 0, "to": 20, "note": "Åldern gäller barnet eller den unga."},
        "who_may_contact": ["du som är förälder", "du som är ung", "skolan, om du säger ja"],
        "laws": ["sol-2025", "osl", "foraldrabalken"],
        "records": JOURNAL,
        "cost": FREE,
        "cooperation": ["skolan och förskolan", "familjecentralen", "BUP"],
        "alternatives": ["Prata med skolans kurator.", "Ring barnavårdscentralen om ditt barn är under sex år."],
    },
    offers=(
        {
            "name": "Samtal för föräldrar",
            "summary": "Du får prata med en familjepedagog om det som är svårt hemma.",
            "description": "Vi lyssnar och letar efter det som redan fungerar.\n\nDu bestämmer vad samtalen ska "
            "handla om.",
            "access": [
                {"kind": "direct", "limit": "upp till åtta samtal", "basis": BASIS},
                decision("för fler samtal"),
            ],
            "methods": ["MI"],
            "form": ["individual", "family"],
            "meetings": "Oftast fem till åtta samtal.",
        },
        {
            "name": "Föräldrakursen Komet",
            "id": "komet",
            "summary": "En kurs i grupp för dig som vill bråka mindre med ditt barn.",
            "access": [{"kind": "direct", "terms": "Anmäl dig före kursstarten.", "basis": BASIS}],
            "methods": ["KOMET"],
            "form": "group",
            "meetings": "Elva träffar på kvällstid.",
            "demands": "Du behöver kunna komma till minst nio av träffarna.",
            "ages": {"from": 3, "to": 11, "note": "Åldern gäller barnet."},
        },
        {
            "name": "Familjebehandling",
            "summary": "Hela familjen får ett längre stöd, ofta hemma hos er.",
            "description": "Vi träffas flera gånger i månaden. Ni sätter målen tillsammans med oss.",
            "access": [decision()],
            "methods": ["FFT", "Marte Meo"],
            "form": ["family", "home"],
            "meetings": {"unclear": "Antalet träffar bestäms i beslutet och skiljer sig mycket mellan familjer."},
            "priority": "Familjer med små barn får stöd först.",
        },
        {
            "name": "Umgängesstöd",
            "summary": "En person är med när barnet träffar en förälder som det inte bor med.",
            "access": [{"kind": "court_or_agreement", "terms": "Tingsrätten beslutar, eller så skriver ni ett avtal."}],
            "form": "family",
            "description": "Du kan inte söka umgängesstöd hos oss. Fråga familjerätten hur det går till.",
        },
    ),
    leads=(
        "Bråk, skärmar, läxor eller en tonåring som har slutat prata: du behöver inte klara det ensam. "
        "Familjeteamet $stem träffar familjer som vill ha det lugnare hemma.",
        "Alla familjer har det tufft ibland. Vi på Familjeteamet $stem hjälper er att prata med varandra på ett sätt "
        "som fungerar.",
        "Du är viktigast för ditt barn, men ingen kan allt. Hos Familjeteamet $stem får du råd, stöd och tid "
        "att tänka.",
    ),
    helps=(
        "bråk som slutar i skrik och smällda dörrar",
        "rutiner för mat, sömn och skärmar",
        "ett barn som inte vill gå till skolan",
        "att prata med en tonåring som drar sig undan",
        "att hålla ihop som föräldrar efter en separation",
        "oro för alkohol, droger eller dåligt sällskap",
        "syskon som inte kommer överens",
    ),
    meetings=(
        ("Enskilt samtal", "hos oss eller hemma hos er", "en timme"),
        ("Familjesamtal", "hos oss", "en och en halv timme"),
        ("Föräldrakurs", "i grupp med sex till tio föräldrar", "två timmar"),
        ("Hembesök", "hemma hos er", "efter ert behov"),
    ),
    notes=(
        (
            "För dig under 15 år",
            "Du får alltid ringa och fråga. Om du ska få stöd utan beslut behöver en vårdnadshavare säga ja.",
        ),
        ("Båda föräldrarna", "Har ni gemensam vårdnad behöver ni oftast vara överens om stöd som gäller barnet."),
    ),
)

YOUTH_TEAM = Blueprint(
    title="Ungdomsteamet $stem",
    front={
        "organisation": "$region, på uppdrag av $kommun",
        "performer": "region",
        "summary": "Du som är ung kan prata med någon som lyssnar, utan att förklara allt från början.",
        "areas": ["rad-och-stod", "barn-och-familj"],
        "target_groups": ["unga"],
        "eligibility": "Du som är 13–20 år och bor eller går i skolan i $kommun.",
        "ages": {"from": 13, "to": 20},
        "who_may_contact": ["du själv", "en kompis som följer med", "en vuxen som du litar på"],
        "laws": ["sol-2025", "osl", "hsl-2017"],
        "records": {"anonymous": {"unclear": "Det beror på om du får råd eller vård. Fråga när du ringer."}},
        "cost": "Samtalen kostar ingenting.",
        "cooperation": ["elevhälsan", "BUP", "fritidsgårdarna"],
        "alternatives": ["Chatta eller ring till Bris på 116 111.", "Prata med skolsköterskan."],
    },
    offers=(
        {
            "name": "Rådgivning för unga",
            "summary": "Korta samtal om vad som helst som tynger dig.",
            "access": [{"kind": "direct", "who_may_ask": "du som är 15 år eller äldre", "basis": BASIS}],
            "records": {"anonymous": "ja"},
            "methods": ["MI"],
            "form": ["individual", "phone", "online"],
            "meetings": "Ett till fem samtal.",
        },
        {
            "name": "Samtal med kurator",
            "summary": "Regionens kurator pratar med dig om oro, sömn, relationer och hur du mår.",
            "access": {"kind": "health_care", "terms": "Kuratorn bedömer om samtalen passar dig."},
            "methods": ["KBT"],
            "form": "individual",
            "records": {"anonymous": "nej", "kept": "Kuratorn skriver journal, som i all vård."},
        },
        {
            "name": "Tjejgrupp och killgrupp",
            "summary": "Ni är sex till åtta i samma ålder som träffas en kväll i veckan.",
            "form": "group",
            "meetings": "Tio kvällar.",
        },
        {
            "name": "Träning i att hantera ilska",
            "summary": "Du övar på att stoppa ilskan innan den tar över.",
            "access": {"unclear": "Ungdomsteamet och kommunen säger olika om det krävs ett beslut."},
            "methods": ["ART"],
            "form": "group",
            "demands": "Du lovar att komma på tio träffar av tolv.",
            "not_for": {"none": "Alla mellan 13 och 20 år får fråga."},
        },
    ),
    leads=(
        "Det är okej att inte må bra. Hos Ungdomsteamet $stem kan du prata om sådant som är jobbigt, konstigt "
        "eller bara "
        "för mycket.",
        "Bråk hemma, ångest, kärlek, nätet, hasch eller tankar som snurrar: inget är för litet. Ungdomsteamet "
        "$stem finns "
        "för dig.",
    ),
    helps=(
        "stress i skolan",
        "oro, ångest och nedstämdhet",
        "att somna och komma upp",
        "bråk med vänner eller föräldrar",
        "frågor om kropp, sex och kärlek",
        "att sluta röka hasch",
        "hot och elakheter på nätet",
    ),
    meetings=(
        ("Första samtalet", "hos oss, på telefon eller på video", "45 minuter"),
        ("Fler samtal", "hos oss", "45 minuter"),
        ("Grupp", "på fritidsgården", "två timmar"),
    ),
    notes=(
        ("Skriv när du vill", "Du får skriva mitt i natten. Vi svarar nästa vardag."),
        ("Är det bråttom?", "Ring 112 om någon är i fara just nu."),
    ),
)
