"""The written list of all that sitegen can complain about. A new message goes here and nowhere else.

Codes are never reused: SG1xx files, SG2xx YAML, SG3xx the schema, SG4xx references, SG5xx themes, SG6xx writing,
SG7xx reviews, SG8xx the linter's own, SG90x to SG95x spreadsheets, SG96x accessibility statements.
The texts are Swedish, as people read them; ``make messages`` carries them to the catalogue for other languages.
"""

from __future__ import annotations

from sitegen.findings import Kind, Severity
from sitegen.i18n import N_

WARNING, NOTE = Severity.WARNING, Severity.NOTE

# --- files -----------------------------------------------------------------------------------------------------------
NO_CONTENT = Kind(
    "SG101", "no-content", N_("Mappen {folder} finns inte."),
    N_("Kör sitegen i projektets mapp, den som innehåller content/, eller gör exempelinnehåll med: sitegen demo MAPP"),
)  # fmt: skip
NOT_UTF8 = Kind(
    "SG102", "not-utf8", N_("Filen är sparad som {encoding} och inte som UTF-8."),
    N_("Spara om den som UTF-8. I Anteckningar: Arkiv, Spara som, Kodning: UTF-8."),
)  # fmt: skip
UNREADABLE = Kind(
    "SG103", "unreadable", N_("Filen går inte att läsa: {reason}."),
    N_("Kontrollera att filen finns, att du har rätt att läsa den och att inget annat program har låst den."),
)  # fmt: skip
EMPTY_FILE = Kind(
    "SG104", "empty-file", N_("Filen är tom."),
    N_("Skriv innehållet eller ta bort filen."),
)  # fmt: skip
TOO_BIG = Kind(
    "SG105", "too-big", N_("Filen är {size} MB. En textfil får vara högst {limit} MB."),
    N_("Kontrollera att det är rätt fil. Bilder och dokument ska inte ligga i en textfil."),
)  # fmt: skip
NOT_A_FILE = Kind(
    "SG106", "not-a-file", N_("Här ska det finnas en fil, men här finns {what}."),
    N_("Byt namn på den eller flytta den."),
)  # fmt: skip
LINK_OUT = Kind(
    "SG107", "link-out", N_("Den symboliska länken leder ut ur innehållet eller till en mapp."),
    N_("Lägg själva filen i innehållet i stället för en länk."),
)  # fmt: skip
BAD_FILE_NAME = Kind(
    "SG108", "bad-file-name", N_("Namnet {name} kan inte bli en webbadress."),
    N_("Använd små bokstäver a–z, siffror och bindestreck. Till exempel: {example}"),
)  # fmt: skip
SAME_SLUG = Kind(
    "SG109", "same-slug", N_("Två filer får samma adress, {slug}. Den andra är {other}."),
    N_("Byt namn på den ena filen."),
)  # fmt: skip
NO_INDEX = Kind(
    "SG110", "no-index", N_("Kommunen {slug} har ingen index.md."),
    N_("Skapa filen index.md i mappen, med kommunens namn och vem man frågar."),
)  # fmt: skip
STRAY_FILE = Kind(
    "SG111", "stray-file", N_("Filen används inte: den ligger inte där sitegen letar."),
    N_("Kommuner ligger i content/municipalities/NAMN/index.md, områden i areas/ där, utförare i content/providers/."),
    WARNING,
)  # fmt: skip
TRANSLATION_UNUSED = Kind(
    "SG112", "translation-unused", N_("Översättningen till {lang} visas inte, för ingen kommun har valt språket."),
    N_("Skriv språket under languages i kommunens index.md. Filen gör ingen skada."),
    NOTE,
)  # fmt: skip
UNKNOWN_LANGUAGE = Kind(
    "SG113", "unknown-language", N_("Sidor kan inte visas på språket {lang}."),
    N_("Språken är: {known}. Rätta filens namn."),
    WARNING,
)  # fmt: skip
TRANSLATION_OF_NOTHING = Kind(
    "SG114", "translation-of-nothing", N_("Filen ska översätta {original}, men den filen finns inte."),
    N_("Rätta namnet eller ta bort översättningen."),
    WARNING,
)  # fmt: skip

# --- YAML ------------------------------------------------------------------------------------------------------------
NO_FRONT_MATTER = Kind(
    "SG201", "no-front-matter", N_("Filen börjar inte med uppgifter mellan två rader med ---."),
    N_("Första raden ska vara ---, sedan uppgifterna (name: ...), sedan en rad med --- och därefter texten."),
)  # fmt: skip
UNCLOSED_FRONT_MATTER = Kind(
    "SG202", "unclosed-front-matter", N_("Uppgifterna överst i filen tar aldrig slut."),
    N_("Skriv en rad med bara --- mellan uppgifterna och texten."),
)  # fmt: skip
YAML_COLON = Kind(
    "SG203", "yaml-colon", N_("Här finns ett kolon som inte kan tolkas."),
    N_('Sätt citattecken om värdet: name: "Öppet: måndagar". Kontrollera också att raden har rätt indrag.'),
)  # fmt: skip
YAML_CHARACTER = Kind(
    "SG204", "yaml-character", N_("Ett värde börjar med ett tecken som har en särskild betydelse."),
    N_('Sätt citattecken om värdet, till exempel "@namn". Använd mellanslag och inte tabb för indrag.'),
)  # fmt: skip
YAML_QUOTE = Kind(
    "SG205", "yaml-quote", N_("Ett citattecken, en klammer eller en hakparentes är inte avslutad."),
    N_("Leta på den här raden och raderna ovanför efter det som öppnas men inte stängs."),
)  # fmt: skip
YAML_INDENT = Kind(
    "SG206", "yaml-indent", N_("Indraget stämmer inte med raderna ovanför."),
    N_("Rader som hör ihop ska ha lika många mellanslag före sig."),
)  # fmt: skip
YAML_OTHER = Kind(
    "SG207", "yaml-syntax", N_("Uppgifterna går inte att tolka som YAML: {problem}."),
    N_("Jämför med en fil som fungerar. Ett värde med särskilda tecken ska stå inom citattecken."),
)  # fmt: skip
REPEATED_KEY = Kind(
    "SG208", "repeated-key", N_("Nyckeln {key} finns två gånger. Den första står på rad {line}."),
    N_("Behåll en av dem."),
)  # fmt: skip
YAML_ANCHOR = Kind(
    "SG209", "yaml-anchor", N_("Ankare (&namn) och alias (*namn) används inte här."),
    N_("Skriv ut värdet på varje ställe, eller sätt citattecken om texten börjar med & eller *."),
)  # fmt: skip
YAML_TAG = Kind(
    "SG210", "yaml-tag", N_("Taggen {tag} används inte här."),
    N_("Ta bort den, eller sätt citattecken om texten börjar med !."),
)  # fmt: skip
NOT_A_MAPPING = Kind(
    "SG211", "not-a-mapping", N_("Här ska det stå nycklar med värden, till exempel name: Familjeteamet."),
    N_("Skriv en nyckel, ett kolon, ett mellanslag och ett värde på varje rad."),
)  # fmt: skip
TOO_DEEP = Kind(
    "SG212", "too-deep", N_("Uppgifterna är indragna i fler än {limit} nivåer."),
    N_("Kontrollera indrag, klamrar och hakparenteser."),
)  # fmt: skip
HARD_SPACE = Kind(
    "SG213", "hard-space", N_("Raden börjar med ett hårt mellanslag, som ser ut som ett vanligt men inte är det."),
    N_("Skriv indraget på nytt med vanliga mellanslag. Hårda mellanslag följer ofta med när man klistrar in text."),
)  # fmt: skip
KEY_NOT_TEXT = Kind(
    "SG214", "key-not-text", N_("En nyckel måste vara text, inte en lista eller något inom klamrar."),
    N_("Sätt citattecken om värdet, eller ta bort frågetecknet, klammern eller hakparentesen."),
)  # fmt: skip

# --- the schema ------------------------------------------------------------------------------------------------------
UNKNOWN_KEY = Kind(
    "SG301", "unknown-key", N_("Nyckeln {key} finns inte här."),
    N_("{suggestion} Se alla nycklar med: sitegen schema"),
)  # fmt: skip
MISSING_KEY = Kind(
    "SG302", "missing-key", N_("Uppgiften {key} saknas."),
    N_("Lägg till en rad med {key}: och ett värde."),
)  # fmt: skip
NOT_ONE_OF = Kind(
    "SG303", "not-one-of", N_("{written} är inte ett av de värden som går att välja."),
    N_("Välj ett av: {expected}"),
)  # fmt: skip
NOT_TEXT = Kind(
    "SG304", "not-text", N_("Här ska det stå text, men det är en lista eller flera uppgifter."),
    N_("Skriv texten på samma rad, eller med > och indrag på raderna under."),
)  # fmt: skip
TOO_LONG = Kind(
    "SG305", "too-long", N_("Texten är {length} tecken. Här får den vara högst {limit}."),
    N_("Förkorta den. Det som inte ryms hör hemma i beskrivningen."),
)  # fmt: skip
NOT_A_NUMBER = Kind(
    "SG306", "not-a-number", N_("{written} är inte ett heltal som passar här."),
    N_("Skriv bara siffror, till exempel 18."),
)  # fmt: skip
NOT_A_DATE = Kind(
    "SG307", "not-a-date", N_("{written} är inte ett datum som finns."),
    N_("Skriv år, månad och dag: 2026-02-28. En period: 2026-07-01/2026-08-09."),
)  # fmt: skip
NOT_A_TIME = Kind(
    "SG308", "not-a-time", N_("{written} är inte ett klockslag."),
    N_("Skriv timmar och minuter: 08:00. Sista klockslaget på dygnet är 24:00."),
)  # fmt: skip
NOT_HOURS = Kind(
    "SG309", "not-hours", N_("{written} går inte att läsa som tider."),
    N_('Till exempel "08:00-12:00, 13:00-16:00", closed, always, by_appointment eller unknown. Skriv annat i note.'),
)  # fmt: skip
HOURS_END_BEFORE_START = Kind(
    "SG310", "hours-end-before-start", N_("Tiden {written} slutar innan den börjar."),
    N_('Byt plats på klockslagen. Går tiden över midnatt? Skriv "17:00-08:00 nästa dag".'),
)  # fmt: skip
HOURS_OVERLAP = Kind(
    "SG311", "hours-overlap", N_("Tiderna {written} går in i varandra."),
    N_("Slå ihop dem eller rätta ett klockslag."),
)  # fmt: skip
UNKNOWN_DAY = Kind(
    "SG312", "unknown-day", N_("{written} är inte en veckodag."),
    N_("Skriv mon, tue, wed, thu, fri, sat eller sun (eller mån, tis ...), till exempel mon-fri."),
)  # fmt: skip
DAY_TWICE = Kind(
    "SG313", "day-twice", N_("Veckodagen {day} har tider på två ställen."),
    N_("Låt varje veckodag stå en gång."),
)  # fmt: skip
AGES_REVERSED = Kind(
    "SG314", "ages-reversed", N_("Åldrarna slutar ({end}) innan de börjar ({start})."),
    N_("Byt plats på from och to."),
)  # fmt: skip
CLOSES_FIRST = Kind(
    "SG325", "closes-first", N_("Sista dagen ({closes}) ligger före dagen då det öppnar ({opens})."),
    N_("Rätta opens eller closes."),
)  # fmt: skip
NOT_YES_OR_NO = Kind(
    "SG315", "not-yes-or-no", N_("{written} är varken ja eller nej."),
    N_("Skriv ja eller nej."),
)  # fmt: skip
NOT_A_PHONE = Kind(
    "SG316", "not-a-phone", N_("{written} är inte ett telefonnummer."),
    N_("Skriv numret med riktnummer: 0980-31 92 05. Skriv annat i note."),
)  # fmt: skip
NOT_AN_EMAIL = Kind(
    "SG317", "not-an-email", N_("{written} är inte en e-postadress."),
    N_("Skriv till exempel rad@example.com."),
)  # fmt: skip
NOT_A_WEB_ADDRESS = Kind(
    "SG318", "not-a-web-address", N_("{written} är inte en webbadress."),
    N_("Adressen ska börja med https://"),
)  # fmt: skip
REASON_MISSING = Kind(
    "SG319", "reason-missing", N_("Efter {word} ska det stå varför."),
    N_('Skriv till exempel cost: {{none: "Kostar ingenting."}}'),
)  # fmt: skip
BAD_PATTERN = Kind(
    "SG320", "bad-pattern", N_("{written} är inte skrivet så som {key} ska skrivas."),
    N_("{description}"),
)  # fmt: skip
EMPTY_LIST = Kind(
    "SG321", "empty-list", N_("Listan är tom."),
    N_("Ta bort nyckeln om uppgiften saknas. Då säger sidan att den saknas."),
)  # fmt: skip
WRONG_SHAPE = Kind(
    "SG322", "wrong-shape", N_("Värdet har inte den form som {key} ska ha."),
    N_("{example} Se formen med: sitegen schema"),
)  # fmt: skip
LOW_CONTRAST = Kind(
    "SG323", "low-contrast",
    N_("Färgen {colour} syns för dåligt mot temats bakgrund {background}: kontrasten är {ratio}:1."),
    N_("Text behöver 4,5:1. Den närmaste färgen som syns är {near}."),
)  # fmt: skip
PROTECTED_LEAK = Kind(
    "SG324", "protected-leak", N_("Adressen är skyddad, men {key} visar en plats."),
    N_("Ta bort {key}, eller skriv adressen om den inte ska vara skyddad."),
)  # fmt: skip

# --- references ------------------------------------------------------------------------------------------------------
UNKNOWN_MUNICIPALITY = Kind(
    "SG401", "unknown-municipality", N_("Det finns ingen kommun med namnet {written}."),
    N_("{suggestion} Skriv mappens namn i content/municipalities/."),
)  # fmt: skip
UNKNOWN_PROVIDER = Kind(
    "SG430", "unknown-provider", N_("Det finns ingen utförare med namnet {written}."),
    N_("{suggestion} Skriv utförarens filnamn utan .md."),
)  # fmt: skip
UNKNOWN_WORD = Kind(
    "SG402", "unknown-word", N_("{written} finns inte bland {list}."),
    N_("{suggestion} Se orden i {file}."),
)  # fmt: skip
UNKNOWN_METHOD = Kind(
    "SG403", "unknown-method", N_("Metoden {written} finns inte i ordlistan."),
    N_("{suggestion} Lägg till den i glossary.yaml, så att läsaren får den förklarad."),
    WARNING,
)  # fmt: skip
SAME_OFFER_ID = Kind(
    "SG404", "same-offer-id", N_("Två insatser har samma id, {id}."),
    N_("Ge den ena ett annat id."),
)  # fmt: skip
NOT_LISTED = Kind(
    "SG405", "not-listed", N_("Ingen områdessida i {municipality} visar insatsen {offer}."),
    N_("Skriv ett av kommunens områden i areas, eller ett ämne som ett område har i topics."),
    WARNING,
)  # fmt: skip
ON_CALL_GAP = Kind(
    "SG413", "on-call-gap", N_("Veckan har {count} luckor mellan telefontider och jour. Den första är {gap}."),
    N_("Lägg till tiden som saknas, eller skriv i note vem som svarar då."),
    NOTE,
)  # fmt: skip
RESERVED_ID = Kind(
    "SG411", "reserved-id", N_("Namnet {id} är upptaget: sidan eller Windows använder det själv."),
    N_("Välj ett annat id."),
)  # fmt: skip
ADDRESS_TAKEN = Kind(
    "SG416", "address-taken", N_("Det tidigare namnet {written} hör redan till {other}."),
    N_("Ett namn kan bara leda till ett ställe. Ta bort det ur previous_slugs på det ena."),
)  # fmt: skip
TEXT_TOO_DEEP = Kind(
    "SG412", "text-too-deep", N_("Texten har listor eller betoningar inuti varandra i för många nivåer."),
    N_("Förenkla texten. Tre nivåer räcker nästan alltid."),
)  # fmt: skip
NO_OFFER_ID = Kind(
    "SG409", "no-offer-id", N_("Av namnet {name} går det inte att göra ett id."),
    N_("Ge insatsen ett id med små bokstäver a–z, siffror och bindestreck."),
)  # fmt: skip
NO_SOURCE_TITLE = Kind(
    "SG410", "no-source-title", N_("Källan har varken id eller titel."),
    N_("Skriv ett id ur sources.yaml, eller title: och gärna publisher: och date:"),
)  # fmt: skip
BROKEN_LINK = Kind(
    "SG406", "broken-link", N_("Länken {target} leder ingenstans."),
    N_("Länka till en fil i innehållet (../x.md), ett ställe på samma sida (#id) eller en adress med https://"),
)  # fmt: skip
HTML_REMOVED = Kind(
    "SG407", "html-removed", N_("HTML-elementet {tag} tas bort från sidan."),
    N_("Skriv med Markdown i stället. Skript, ramar, formulär och bilder går inte att lägga i texten."),
    WARNING,
)  # fmt: skip
NO_BASE_URL = Kind(
    "SG408", "no-base-url", N_("Sidorna har ingen känd webbadress, så sitemap.xml skrivs inte."),
    N_("Skriv base_url: https://... i sitegen.yaml när du vet var de ska publiceras."),
    NOTE,
)  # fmt: skip

NOT_IN_ORIGINAL = Kind(
    "SG414", "not-in-original", N_("{key} finns inte i {original} och kan inte översättas."),
    N_("Ta bort raden, eller skriv texten på svenska först. {suggestion}"),
    WARNING,
)  # fmt: skip
NOT_TRANSLATED_BY_HAND = Kind(
    "SG415", "not-translated-by-hand", N_("{key} översätts inte för hand."),
    N_("Ta bort raden. Tider, nummer, namn och vägar in skrivs en gång, på svenska, och visas rätt på alla språk."),
    WARNING,
)  # fmt: skip
# --- themes and pages ------------------------------------------------------------------------------------------------
NO_THEME = Kind(
    "SG501", "no-theme", N_("Temat {theme} finns inte."),
    N_("Teman som finns: {available}"),
)  # fmt: skip
THEME_CHAIN = Kind(
    "SG502", "theme-chain", N_("Temat {theme} bygger på {parent}, som i sin tur bygger på ett annat tema."),
    N_("Låt temat bygga på ett som inte bygger på något annat."),
)  # fmt: skip
TEMPLATE_ERROR = Kind(
    "SG503", "template-error", N_("Fel i mallen: {problem}."),
    N_("Mallar får använda det som docs/themes.md beskriver och inget annat."),
)  # fmt: skip
NO_TEMPLATE = Kind(
    "SG507", "no-template", N_("Mallen {template} finns inte i temat."),
    N_("Lägg den i temats mapp templates/, eller låt temat bygga på ett som har den: extends: standard"),
)  # fmt: skip
PAPER_REFUSED = Kind(
    "SG530", "paper-refused", N_("Det gick inte att göra en PDF av mallen: {problem}."),
    N_("Rätta mallen i temats mapp paper/. Är det logotypen som inte går att läsa, så spara om den som SVG eller PNG."),
)  # fmt: skip
NO_GLYPH = Kind(
    "SG531", "no-glyph", N_("Tecknet {text} finns inte i något typsnitt, så det skulle inte synas."),
    N_("Lägg ett typsnitt som har tecknet i temats mapp paper/fonts/, eller installera ett på datorn."),
)  # fmt: skip
NO_LOGO = Kind(
    "SG504", "no-logo", N_("Logotypen {file} finns inte eller är inte en SVG- eller PNG-bild."),
    N_("Lägg bilden bredvid index.md och skriv bara dess namn."),
)  # fmt: skip
LOGO_ACTIVE = Kind(
    "SG508", "logo-active",
    N_("Logotypen {file} innehåller {part}, som kan köra program eller hämta något från nätet."),
    N_("Spara om bilden som vanlig SVG utan skript och länkar, eller som PNG."),
)  # fmt: skip
NO_MUNICIPALITY = Kind(
    "SG505", "no-municipality", N_("Det finns ingen kommun att bygga."),
    N_("Skapa content/municipalities/NAMN/index.md, eller gör exempelinnehåll med: sitegen demo MAPP"),
)  # fmt: skip
# --- writing ---------------------------------------------------------------------------------------------------------
NOT_OURS = Kind(
    "SG601", "not-ours", N_("Filen finns redan och är inte skriven av sitegen."),
    N_("Flytta den, eller bygg till en annan mapp med --out."),
)  # fmt: skip
CANNOT_WRITE = Kind(
    "SG602", "cannot-write", N_("Det gick inte att skriva: {reason}. Det som var publicerat är orört."),
    N_("Kontrollera att disken inte är full, att du får skriva här och att inget program har mappen öppen."),
)  # fmt: skip
LOST_LIST = Kind(
    "SG605", "lost-list", N_("Listan över det som sitegen har skrivit saknas. {count} filer kan vara någon annans."),
    N_("Flytta undan mappen och bygg igen, eller bygg till en annan mapp med --out."),
)  # fmt: skip
NOT_PROVED = Kind(
    "SG606", "not-proved", N_("Filen blir en annan när allt görs från början. {count} filer skiljer sig."),
    N_("Det är ett fel i sitegen. Kör sitegen cache clear, bygg igen och rapportera felet."),
)  # fmt: skip
NO_DASK = Kind(
    "SG607", "no-dask", N_("För --executor behövs Dask, som inte är installerat."),
    N_("Installera med: pip install 'sitegen[dask]'"),
)  # fmt: skip
NO_SCHEDULER = Kind(
    "SG608", "no-scheduler", N_("Ingen Dask-schemaläggare svarar på {address}."),
    N_("Kontrollera adressen och att dask scheduler är igång där, eller bygg utan --executor."),
)  # fmt: skip
BAD_EXECUTOR = Kind(
    "SG609", "bad-executor", N_("{written} är ingen adress för --executor."),
    N_("Skriv dask://VÄRD:PORT, till exempel dask://127.0.0.1:8786."),
)  # fmt: skip
OTHER_PROGRAM = Kind(
    "SG610", "other-program", N_("Arbetarna på {address} har inte samma sitegen som den här datorn."),
    N_("Installera samma version av sitegen, Python och biblioteken överallt."),
)  # fmt: skip
NO_FAST = Kind(
    "SG611", "no-fast", N_("markdown: fast behöver ett tillägg som inte är installerat."),
    N_("Installera det med: pip install 'sitegen[fast]', eller skriv markdown: full."),
)  # fmt: skip
BUSY = Kind(
    "SG603", "busy", N_("Ett annat bygge till samma mapp pågår."),
    N_("Vänta tills det är klart och försök igen."),
)  # fmt: skip
BAD_TARGET = Kind(
    "SG604", "bad-target", N_("Det går inte att bygga till den här mappen: {reason}."),
    N_("Välj en egen mapp med --out, till exempel build."),
)  # fmt: skip
NO_TYPST = Kind(
    "SG630", "no-typst", N_("Programmet som gör PDF-filer är inte installerat."),
    N_("Installera det med: pip install \"sitegen[pdf]\". Utan det går broschyr.html att skriva ut från webbläsaren."),
)  # fmt: skip
ONE_FILE = Kind(
    "SG631", "one-file", N_("Det blir {count} filer, och alla kan inte heta {file}."),
    N_("Välj en kommun med -m NAMN, eller en mapp med --out MAPP."),
)  # fmt: skip
# --- publishing ------------------------------------------------------------------------------------------------------
NO_TARGET = Kind(
    "SG640", "no-target", N_("Det är inte sagt vart sidorna ska publiceras."),
    N_("Skriv sitegen publish MAPP, eller i sitegen.yaml: publish: {{target: ...}}"),
)  # fmt: skip
UNFIT_TARGET = Kind(
    "SG641", "unfit-target", N_("Det går inte att publicera hit: {reason}."),
    N_("Skriv en mapp, en fil som slutar på .zip, sftp://ANVÄNDARE@SERVER/MAPP eller git+https://...#gren."),
)  # fmt: skip
SAMPLE_CONTENT = Kind(
    "SG642", "sample-content", N_("Innehållet är exempel och inte aktuella råd."),
    N_("Ta bort sample ur sitegen.yaml när innehållet är ert eget. Vill du visa upp exemplet? Lägg till --sample."),
)  # fmt: skip
NOT_GOOD_ENOUGH = Kind(
    "SG643", "not-good-enough", N_("Granskningen hittar {count} brister på steget {profile}."),
    N_("Se dem med: sitegen lint --profile {profile}"),
)  # fmt: skip
MANY_REMOVED = Kind(
    "SG644", "many-removed", N_("{count} av {whole} filer skulle tas bort. Det är mer än en femtedel."),
    N_("Stämmer det, så lägg till --allow-removal. Annars: är det rätt projekt och rätt mål?"),
)  # fmt: skip
NOTHING_BUILT = Kind(
    "SG645", "nothing-built", N_("Det finns inget bygge att publicera."),
    N_("Bygg först med: sitegen build. Eller utelämna --built, så byggs sidorna nu."),
)  # fmt: skip
HALF_PUBLISHED = Kind(
    "SG646", "half-published", N_("Publiceringen avbröts ({reason}), och allt gick inte att ta tillbaka."),
    N_("Inget är förlorat. Rätta orsaken och publicera igen, så blir allt som det ska."),
)  # fmt: skip
FOREIGN_ZIP = Kind(
    "SG647", "foreign-zip", N_("Filen finns redan och är inte en ZIP-fil från sitegen."),
    N_("Flytta den, eller välj ett annat namn."),
)  # fmt: skip
GIT_REFUSED = Kind(
    "SG648", "git-refused", N_("Git kunde inte {what}: {reason}. Det som var publicerat är orört."),
    N_("Kan du hämta och skicka dit med git själv? Har någon annan ändrat grenen under tiden, så publicera igen."),
)  # fmt: skip
NO_SFTP = Kind(
    "SG649", "no-sftp", N_("Tillägget som publicerar med SFTP är inte installerat."),
    N_("Installera det med: pip install \"sitegen[sftp]\""),
)  # fmt: skip
CANNOT_CONNECT = Kind(
    "SG650", "cannot-connect", N_("Det går inte att ansluta till servern: {reason}. Inget är ändrat."),
    N_("Kontrollera adressen, och att datorn når servern: kanske behövs VPN."),
)  # fmt: skip
UNKNOWN_SERVER = Kind(
    "SG651", "unknown-server", N_("Datorn har inte anslutit till {host} förut. Serverns nyckel är {key}."),
    N_("Fråga den som sköter servern om nyckeln stämmer. Kör då ssh {login} en gång, svara yes, och publicera igen."),
)  # fmt: skip
SERVER_CHANGED = Kind(
    "SG652", "server-changed",
    N_("Servern {host} har en annan nyckel än förut: {key}. Den kan vara någon annans, så inget är skickat dit."),
    N_("Fråga den som sköter servern. Är nyckeln ny: kör ssh-keygen -R {host} och sedan ssh {login} en gång."),
)  # fmt: skip
LOGIN_REFUSED = Kind(
    "SG653", "login-refused", N_("Servern {host} släppte inte in {user}."),
    N_("Kontrollera namnet i adressen, och att rätt nyckel finns i mappen .ssh eller hos ssh-agenten. "
       "I en terminal frågar sitegen efter lösenordet."),
)  # fmt: skip
PUBLISHED_MEANWHILE = Kind(
    "SG654", "published-meanwhile", N_("Någon annan publicerade hit samtidigt, så sidorna kan vara blandade."),
    N_("Publicera igen när den andra är klar, så blir allt som det ska."),
)  # fmt: skip
# --- reviews ---------------------------------------------------------------------------------------------------------
UNKNOWN_PLAN_KEY = Kind(
    "SG701", "unknown-plan-key", N_("Nyckeln {key} finns inte i en granskningsplan."),
    N_("{suggestion} Nycklarna står i docs/review.md."),
)  # fmt: skip
PLAN_SHAPE = Kind(
    "SG702", "plan-shape", N_("Värdet av {key} ska vara {what}."),
    N_("Jämför med planen i docs/review.md."),
)  # fmt: skip
PLAN_MISSING = Kind(
    "SG703", "plan-missing", N_("Uppgiften {key} saknas i granskningsplanen."),
    N_("Lägg till en rad med {key}: och ett värde. Ett exempel står i docs/review.md."),
)  # fmt: skip
PLAN_ADDRESS = Kind(
    "SG704", "plan-address", N_("Sidan {area} ska ha antingen url eller file."),
    N_("Skriv url: https://... för en sida på webben, eller file: sidor/namn.html för en sparad sida."),
)  # fmt: skip
PLAN_TWICE = Kind(
    "SG705", "plan-twice", N_("{name} står redan på rad {line}, eller får samma filnamn som det som står där."),
    N_("Ge dem olika namn, eller ta bort det ena."),
)  # fmt: skip
PLAN_NO_PAGES = Kind(
    "SG706", "plan-no-pages", N_("Kommunen {name} har inga sidor att läsa."),
    N_("Skriv sidorna under pages:, eller adressen till kommunens huvudsida efter start:"),
)  # fmt: skip
PLAN_NUMBER = Kind(
    "SG707", "plan-number", N_("{written} går inte att använda som {key}."),
    N_("Skriv ett tal från {least} till {most}."),
)  # fmt: skip
NOT_A_WORKBOOK = Kind(
    "SG710", "not-a-workbook", N_("Filen är inget granskningsark från sitegen: {reason}."),
    N_("Använd review.xlsx som sitegen har skrivit, ifylld och sparad som Excel-arbetsbok (.xlsx)."),
)  # fmt: skip
UNKNOWN_VERDICT = Kind(
    "SG711", "unknown-verdict", N_("{written} i cell {cell} på bladet {sheet} är ingen bedömning som går att välja."),
    N_("Välj ett av: {expected}"),
)  # fmt: skip
UNKNOWN_ROW = Kind(
    "SG712", "unknown-row", N_("Rad-id {written} i cell {cell} på bladet {sheet} hör inte till granskningen."),
    N_("Ändra inte kolumnen Rad-id. Kopiera id:t från arket som sitegen skrev."),
)  # fmt: skip
ROW_TWICE = Kind(
    "SG713", "row-twice", N_("Rad-id {written} finns två gånger med olika bedömning, på bladet {sheet} i cell {cell}."),
    N_("Behåll en av raderna."),
)  # fmt: skip
NOT_A_REVIEW = Kind(
    "SG714", "not-a-review", N_("Filen är ingen granskning från sitegen: {reason}."),
    N_("Använd review.json ur mappen med resultatet av en granskning."),
)  # fmt: skip
REVIEW_NOT_WRITTEN = Kind(
    "SG715", "review-not-written", N_("Det gick inte att skriva granskningen: {reason}."),
    N_("Rätta det och kör igen. Sidor som redan är lästa läses inte om."),
)  # fmt: skip
REVIEW_BUSY = Kind(
    "SG716", "review-busy", N_("En annan granskning till samma mapp pågår."),
    N_("Vänta tills den är klar, eller välj en annan mapp."),
)  # fmt: skip
NOTHING_FILLED = Kind(
    "SG717", "nothing-filled", N_("Ingen bedömning är ifylld."),
    N_("Fyll i kolumnen Granskarens bedömning, även på rader där du håller med."),
    WARNING,
)  # fmt: skip
LINKS_CUT = Kind(
    "SG718", "links-cut", N_("Huvudsidan för {name} har {count} länkar till områden. Bara de första {limit} lästes."),
    N_("Höj limit i planen, eller skriv i skip vilka länkar som inte är områden."),
    WARNING,
)  # fmt: skip
# --- the linter's own -------------------------------------------------------------------------------------------------
UNKNOWN_RULE = Kind(
    "SG801", "unknown-rule", N_("Undantaget gäller {written}, men det finns ingen sådan regel."),
    N_("Skriv regelns kod eller namn, som i anmärkningen. {suggestion}"),
    WARNING,
)  # fmt: skip
EXEMPTION_EXPIRED = Kind(
    "SG802", "exemption-expired", N_("Undantaget från {rule} gick ut {day}, och anmärkningen finns kvar."),
    N_("Rätta det som anmärkningen gäller, eller förläng undantaget med ett skäl som håller."),
    WARNING,
)  # fmt: skip
EXEMPTION_UNUSED = Kind(
    "SG803", "exemption-unused", N_("Undantaget från {rule} behövs inte: det finns ingen sådan anmärkning här."),
    N_("Ta bort undantaget."),
    WARNING,
)  # fmt: skip
# --- accessibility statements -----------------------------------------------------------------------------------------
STATEMENT_INCOMPLETE = Kind(
    "SG961", "statement-incomplete", N_("Tillgänglighetsredogörelsen för {name} saknar: {missing}."),
    N_("Skriv uppgifterna i accessibility.yaml bredvid index.md. Se nycklarna med: sitegen schema accessibility"),
    WARNING,
)  # fmt: skip
ASSESSMENT_OLD = Kind(
    "SG962", "assessment-old", N_("Webbplatsens tillgänglighet bedömdes {day}, för mer än ett år sedan."),
    N_("Gör en ny bedömning och skriv den nya dagen i assessed och updated."),
    WARNING,
)  # fmt: skip
STATEMENT_CONTRADICTED = Kind(
    "SG963", "statement-contradicted",
    N_("Redogörelsen säger helt förenlig, men testet {day} hittade {count} slags fel."),
    N_("Rätta felen och testa igen, eller skriv partial i conformance och felen i failures."),
    WARNING,
)  # fmt: skip
# --- spreadsheets -----------------------------------------------------------------------------------------------------
NOT_A_TABLE = Kind(
    "SG901", "not-a-table", N_("Filen går inte att läsa som ett kalkylark: {reason}."),
    N_("Spara den som Excel-arbetsbok (.xlsx) utan lösenord, eller som CSV (.csv)."),
)  # fmt: skip
TABLE_EMPTY = Kind(
    "SG902", "table-empty", N_("Det finns inga rader att läsa in."),
    N_("Rubrikerna ska stå på första raden och uppgifterna under. Gör ett ark med: sitegen export table FIL.xlsx"),
)  # fmt: skip
TABLE_ENCODING = Kind(
    "SG903", "table-encoding", N_("Filen är sparad som {encoding} och inte som UTF-8. Den är läst ändå."),
    N_("Kontrollera å, ä och ö i det som ändras. Välj CSV UTF-8 när du sparar i Excel."),
    NOTE,
)  # fmt: skip
UNKNOWN_SHEET = Kind(
    "SG904", "unknown-sheet", N_("Bladet läses inte: det har inga rubriker som går att känna igen."),
    N_("Det gör inget om bladet är ditt eget. Annars: rubrikerna ska stå överst, som i sitegen export table."),
    NOTE,
)  # fmt: skip
UNKNOWN_COLUMN = Kind(
    "SG905", "unknown-column", N_("Det finns ingen kolumn som heter {written}."),
    N_("{suggestion} Byt rubrik, ta bort kolumnen, eller beskriv arket med --map (docs/spreadsheets.md)."),
)  # fmt: skip
MISSING_COLUMNS = Kind(
    "SG906", "missing-columns", N_("De här kolumnerna saknas: {columns}."),
    N_("Det som står i dem i innehållet ändras inte. Det gör inget om det är meningen."),
    NOTE,
)  # fmt: skip
COLUMN_TWICE = Kind(
    "SG907", "column-twice", N_("Kolumnen {written} finns två gånger. Den första är {other}."),
    N_("Behåll en av dem."),
)  # fmt: skip
MERGED_CELLS = Kind(
    "SG908", "merged-cells", N_("Cellerna är sammanfogade, så det går inte att veta vilken rad värdet hör till."),
    N_("Dela upp dem (Start, Centrera över kolumner, Dela upp celler) och fyll i varje cell."),
)  # fmt: skip
FORMULA_CELL = Kind(
    "SG909", "formula-cell", N_("I cellen står en formel och inte ett värde: {written}."),
    N_("Kopiera cellen och klistra in den som värden (Klistra in special, Värden)."),
)  # fmt: skip
CELL_DATE = Kind(
    "SG910", "cell-date", N_("Kalkylprogrammet har gjort om texten till ett datum eller ett klockslag: {written}."),
    N_("Gör om cellen till Text (Format, Text) och skriv värdet igen."),
)  # fmt: skip
CELL_BROKEN = Kind(
    "SG911", "cell-error", N_("I cellen står felet {written}."),
    N_("Skriv ett värde i stället."),
)  # fmt: skip
CELL_REPAIRED = Kind(
    "SG912", "cell-repaired", N_("{written} lästes som {meant}."),
    N_("Kalkylprogrammet eller inklistringen hade ändrat texten. Rätta cellen om det blev fel."),
    NOTE,
)  # fmt: skip
CELL_PAIR = Kind(
    "SG913", "cell-pair", N_("{written} går inte att tolka som en uppgift inom hakparentes."),
    N_("{suggestion} Skriv [Uppgift: värde; Uppgift: värde]. Det som finns är: {known}"),
)  # fmt: skip
CELL_YAML = Kind(
    "SG914", "cell-yaml", N_("Det som står efter yaml: går inte att tolka: {written}."),
    N_("Låt cellen vara som den var och ändra i filen i stället."),
)  # fmt: skip
CELL_HOURS = Kind(
    "SG915", "cell-hours", N_("{written} går inte att tolka som tider."),
    N_("Till exempel: mån–fre 08:00–17:00; lör stängt; anmärkning: boka tid först"),
)  # fmt: skip
CELL_DAY = Kind(
    "SG916", "cell-day", N_("{written} är inget datum som finns."),
    N_("Skriv ÅÅÅÅ-MM-DD, till exempel 2026-11-22."),
)  # fmt: skip
CELL_DECLARED = Kind(
    "SG917", "cell-declared",
    N_("{written} säger att uppgiften inte finns eller är oklar, men i {other} står ett värde."),
    N_("Töm den ena av dem."),
)  # fmt: skip
TABLE_ROW_TWICE = Kind(
    "SG918", "table-row-twice", N_("Raden för {written} finns redan på rad {line}."),
    N_("Ta bort den ena. En kopierad rad blir en ny om du skriver av den på en tom rad i stället."),
)  # fmt: skip
UNKNOWN_ROW_ID = Kind(
    "SG919", "unknown-row-id", N_("Raden hör till {written}, som inte finns i innehållet."),
    N_("Den är borttagen, eller så är arket ett annat projekts. {suggestion} Skriv av den på en tom rad om den är ny."),
)  # fmt: skip
BOTH_CHANGED = Kind(
    "SG920", "both-changed",
    N_("Värdet är ändrat både i arket och i filen {file}. I arket: {written}. I filen: {other}."),
    N_("Skriv det som gäller både i cellen och i filen, eller välj för alla med --prefer sheet eller --prefer file."),
)  # fmt: skip
NO_OWNER = Kind(
    "SG921", "no-owner", N_("Det finns ingen utförare som heter {written}."),
    N_("{suggestion} Skriv namnet i kolumnen Utförare som det står på bladet Utförare, eller lägg till utföraren där."),
)  # fmt: skip
ROW_WITHOUT_NAME = Kind(
    "SG922", "row-without-name", N_("Raden är ny men har inget i kolumnen {column}."),
    N_("Fyll i den, eller töm raden."),
)  # fmt: skip
OWNER_CHANGED = Kind(
    "SG923", "owner-changed", N_("Insatsen kan inte flyttas till en annan utförare i arket: {written}."),
    N_("Skriv {other} igen. Lägg till insatsen som en ny rad hos den nya utföraren och avsluta den gamla."),
)  # fmt: skip
NEW_MUNICIPALITY = Kind(
    "SG924", "new-municipality", N_("En ny kommun kan inte läggas till i ett ark: {written}."),
    N_("Gör kommunens mapp och fil först. Sedan kan du ändra uppgifterna här."),
)  # fmt: skip
ROWS_KEPT = Kind(
    "SG925", "rows-kept",
    N_("{count} rader som fanns när arket skrevs är borta. Inget är borttaget ur innehållet: {rows}."),
    N_("Är det meningen att de ska bort, läs in arket med --delete."),
    NOTE,
)  # fmt: skip
DELETE_UNSURE = Kind(
    "SG926", "delete-unsure",
    N_("Det går inte att ta bort något med den här filen: den säger inte vilka rader som fanns."),
    N_("Använd --delete bara med en arbetsbok (.xlsx) från sitegen export table."),
)  # fmt: skip
DELETE_CHANGED = Kind(
    "SG927", "delete-changed", N_("Raden för {written} är borttagen i arket, men ändrad i filen {file}."),
    N_("Se efter vad som är ändrat. Ta sedan bort uppgifterna i filen, eller gör ett nytt ark."),
)  # fmt: skip
DELETE_FILE = Kind(
    "SG928", "delete-file", N_("{written} tas inte bort: det är en hel fil, {file}."),
    N_("Ta bort filen själv, eller skriv upphört i kolumnen Publicering så att sidan säger att verksamheten är slut."),
    WARNING,
)  # fmt: skip
CHANGED_MEANWHILE = Kind(
    "SG929", "changed-meanwhile", N_("Filen ändrades av någon annan medan arket lästes in. Inget är skrivet."),
    N_("Kör samma sak igen."),
)  # fmt: skip
UNMAPPED_VALUE = Kind(
    "SG930", "unmapped-value", N_("{written} finns inte bland värdena för kolumnen {column} i kartan."),
    N_("Lägg till värdet i kartan. Där finns: {known}"),
)  # fmt: skip
MAP_FIELD = Kind(
    "SG931", "map-field", N_("Kartan nämner {written}, men det finns inget sådant fält."),
    N_("{suggestion} Fälten är de i sitegen schema, till exempel contact.phone."),
)  # fmt: skip
MAP_SHEET = Kind(
    "SG932", "map-sheet", N_("Kartan nämner bladet {written}, men filen {file} har inget sådant."),
    N_("Skriv bladets namn som det står i arket, eller ta bort sheet: för det första bladet."),
)  # fmt: skip
MAP_COLUMN = Kind(
    "SG933", "map-column", N_("Kartan nämner kolumnen {written}, men arket har ingen sådan."),
    N_("{suggestion} Rubriken ska stå exakt som i arket, och header: säger vilken rad rubrikerna står på."),
)  # fmt: skip
OWNERS_DIFFER = Kind(
    "SG934", "owners-differ", N_("Raderna för {written} säger olika om {column}: {value} och {other}."),
    N_("Skriv samma sak på alla rader för utföraren."),
)  # fmt: skip
HEADING_MISSING = Kind(
    "SG935", "heading-missing", N_("Kolumnen har värden men ingen rubrik."),
    N_("Skriv en rubrik, eller ta bort kolumnen."),
)  # fmt: skip
CANNOT_EDIT = Kind(
    "SG936", "cannot-edit", N_("Ändringen går inte att skriva in i filen: {reason}."),
    N_("Ändra i filen för hand. Inget är skrivet."),
)  # fmt: skip
CANNOT_SAVE = Kind(
    "SG937", "cannot-save", N_("Det gick inte att skriva: {reason}. Inget är ändrat."),
    N_("Stäng filen i andra program och kontrollera att du har rätt att skriva och att disken inte är full. Kör igen."),
)  # fmt: skip

# --- the form editor -------------------------------------------------------------------------------------------------
FORM_NO_REASON = Kind(
    "SG981", "form-no-reason", N_("Skriv varför det inte finns eller är oklart."),
    N_("Läsaren ser det du skriver, till exempel: Kostar ingenting. Eller välj Vet inte än."),
)  # fmt: skip
FORM_BOTH = Kind(
    "SG982", "form-both", N_("Här står en uppgift, men det är valt att den inte finns eller är oklar."),
    N_("Välj Uppgift finns, eller töm fälten."),
)  # fmt: skip
FORM_YAML = Kind(
    "SG983", "form-yaml", N_("Det går inte att tolka."),
    N_("Kontrollera indrag, kolon och citattecken, eller ångra det du har ändrat."),
)  # fmt: skip
FORM_DATES = Kind(
    "SG988", "form-dates", N_("Raden {written} börjar inte med ett datum, eller säger inga tider."),
    N_("Skriv ett datum på varje rad, till exempel: 2026-12-24 stängt"),
)  # fmt: skip
FILE_CHANGED = Kind(
    "SG984", "file-changed", N_("Filen har ändrats av någon annan sedan sidan öppnades. Inget är skrivet."),
    N_("Se vad som har ändrats och välj vad som ska gälla."),
)  # fmt: skip
FILE_GONE = Kind(
    "SG985", "file-gone", N_("Filen finns inte längre. Någon har tagit bort den eller gett den ett nytt namn."),
    N_("Det du har skrivit står kvar här. Kopiera det du vill spara."),
)  # fmt: skip
FILE_BROKEN = Kind(
    "SG989", "file-broken", N_("Någon annan har ändrat filen så att den har ett fel och inte kan läsas."),
    N_("Det du har skrivit står kvar här. Öppna filen och rätta felet, och fyll sedan i formuläret igen."),
)  # fmt: skip
OFFER_GONE = Kind(
    "SG986", "offer-gone", N_("Insatsen finns inte längre i filen."),
    N_("Det du har skrivit står kvar här. Kopiera det du vill spara."),
)  # fmt: skip
FILE_LOCKED = Kind(
    "SG987", "file-locked", N_("Det gick inte att läsa eller skriva: {reason}. Inget är ändrat."),
    N_("Stäng filen i andra program, se efter att du får skriva i mappen och att disken inte är full. Spara igen."),
)  # fmt: skip
