"""Texts for invented municipalities and their areas."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sitegen.demo.node import Node, one_of

SETTINGS: Mapping[str, Node] = {
    "base_url": "https://example.com/",
    "sample": "Det här är ett exempel. Kommunerna, verksamheterna och deras telefonnummer är påhittade. Behöver "
    "du stöd? Vänd dig till din egen kommun.",
}
COUNTIES = ("Mellanmossens län", "Ytterskogens län", "Blåbergens län")
BOARDS = ("socialnämnden", "omsorgsnämnden", "individ- och familjenämnden")
RECEPTIONS = ("mottagningen för råd och stöd", "kommunens medborgarservice", "socialtjänstens mottagning")

REVIEWED = one_of(
    {"date": "2026-08-31", "by": "kommunens redaktör", "next": "2027-02-28"},
    {"date": "2026-10-19", "by": "socialchef", "next": "2027-04-19", "source": "genomgång med enhetscheferna"},
)
SOURCES = one_of(
    [{"title": "Socialtjänstens utbud av insatser", "publisher": "$kommun", "date": "2026-01"}],
    [
        {
            "title": "Beslut om insatser utan individuell behovsprövning",
            "publisher": "$kommun, $board",
            "date": "2025-05-14",
        }
    ],
)
OBSERVED: Node = {
    "date": "maj 2026",
    "support": "Sidan nämnde råd, stöd i hemmet och hjälp med pengar.",
    "contact": one_of("Växelns nummer stod på sidan.", "Mottagningens nummer och en e-postadress stod på sidan."),
    "route": {"none": "Sidan sade inget om vilket stöd som kräver beslut."},
    "law": one_of({"none": "Ingen lag nämndes."}, "Socialtjänstlagen nämndes."),
}
MUNICIPALITY: Mapping[str, Node] = {
    "county": "$lan",
    "site_name": one_of("Stöd i $ort", "Råd och stöd i $ort", "Hitta stöd i $ort"),
    "summary": one_of(
        "Här ser du vilket stöd du kan få i $ort och om det krävs ett beslut.",
        "Allt stöd i $kommun på ett ställe: vad det är, hur du får det och vem du ringer.",
    ),
    "ask": "$reception, telefon $reception_phone",
    "contact": {
        "phone": [
            {"value": "$reception_phone", "note": "Frågor om stöd. Vardagar 8–16.", "answers": "samma dag"},
            {"value": "$switchboard", "note": "Kommunens växel."},
        ],
        "email": [{"value": "$email", "note": "Skriv inget känsligt i mejlet.", "answers": "inom två arbetsdagar"}],
        "form": "$site/kontakt",
        "e_service": [{"value": "$site/e-tjanster", "note": "Du loggar in med e-legitimation."}],
        "visit": [{"value": "Kommunhuset, Gamla torget 1, $ort", "note": "Entrén har ingen trappa."}],
        "post": "$kommun, 999 00 $ort",
    },
    "emergency": [
        {
            "name": "Socialjouren i $ort",
            "phone": [{"value": "$jour", "note": "Vardagar 17–08 och dygnet runt på helger."}],
            "note": "Ring när det inte kan vänta till nästa vardag.",
        },
        {"name": "Kommunens växel", "phone": "$switchboard", "urgent": "nej"},
    ],
    "apply": one_of(
        "Ansök i e-tjänsten på $site/e-tjanster eller ring $reception, telefon $reception_phone.",
        "Ring $reception, telefon $reception_phone. En handläggare hjälper dig med ansökan.",
    ),
    "report": one_of("synpunkter@$slug.example.org", "$site/fel?sida={page}"),
    "reviewed": REVIEWED,
    "sources": SOURCES,
}
BODIES = (
    "Behöver du stöd, eller är du orolig för någon? Här står vad som finns i $ort och hur du får det.\n\n"
    "- En del stöd får du direkt. Du tar kontakt med verksamheten själv.\n"
    "- Annat stöd kräver att kommunen utreder vad du behöver och fattar ett beslut.\n\n"
    "Vid varje insats ser du vad som gäller. Om det inte framgår kan du fråga $reception.",
    "$kommun vill att du ska få stöd tidigt, innan det har blivit svårt. Därför går mycket att få utan beslut.\n\n"
    "Du som har fått nej på en ansökan kan överklaga. Under tiden kan du söka stöd som inte kräver beslut. "
    "Är stödet inte bra kan du klaga hos $kommun eller hos IVO.\n\n"
    '!!! note "Osäker?"\n    Ring $reception, telefon $reception_phone. Du behöver inte säga vad du heter.',
)
CLOSINGS = (
    "Är det bråttom? Ring socialjouren i $ort på $jour, eller 112 om någon är i fara.",
    "Hittar du inte det du söker? Fråga $reception, telefon $reception_phone.",
    "Du får alltid ansöka om stöd efter individuell behovsprövning, även om det finns annat stöd att få direkt.",
)


@dataclass(frozen=True)
class AreaPart:
    """One area: the headings it may have, its topics and its texts."""

    names: tuple[str, ...]
    topics: tuple[str, ...]
    summary: str
    bodies: tuple[str, ...]
    front: Mapping[str, Node] = field(default_factory=lambda: {"sources": SOURCES})


AREAS = (
    AreaPart(
        ("Råd och stöd", "Någon att prata med"),
        ("rad-och-stod",),
        "Samtal och råd för dig som inte vet vart du ska vända dig.",
        (
            "Det svåraste är ofta att ringa första gången. Här finns de som tar emot dig oavsett vad det gäller.",
            "Ibland räcker ett samtal. Ibland är det början på något längre. Du bestämmer.",
        ),
        {"observed": OBSERVED, "sources": SOURCES},
    ),
    AreaPart(
        ("Barn, unga och familj", "Familj och föräldraskap"),
        ("barn-och-familj", "orosanmalan"),
        "Stöd till föräldrar, barn och unga, och hjälp när ett barn far illa.",
        (
            "Alla familjer kan behöva stöd. Det finns kurser, samtal och hjälp hemma.\n\nÄr du orolig för ett "
            "barn kan du "
            "göra en orosanmälan. Du behöver inte vara säker.",
            "Du som är förälder, barn eller ung kan få stöd av kommunen. En del av stödet finns på kvällar och helger.",
        ),
        {"observed": {"unclear": "Sidan gick inte att öppna vid granskningen."}, "sources": SOURCES},
    ),
    AreaPart(
        ("Skadligt bruk och beroende", "Alkohol, droger och spel"),
        ("skadligt-bruk-eller-beroende",),
        "Hjälp att dricka mindre, sluta med droger eller sluta spela.",
        (
            "Du kan få hjälp även om du inte vill sluta helt. Närstående får också stöd.",
            "Kommunen och regionen arbetar tillsammans. Du behöver inte veta vem som gör vad.",
        ),
    ),
    AreaPart(
        ("Psykisk hälsa och vardag", "Funktionsnedsättning och vardag"),
        ("psykisk-funktionsnedsattning", "funktionsnedsattning", "boende"),
        "Stöd hemma, på dagarna och på vägen till jobb.",
        (
            "Stödet ska göra att du kan leva som du vill. Det kan handla om hemmet, om dagarna eller om "
            "jobb.\n\nStöd enligt "
            "LSS kräver alltid ett beslut.",
            "Har du svårt med vardagen på grund av en funktionsnedsättning? Här ser du vad du kan få hjälp med.",
        ),
    ),
    AreaPart(
        ("Hot och våld i nära relation", "Våld i nära relation"),
        ("vald-i-nara-relation",),
        "Stöd och skydd när någon nära hotar, kontrollerar eller slår.",
        (
            "Våld kan vara slag, men också hot, kontroll och förnedring. Du har rätt till stöd, och barnen har "
            "det också.",
            "Du behöver inte ha anmält till polisen för att få hjälp. Du som använder våld kan också få hjälp "
            "att sluta.",
        ),
        {"sensitive": "ja", "reviewed": REVIEWED, "sources": SOURCES},
    ),
    AreaPart(
        ("Äldre och närstående", "Äldre, anhöriga och vård hemma"),
        ("aldre", "narstaende", "vard"),
        "Hjälp hemma för dig som är äldre, och stöd till dig som vårdar någon.",
        (
            "Många vill bo kvar hemma så länge det går. Här finns hjälpen som gör det möjligt.",
            "Du som hjälper en närstående behöver också stöd. Du kan få samtal, avlösning och träffa andra.",
        ),
    ),
    AreaPart(
        ("Ekonomi", "Pengar och skulder"),
        ("ekonomi",),
        "Råd om pengar och skulder, och ekonomiskt bistånd.",
        (
            "Ta kontakt tidigt om pengarna inte räcker. Råd om skulder får du direkt, men ekonomiskt bistånd "
            "kräver beslut.",
            "Vem som helst kan få problem med pengar. Här får du hjälp att reda ut dem.",
        ),
    ),
    AreaPart(
        ("Familjerätt och familjerådgivning", "Separation och samarbete"),
        ("familjeratt", "familjeradgivning"),
        "Hjälp när föräldrar separerar, och samtal för par.",
        (
            "När ni går isär behöver ni ändå komma överens om barnen. Det finns stöd för det.",
            "Samtal kan hjälpa er vidare, både när ni vill fortsätta och när ni vill skiljas.",
        ),
    ),
)
