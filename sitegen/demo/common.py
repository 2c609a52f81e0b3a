"""Facts and phrases that fit any invented provider; each file draws its own."""

from __future__ import annotations

from sitegen.demo.node import Node, one_of

CONTACT = one_of(
    {
        "phone": [
            {
                "value": "$phone",
                "note": "Telefonsvarare på kvällar och helger.",
                "answers": "samma eller nästa vardag",
            }
        ],
        "email": [{"value": "$email", "answers": "inom två arbetsdagar"}],
        "form": "$web/kontakt",
        "visit": "$street, $ort",
    },
    {
        "phone": ["$phone", {"value": "$phone2", "note": "Direkt till den som bokar tider."}],
        "sms": [{"value": "$mobile", "note": "Skriv bara att du vill bli uppringd."}],
        "email": "$email",
        "e_service": [{"value": "$web/e-tjanst", "note": "Du loggar in med e-legitimation."}],
        "post": "$name, 999 01 $ort",
        "note": "Du behöver inte säga vad du heter när du ringer.",
    },
    {
        "phone": "$phone",
        "form": [{"value": "$web/fraga", "note": "Öppet dygnet runt.", "answers": "inom tre arbetsdagar"}],
        "visit": [{"value": "$street, $ort", "note": "Ring på klockan vid den gröna dörren."}],
        "note": one_of("En receptionist svarar och kopplar dig vidare.", "Den som svarar arbetar själv med stödet."),
    },
    {
        "phone": [{"value": "$phone", "note": "Du kan lämna ett meddelande."}],
        "sms": "$mobile",
        "email": [{"value": "$email", "note": "Skriv inget känsligt i mejlet.", "answers": "nästa arbetsdag"}],
    },
)
SAFE_CONTACT: Node = {
    "phone": [{"value": "$phone", "note": "Samma nummer dygnet runt."}],
    "sms": [{"value": "$mobile", "note": "Vi svarar bara om du skriver att det är säkert."}],
    "form": [{"value": "$web/sakert", "answers": "nästa vardag"}],
    "note": "Vi lämnar aldrig ut var vi finns.",
}
HOURS = one_of(
    {
        "visit": {
            "mon-thu": "08:00-12:00, 13:00-16:30",
            "fri": "08:00-12:00",
            "sat-sun": "closed",
            "holidays": "closed",
            "exceptions": {"2026-12-23": "08:00-12:00", "2027-06-28/2027-08-08": "09:00-12:00"},
        },
        "phone": {"mon-fri": "08:00-17:00", "sat-sun": "closed", "holidays": "closed"},
    },
    {
        "visit": {"mon-fri": "by_appointment", "sat-sun": "closed"},
        "phone": {"mon, wed, fri": "09:00-11:30", "tue, thu": "13:00-15:30", "sat-sun": "closed", "holidays": "closed"},
        "support": "Det går att boka samtal på kvällar också.",
    },
    {
        "visit": {"tue": "10:00-19:00", "mon, wed-fri": "10:00-15:00", "sat-sun": "closed", "holidays": "unknown"},
        "phone": {"mon-fri": "08:30-?", "note": "På fredagar stänger telefonen tidigare."},
    },
    {
        "visit": {"unclear": "Tiderna ses över. Ring innan du kommer."},
        "phone": {"mon-fri": "08:00-12:00", "sat-sun": "closed"},
        "support": {"mon-fri": "08:00-20:00", "sat": "10:00-14:00", "sun": "closed", "holidays": "closed"},
    },
)
RESPONSE = one_of(
    [
        {
            "what": "ett personligt samtal",
            "within": "P2W",
            "from": "att du har hört av dig",
            "goal": "ja",
            "route": "direct",
        },
        {
            "what": "start av beslutat stöd",
            "within": "P1W",
            "from": "att vi har fått beslutet",
            "goal": "ja",
            "route": "decision",
        },
    ],
    [{"what": "ett svar", "within": "P2D", "from": "att du har skrivit", "working_days": "ja", "goal": "ja"}],
    [{"what": "en första träff", "within": "P1M", "from": "att du har anmält dig", "goal": "nej"}],
    {"none": "Vi har inget mål för hur snabbt vi svarar, men de flesta får svar samma vecka."},
)
LANGUAGES = one_of(["sv"], ["sv", "en"], ["sv", "en", "ar", "so"], ["sv", "fi", "en"], ["sv", "en", "fa", "uk"])
INTERPRETER = one_of(
    "Vi bokar en tolk åt dig. Det kostar ingenting.",
    "Tolk finns på plats eller på telefon. Säg till när du bokar tid.",
    {"unclear": "Vi vet inte om det går att få tolk. Fråga när du ringer."},
    {"none": "Vi kan inte boka tolk. Fråga $reception om hjälp."},
)
PREMISES = one_of(
    ["Entrén har ingen trappa.", "Det finns en toalett för rullstol.", "Hörslinga finns i samtalsrummen."],
    ["Hissen går till alla våningar.", "Ledarhundar är välkomna."],
    {"none": "Det är en trappa upp och ingen hiss. Vi kan träffas någon annanstans."},
    {"unclear": "Vi har nyss flyttat och har inte gått igenom lokalen än."},
)
DIRECTIONS = one_of(
    "Buss 4 till hållplatsen Torget. Därifrån är det 200 meter.",
    "Ingången är på gaveln mot parken.",
    "Gå in genom den gröna dörren, i samma hus som biblioteket.",
)
SECRECY = one_of(
    "Vi har tystnadsplikt. Vi lämnar inget vidare om du inte säger ja, utom när vi måste anmäla oro för ett barn.",
    "Alla som arbetar här har tystnadsplikt enligt lag.",
)
DUTY_TO_REPORT = one_of(
    "Om vi tror att ett barn far illa måste vi genast anmäla det till $board. Vi berättar det oftast för dig först.",
    "Vi är skyldiga att anmäla oro för barn. Det gäller även när du är anonym.",
)
PRIORITY = one_of(
    "Den som har ett beslut får stödet först. Därefter gäller turordning.",
    "Den som behöver stödet mest får det först.",
    {"unclear": "Turordningen är inte bestämd än."},
)
ALTERNATIVES = one_of(
    ["Ring $reception om du är osäker.", "Ring 1177 om du behöver vård."],
    ["Fråga $reception om annat stöd.", "Mötesplatser och föreningar finns i kommunens föreningsregister."],
)
REVIEWED = one_of(
    {"date": "2026-09-14", "by": "enhetschef", "next": "2027-03-14", "source": "samtal med personalen"},
    {"date": "2026-10-02", "by": "verksamhetschef", "next": "2027-04-01"},
    {"date": "2026-03-20", "by": "kommunens redaktör", "next": "2026-09-20", "source": "överenskommelsen för 2026"},
    {"unclear": "Texten är läst men telefontiderna är inte kontrollerade."},
)
SOURCES = one_of(
    [{"title": "Överenskommelse om $name", "publisher": "$kommun", "date": "2026"}],
    [
        {"title": "Riktlinjer för insatser utan individuell behovsprövning", "publisher": "$kommun", "date": "2025-06"},
        {"title": "Verksamhetsplan", "publisher": "$name", "date": "2026-01-15", "url": "$web/plan"},
    ],
)

PROMISES = (
    "Du bestämmer vad du vill berätta och när. Vi dömer ingen, och vi frågar bara om det som vi behöver veta för att "
    "kunna hjälpa till.",
    "Vi tror att du själv vet mest om ditt liv. Därför börjar vi med dina frågor och inte med våra blanketter.",
    "Många väntar länge innan de hör av sig. Det behövs inte. Små problem är lättare att lösa än stora, och ett första "
    "samtal förbinder dig inte till något.",
)
FIRST_STEPS = (
    "**Hör av dig.** Ring eller skriv när det passar dig. Du kan ha någon med dig när vi träffas.",
    "**Ta kontakt.** Du behöver inte ha förberett något, och du får fråga om vad som helst.",
    "**Ring eller skriv.** Berätta kort vad det gäller. Det räcker att säga att du vill ha stöd.",
)
SECOND_STEPS = (
    "**Vi pratar.** Du berättar hur du har det och vad du redan har provat. Vi berättar vad vi kan göra.",
    "**Vi träffas.** På första mötet går vi igenom vad du vill förändra. Du kan tacka nej när du vill.",
    "**Första mötet.** Vi lyssnar, ställer frågor och förklarar hur stödet går till.",
)
THIRD_STEPS = (
    "**Vi väljer väg.** Kan du få stödet direkt bokar vi en tid. Krävs ett beslut hjälper vi dig att ansöka.",
    "**Du får veta vad som gäller.** En del stöd får du direkt. Annat kräver att kommunen utreder och beslutar.",
)
FOURTH_STEPS = (
    "**Vi följer upp.** Efter en tid stämmer vi av. Du säger vad som har blivit bättre och vad som saknas.",
    "**Vi avslutar tillsammans.** Du är välkommen tillbaka om det blir svårt igen.",
    "**Vi ses igen.** Efter ungefär tre månader tittar vi på planen och ändrar det som inte fungerar.",
)
WORDS = (
    ("Genomförandeplan", "En plan som vi skriver tillsammans: vad stödet ska leda till och hur det ska gå till."),
    ("Tystnadsplikt", "Den som arbetar här får inte berätta vad du har sagt."),
    (
        "Insats utan individuell behovsprövning",
        "Stöd som du kan få utan att ansöka och utan att någon utreder dig först.",
    ),
    ("Individuell behovsprövning", "Kommunen utreder vad du behöver och fattar ett beslut som du kan överklaga."),
    ("SIP", "En plan som kommunen och regionen gör tillsammans med dig när du får stöd från båda."),
    ("Närstående", "Den som du själv räknar som nära: familj, släkt, granne eller vän."),
    ("Orosanmälan", "Ett meddelande till socialtjänsten om att ett barn kan fara illa."),
)
FOOTNOTES = (
    ("Vi svarar så snabbt vi kan", "I juli och vid jul kan det ta längre tid."),
    ("Du får oftast träffa samma person varje gång", "När någon är sjuk eller slutar får du veta vem som tar över."),
    ("Du får gärna ha någon med dig", "Det kan vara en vän, en släkting eller ett ombud."),
    (
        "Vi sparar så få personuppgifter som möjligt",
        "Läs mer [om hur vi skyddar dina personuppgifter]($web/personuppgifter).",
    ),
)
CLOSINGS = (
    "Säg till om något inte är bra. Du kan prata med den du träffar eller med den som är ansvarig här. "
    "Du kan också lämna synpunkter till $kommun.",
    "Vi vill veta vad du tycker. Lämna klagomål eller beröm [på sidan för synpunkter]($web/tyck-till). Det går "
    "att vara anonym.",
    "Du som får stöd är med och bestämmer. Två gånger om året bjuder vi in till en träff om vad vi kan göra bättre.",
)
HEADINGS = (
    (
        "Det här kan du få hjälp med",
        "Så går det till",
        "Träffar och tider",
        "Ord som vi använder",
        "Om något inte är bra",
    ),
    ("Vi hjälper dig med", "Steg för steg", "Så här träffas vi", "Ordförklaringar", "Vad tycker du?"),
    ("Exempel på stöd", "Från första kontakten", "Former för stödet", "Ord att känna till", "Synpunkter och klagomål"),
)
