"""Invented providers for adults with troubles about alcohol, drugs or money."""

from __future__ import annotations

from sitegen.demo.blueprint import ADVICE_RECORDS, APPEAL, BASIS, DIRECT, FREE, JOURNAL, Blueprint, decision
from sitegen.demo.node import one_of

CLINIC = Blueprint(
    title="Beroendemottagningen $stem",
    front={
        "organisation": "$kommun och $region",
        "performer": "joint",
        "summary": one_of(
            "Råd, stöd och behandling för dig som dricker för mycket eller använder droger.",
            "Hit kan du vända dig med frågor om alkohol, droger, läkemedel och spel.",
        ),
        "areas": ["skadligt-bruk-eller-beroende"],
        "target_groups": ["skadligt-bruk-eller-beroende", "vuxna", "narstaende"],
        "eligibility": "Vuxna som vill förändra sitt bruk av alkohol, droger, läkemedel eller spel, och deras "
        "närstående.",
        "ages": {"from": 18, "note": "Vissa samtal även för 16–17 år."},
        "who_may_contact": ["du själv", "en närstående", "vårdcentralen", "arbetsgivaren, om du säger ja"],
        "laws": ["sol-2025", "lvm", "osl", "hsl-2017", "psl"],
        "records": JOURNAL,
        "cooperation": ["vårdcentralerna", "Kriminalvården", "Arbetsförmedlingen", "Anonyma Alkoholister"],
        "response": [
            {"what": "ett första samtal", "within": "P2W", "from": "att du har hört av dig", "goal": "ja"},
            {"what": "start av beslutat stöd", "within": "P1W", "from": "att vi har fått beslutet", "goal": "ja"},
        ],
    },
    offers=(
        {
            "name": "Rådgivning om alkohol och droger",
            "summary": "Ett till tre samtal där du får råd utan att skrivas in.",
            "access": [DIRECT],
            "records": ADVICE_RECORDS,
            "methods": ["MI"],
            "form": ["individual", "phone"],
            "cost": FREE,
        },
        {
            "name": "Öppenvårdsbehandling",
            "summary": "Behandling medan du bor hemma, enskilt eller i grupp.",
            "description": "Du väljer behandling tillsammans med oss:\n\n- återfallsprevention i grupp\n- "
            "enskilda samtal\n"
            "- stöd till hela familjen",
            "access": [
                {"kind": "direct", "limit": "upp till tolv samtal", "basis": BASIS},
                decision("för behandling som är längre"),
            ],
            "methods": ["CRA", "Återfallsprevention", "12-steg"],
            "form": ["individual", "group"],
            "meetings": "I snitt tolv träffar.",
            "demands": "Du behöver vara nykter när vi träffas.",
        },
        {
            "name": "Sluta med cannabis",
            "summary": "Ett program på några veckor för dig som vill sluta röka hasch.",
            "access": [{"kind": "direct", "terms": "Du lämnar prov varje vecka.", "basis": BASIS}],
            "methods": ["HAP"],
            "form": "individual",
            "demands": "Programmet kräver drogfrihet och prover.",
        },
        {
            "name": "Behandlingshem",
            "summary": "Du bor en tid på ett hem för vård eller boende.",
            "access": [decision()],
            "form": "residential",
            "cost": {"amount": 80, "per": "dygn"},
        },
        {
            "name": "Läkarbedömning",
            "summary": "Regionens läkare bedömer om läkemedel kan hjälpa dig.",
            "access": {"kind": "health_care", "terms": "Läkaren bedömer vilken vård du behöver."},
            "form": "individual",
            "cost": {"amount": 200, "per": "besök", "note": "Högkostnadsskyddet gäller."},
        },
    ),
    leads=(
        "Du behöver inte ha bestämt dig för att sluta. På Beroendemottagningen $stem kan du börja med att fundera högt "
        "tillsammans med oss.",
        "Har det blivit för mycket för ofta? Många som hör av sig till Beroendemottagningen $stem är osäkra. "
        "Det räcker "
        "att du undrar.",
    ),
    helps=(
        "att dricka mindre eller sluta helt",
        "att sluta med hasch, tabletter eller andra droger",
        "spel om pengar som har tagit över",
        "återfall och sug",
        "abstinens och läkemedel",
        "att prata med barn och närstående om beroendet",
        "vägen tillbaka till jobb och vardag",
    ),
    meetings=(
        ("Rådgivning", "hos oss eller på telefon", "45 minuter"),
        ("Behandling i grupp", "sex till tio deltagare", "två timmar, två gånger i veckan"),
        ("Enskild behandling", "hos oss", "en timme i veckan"),
        ("Prov", "på mottagningen", "tio minuter"),
    ),
    notes=(
        (
            "Sluta inte tvärt",
            "Har du druckit mycket länge kan det vara farligt att sluta på en gång. Ring 1177 för råd.",
        ),
        ("MI och KBT", "Alla behandlare är utbildade i MI. Flera arbetar också med KBT."),
    ),
)

MONEY = Blueprint(
    title="Ekonomistödet $stem",
    front={
        "organisation": "$kommun",
        "performer": "municipal",
        "summary": "Råd om pengar och skulder, och ekonomiskt bistånd när pengarna inte räcker.",
        "areas": ["ekonomi"],
        "target_groups": ["ekonomiska-svarigheter", "vuxna"],
        "eligibility": "Alla som är folkbokförda i $kommun.",
        "ages": {"from": 18, "note": "Är du yngre kan du fråga tillsammans med en vårdnadshavare."},
        "who_may_contact": ["du själv", "god man", "någon som du ger fullmakt"],
        "laws": ["sol-2025", "osl"],
        "cooperation": ["Kronofogden", "Försäkringskassan", "hyresvärdar"],
        "alternatives": ["Prata med din bank eller hyresvärd.", "Ring Kronofogden om du har fått ett krav."],
    },
    offers=(
        {
            "name": "Budget- och skuldrådgivning",
            "summary": "Du får hjälp att få ordning på pengar och skulder.",
            "access": [DIRECT],
            "records": ADVICE_RECORDS,
            "form": ["individual", "phone", "online"],
            "cost": FREE,
            "response": [
                {"what": "en tid hos rådgivaren", "within": "P20D", "from": "att du har bokat", "working_days": "ja"}
            ],
        },
        {
            "name": "Ekonomiskt bistånd",
            "summary": "Pengar till mat, hyra och annat när du inte kan försörja dig själv.",
            "access": [
                {
                    "kind": "economic",
                    "terms": "Du ska först ha sökt andra bidrag som du kan ha rätt till.",
                    "apply": "Ansök i e-tjänsten varje månad, eller på blankett hos $reception.",
                    "appeal": APPEAL,
                }
            ],
            "form": ["individual", "online"],
            "demands": "Du lämnar uppgifter om inkomster, utgifter och tillgångar.",
            "records": {"anonymous": "nej", "kept": "Vi sparar din ansökan, vår utredning och beslutet."},
        },
        {
            "name": "Akut hjälp till mat och resor",
            "summary": "Hjälp för några dagar när pengarna är helt slut.",
            "access": {"kind": "economic", "apply": "Ring $reception före klockan 11.", "appeal": APPEAL},
            "response": {"what": "ett beslut", "within": "P0D", "from": "att du har ringt", "goal": "nej"},
        },
        {
            "name": "Hjälp att söka skuldsanering",
            "summary": "Vi går igenom skulderna och ansökan till Kronofogden tillsammans med dig.",
            "access": "direct",
            "form": "individual",
            "status": one_of("published", "closed"),
        },
    ),
    leads=(
        "Räkningar som ligger oöppnade blir inte mindre. Ekonomistödet $stem hjälper dig att titta på dem, en i taget.",
        "Alla kan få ont om pengar. Ta kontakt med Ekonomistödet $stem tidigt, så finns det fler sätt att lösa det.",
    ),
    helps=(
        "att göra en budget som håller",
        "skulder hos Kronofogden",
        "avbetalningar och kontakter med företag",
        "hyresskulder och elräkningar",
        "skuldsanering",
        "frågor om bidrag",
    ),
    meetings=(
        ("Telefonrådgivning", "på telefon", "en kvart"),
        ("Bokat besök", "hos oss eller på video", "en timme"),
        ("Öppet hus om pengar", "på biblioteket", "två timmar, en gång i månaden"),
    ),
    notes=(
        (
            "Rädd att bli vräkt?",
            "Ring oss samma dag som du får ett brev om hyran. Det går ofta att stoppa en vräkning.",
        ),
        ("Ta med", "Ta med brev, räkningar och lönebesked. Det gör inget om papperen ligger huller om buller."),
    ),
    staff=(
        "Här arbetar budgetrådgivare och socialsekreterare.",
        "Våra rådgivare kan mycket om skulder och är bra på MI.",
    ),
)
