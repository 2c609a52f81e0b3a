"""The accessibility statement of an invented municipality: three sorts of shortcomings, or none at all."""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.demo.node import Node, one_of

PARTIAL: Mapping[str, Node] = {
    "conformance": "partial",
    "failures": [
        {
            "what": "Filmen på områdessidan om boende saknar syntolkning.",
            "why": "Filmen gjordes innan webbplatsen fanns.",
            "alternative": "Allt som filmen visar står också i text på sidan.",
            "affects": ["without_sight", "low_vision"],
            "mended_by": "2027-03-31",
        },
        {
            "what": "Blanketten för ansökan går inte att fylla i med bara tangentbord.",
            "alternative": "Ring $reception, så fyller vi i den tillsammans.",
            "affects": ["motor", "without_sight"],
        },
    ],
    "burdens": [
        {
            "what": "Ljudinspelningar från äldre föreläsningar har ingen text.",
            "why": "Det är över hundra timmar ljud som få lyssnar på. Vi textar en inspelning när någon ber om den.",
            "alternative": "Säg till vilken inspelning du vill ha som text.",
            "affects": "hearing",
        }
    ],
    "exempt": [
        {
            "what": "Broschyrer i PDF som gjordes före den 23 september 2018.",
            "alternative": "Samma uppgifter står på sidorna här.",
        }
    ],
    "assessed": one_of("2026-09-14", "2026-10-05"),
    "updated": "2026-10-19",
    "method": one_of(
        {"kind": "self", "note": "Start, två listor och tio insatser testades med tangentbord, skärmläsare och 400 %."},
        {"kind": "external", "note": "Ett påhittat konsultföretag granskade tolv sidor efter alla krav."},
    ),
    "report": {"phone": "$reception_phone", "email": "$email", "form": "$site/tillganglighet"},
    "published": "2025-07-01",
}
FULL: Mapping[str, Node] = {
    "conformance": "full",
    "failures": {"none": "Vi känner inte till några brister."},
    "assessed": "2026-09-14",
    "updated": "2026-09-15",
    "method": {"kind": "self", "note": "Alla sidor testades automatiskt, och tjugo av dem med skärmläsare."},
    "report": {"phone": "$reception_phone", "email": "$email"},
}
UNFINISHED: Mapping[str, Node] = {
    "conformance": {"unclear": "Bedömningen pågår."},
    "report": {"phone": "$reception_phone"},
}
STATEMENTS = (PARTIAL, FULL, UNFINISHED)
