"""Texten är tung att läsa.

Varför: Den som är orolig eller trött, läser på ett nytt språk eller har svårt att läsa ger upp inför en tung text och
går miste om stödet. LIX mäter hur långa meningarna och orden är: under 40 är lättläst, över 45 är medelsvårt till
svårt.

Dåligt:

    <p>Socialförvaltningens familjebehandlare tillhandahåller individuellt anpassade behandlingsinsatser för
    barnfamiljer med omfattande relationsproblematik, kommunikationssvårigheter eller konflikter mellan
    vårdnadshavare och ungdomar. Behandlingsinsatserna genomförs företrädesvis i familjens hemmiljö och utformas
    tillsammans med familjemedlemmarna utifrån en gemensamt upprättad genomförandeplan, vilken regelbundet
    utvärderas och vid behov revideras. Familjebehandlingen samordnas kontinuerligt med förskolans, skolans och
    hälso- och sjukvårdens stödinsatser. Vårdnadshavarnas delaktighet utgör en grundläggande förutsättning för
    behandlingsarbetet.</p>

Bra:

    <p>Bråkar ni mycket hemma? Då kan ni få hjälp av oss. Vi träffar hela familjen, oftast hemma hos er. Ni får öva
    på att prata med varandra och lösa bråk på ett nytt sätt. Vi gör en plan tillsammans med er. I planen står vad
    ni vill ändra och hur vi ska göra. Efter några veckor ser vi om det har blivit bättre. Du får alltid säga vad du
    tycker, och ni kan sluta när ni vill. Ring oss på vardagar, eller skicka ett mejl så ringer vi upp dig.</p>"""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.findings import Place
from sitegen.i18n import N_
from sitegen.lint.rule import Category, Judges, Outcome, Profile, Rule, Setting, Weight, failed, idle, passed, unsure
from sitegen.lint.rules.running_text import count
from sitegen.lint.subjects import Prose

AIM, LIMIT = 40, 45
MOST_ABBREVIATIONS_GIVE = 5.0
"""How much lower than the right one the fast count can be."""
FEWEST_WORDS = 60


def check(prose: Prose, setting: Setting) -> Iterator[Outcome]:
    """The LIX of the running text; a short text says nothing."""
    place = Place(prose.file)
    found = count(prose, exactly=False)
    if found.words < FEWEST_WORDS:
        yield idle(place)
        return
    if found.lix > AIM - MOST_ABBREVIATIONS_GIVE:
        found = count(prose, exactly=True)
    lix = round(found.lix)
    if lix <= AIM:
        yield passed(place)
    else:
        tell = failed if lix > LIMIT else unsure
        yield tell(place, "lix", lix=str(lix), mean=f"{found.words / found.sentences:.0f}")


RULE = Rule(
    code="SD055",
    name="hard-to-read",
    category=Category.WORDS,
    profile=Profile.GOD,
    judges=Judges.PROSE,
    clause="Språklagen (2009:600) 11 §",
    fail=N_("Texten är tung: LIX är {lix}, och meningarna har i snitt {mean} ord."),
    hint=N_("Sikta på högst 40. Korta meningarna, skriv ”du”, byt långa ord mot korta och stryk det som inte behövs."),
    review=N_("Texten är något tung: LIX är {lix}, och meningarna har i snitt {mean} ord."),
    weight=Weight.WARNING,
    check=check,
)
