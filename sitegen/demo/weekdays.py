"""Invented providers for adults who need support in everyday life."""

from __future__ import annotations

from sitegen.demo.blueprint import BASIS, DIRECT, FREE, JOURNAL, LSS, Blueprint, decision
from sitegen.demo.node import one_of

HOUSING_SUPPORT = Blueprint(
    title="Boendestödet $stem",
    front={
        "organisation": "$kommun",
        "performer": "municipal",
        "summary": one_of(
            "Stöd hemma hos dig så att vardagen fungerar.",
            "Vi hjälper dig att komma i gång med det som har blivit liggande.",
        ),
        "areas": ["$own_area"],
        "target_groups": ["psykisk-funktionsnedsattning", "neuropsykiatrisk-funktionsnedsattning", "vuxna"],
        "eligibility": "Vuxna som har svårt med vardagen på grund av en psykisk eller neuropsykiatrisk "
        "funktionsnedsättning.",
        "ages": {"from": 18},
        "who_may_contact": ["du själv", "en närstående", "god man", "psykiatrin"],
        "hours": {
            "visit": {"none": "Vi har ingen mottagning. Vi träffar dig hemma eller där du vill."},
            "phone": {"mon-fri": "07:45-17:00", "sat-sun": "closed", "holidays": "closed"},
            "support": "Dag, kväll och helg, efter ditt behov.",
            "on_call": {"all": "?-22:00"},
        },
        "contact": {
            "phone": [{"value": "$phone", "note": "Boendestödjaren har en egen mobil. Du får numret när ni träffas."}],
            "sms": "$mobile",
            "email": [{"value": "$email", "answers": "nästa arbetsdag"}],
        },
        "address": {"none": "Vi träffas hemma hos dig eller där du vill."},
        "premises": {"none": "Vi har ingen egen lokal, bara ett kursrum som kommunen lånar ut."},
        "laws": ["sol-2025", "lss", "osl"],
        "records": JOURNAL,
        "cost": FREE,
        "cooperation": ["psykiatrin", "vårdcentralen", "Arbetsförmedlingen", "Försäkringskassan"],
        "alternatives": ["Ett personligt ombud kan hjälpa dig med kontakter.", "Fråga om dagverksamhet."],
    },
    offers=(
        {
            "name": "Boendestöd",
            "summary": "Praktiskt och personligt stöd i ditt eget hem.",
            "access": [
                {"kind": "direct", "limit": "upp till 6 timmar i veckan", "basis": BASIS},
                decision("för fler timmar i veckan"),
            ],
            "methods": ["Empowerment", "MI", "ADL-träning"],
            "form": "home",
            "meetings": "En till tre gånger i veckan.",
        },
        {
            "name": "Ett självständigt liv",
            "summary": "En kurs där du tränar på vardag, vänner och stress.",
            "access": [DIRECT],
            "methods": ["ESL"],
            "form": "group",
            "meetings": "Tjugo träffar under ett halvår.",
        },
        {
            "name": "Vägen till jobb",
            "summary": "En arbetscoach hjälper dig att hitta ett vanligt jobb och att behålla det.",
            "access": {"unclear": "Kommunen har inte bestämt om stödet ska kräva beslut."},
            "methods": ["IPS", "Supported Employment"],
            "form": "individual",
            "ages": {"from": 18, "to": 64},
        },
        {
            "name": "Stödsamtal på telefon",
            "summary": "Du kan ringa en boendestödjare när något kör ihop sig.",
            "form": "phone",
            "hours": {"support": {"mon-sun": "16:00-21:30", "holidays": "16:00-21:30"}},
        },
    ),
    leads=(
        "Posten ligger oöppnad, disken växer och dygnet har vänt. Boendestödet $stem hjälper dig att börja i en ände.",
        "Du bestämmer över ditt hem och ditt liv. Vi på Boendestödet $stem är med som stöd, inte som städhjälp.",
    ),
    helps=(
        "att få rutiner för sömn och mat",
        "att handla, laga mat och städa",
        "räkningar, post och myndigheter",
        "att ta dig ut och träffa andra",
        "att planera veckan",
        "kontakter med vården",
        "att hitta en sysselsättning",
    ),
    meetings=(
        ("Första träffen", "hemma hos dig eller på ett kafé", "en timme"),
        ("Boendestöd", "hemma hos dig", "en till två timmar"),
        ("Kurs", "i kommunens kursrum", "två timmar"),
    ),
    notes=(
        ("Samma person", "Du får en fast boendestödjare. När hen är ledig kommer någon som du har träffat förut."),
        ("ADL betyder vardag", "ADL är det som du gör varje dag: klär dig, äter, sköter hygienen och håller ordning."),
    ),
)

DAY_CENTRE = Blueprint(
    title="Dagverksamheten $stem",
    front={
        "organisation": "$stem Vardag i $ort AB",
        "performer": "private",
        "summary": "En plats att gå till på dagarna, med arbete, skapande och gemenskap.",
        "areas": ["funktionsnedsattning", "psykisk-funktionsnedsattning"],
        "target_groups": ["funktionsnedsattning", "psykisk-funktionsnedsattning"],
        "eligibility": one_of(
            "Vuxna som inte arbetar eller studerar.", "Vuxna som behöver en meningsfull sysselsättning."
        ),
        "ages": {"from": 18, "to": 67},
        "who_may_contact": ["du själv", "en närstående", "god man eller förvaltare"],
        "laws": ["lss", "sol-2025", "osl"],
        "records": JOURNAL,
        "cost": {"amount": 55, "per": "lunch", "note": "Verksamheten är gratis. Du betalar bara för lunchen."},
        "premises": ["hiss", "ramp vid entrén", "hörslinga", "tyst rum"],
        "priority": "Du som har ett beslut går före.",
        "cooperation": ["Arbetsförmedlingen", "den anpassade gymnasieskolan", "gruppbostäderna"],
    },
    offers=(
        {
            "name": "Daglig verksamhet",
            "summary": "Arbete och aktiviteter på dagarna enligt LSS.",
            "access": [LSS],
            "form": "group",
            "description": "Du väljer bland våra grupper:\n\n1. kök och kafé\n2. trädgård och park\n3. "
            "snickeri\n4. bild och musik",
        },
        {
            "name": "Sysselsättning enligt socialtjänstlagen",
            "summary": "Arbetsträning i liten grupp för dig med psykisk funktionsnedsättning.",
            "access": [decision()],
            "form": "group",
            "methods": ["Motivationsarbete", "Supported Employment"],
        },
        {
            "name": "Öppen mötesplats",
            "summary": "Fika, spel och skapande. Kom när du vill och gå när du vill.",
            "access": [{**DIRECT, "terms": "Du behöver inte anmäla dig."}],
            "form": "group",
            "records": {"anonymous": "ja", "kept": {"none": "Vi skriver inte upp vem som kommer."}},
            "hours": {"visit": {"mon, wed, fri": "13:00-16:00", "sat": "11:00-15:00", "sun": "closed"}},
        },
    ),
    leads=(
        "Här är det någon som märker om du inte kommer. Dagverksamheten $stem har arbete för alla: i köket, i "
        "trädgården "
        "och i snickeriet.",
        "Du kan mer än du tror. På Dagverksamheten $stem provar du olika sysslor och hittar din egen takt.",
    ),
    helps=(
        "matlagning och bakning i vårt kök",
        "odling och trädgård",
        "snickeri, måleri och lagning av möbler",
        "vävning, sömnad och stickning",
        "musik och sång",
        "packning och montering åt företag",
        "skötsel av djur",
    ),
    meetings=(
        ("Studiebesök", "hos oss", "en timme"),
        ("Provvecka", "i en eller två grupper", "fem dagar"),
        ("Plats i en grupp", "fyra till åtta personer", "efter din plan"),
    ),
    notes=(
        ("Resor", "Du som har beslut enligt LSS kan ha rätt till resor. Fråga din handläggare."),
        ("Vill du prova?", "Alla får komma på studiebesök, också den som inte har ansökt än."),
    ),
)
