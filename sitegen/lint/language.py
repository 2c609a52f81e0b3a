"""What one sentence says of the way in: signs, found with word lists, turned round by negation.

The lists are ``words/vag.txt`` (phrases by what they mean) and ``words/listor.txt`` (words that belong together). The
order of judging: phrases are found; a negator in the same clause turns a decision into its opposite; who decides (a
court, the police, the region) is looked at; then the signs of the sentence are weighed against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache

from sitegen.i18n import N_
from sitegen.lint import linear
from sitegen.lint.concepts import concepts
from sitegen.lint.negation import is_negated, matches
from sitegen.lint.phrases import Lexicon, tokens_of
from sitegen.lint.wordclasses import classes
from sitegen.lint.wordfiles import sections


class Sign(StrEnum):
    """What a sentence says of the way in."""

    DECISION = "decision"
    DIRECT = "direct"
    LIMIT = "limit"  # direct up to a point, or for some; decided beyond, or for others
    OTHER = "other"  # somebody else's decision, or one about something else
    INVITATION = "invitation"
    AUTHORITY = "authority"  # only tells to contact social services, or whom to ask for more
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Found:
    """One sign in a sentence: what it says, how strongly (0 to 1), its words, and the phrase that found them."""

    sign: Sign
    strength: float
    words: str
    phrase: str
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence with the sign it comes to and all that was found in it."""

    sign: Sign
    strength: float
    found: tuple[Found, ...] = ()
    said: Mapping[str, float] = field(default_factory=dict, compare=False)  # how likely each sign is

    @property
    def is_certain(self) -> bool:
        """Whether words of the law, or others as clear, tell a route."""
        return self.strength >= 1 and self.sign in (Sign.DECISION, Sign.DIRECT)

    @property
    def is_plain(self) -> bool:
        """Whether plain words tell a route, and the model does not firmly deny it: that is never called silence."""
        told = self.sign in (Sign.DECISION, Sign.DIRECT) and self.said.get(self.sign, 0.0) >= RULED
        return told and any(one.sign is self.sign and one.strength >= 1 for one in self.found)


SIGN_WORDS = {
    Sign.DECISION: N_("ansökan eller beslut krävs"),
    Sign.DIRECT: N_("ingen prövning krävs"),
    Sign.LIMIT: N_("direkt till en gräns eller för en del, annars beslut"),
    Sign.OTHER: N_("gäller någon annans beslut eller något annat"),
    Sign.INVITATION: N_("bjuder in till kontakt"),
    Sign.AUTHORITY: N_("hänvisar till socialtjänsten eller till mer information"),
    Sign.NONE: N_("säger inget om vägen in"),
}

FAMILIES: dict[str, tuple[Sign, float]] = {
    "beslut starkt": (Sign.DECISION, 1.0),
    "beslut svagt": (Sign.DECISION, 0.6),
    "beslut med vanliga ord": (Sign.DECISION, 0.7),
    "direkt starkt": (Sign.DIRECT, 1.0),
    "direkt svagt": (Sign.DIRECT, 0.6),
    "gräns": (Sign.LIMIT, 0.9),
    "annat": (Sign.OTHER, 1.0),
    "inbjudan": (Sign.INVITATION, 0.5),
    "direkt i vanliga ord": (Sign.DIRECT, 0.7),
    "till myndigheten": (Sign.AUTHORITY, 0.5),
}
NEGATABLE = frozenset({"beslut starkt", "beslut svagt", "nekas till direkt"})
OVERRULES = 0.9
SILENT = (Sign.NONE, Sign.INVITATION, Sign.AUTHORITY, Sign.OTHER)
SILENCES = 0.95
DENIED = (Sign.DECISION, Sign.NONE, Sign.INVITATION)
"""What a model may not make of a negated decision."""
PLAIN, RULED = 0.8, 0.5
"""How likely a sign is at least: in plain words of the law or with a negation, and kept against the model."""
INVITES = 0.55


@cache
def lexicon() -> Lexicon:
    """The phrases of the way in."""
    return Lexicon(sections("vag"), sections("listor"))


def judge_sentence(sentence: str, context: Iterable[str] = (), *, model: bool = True) -> Judged:
    """Read one sentence.

    Args:
        sentence: the words, as they stand on the page.
        context: where it stands: ``@heading``, ``@contact``, ``@row``.
        model: whether the linear model may speak beside the rules.
    """
    tokens = tokens_of(sentence)
    ruled = rule(tokens)
    return weigh(ruled, tokens, context) if model and len(tokens) > 1 else ruled


def rule(tokens: Sequence[str]) -> Judged:
    """What the word lists alone read in a sentence."""
    found = _found(tokens)
    return _weigh(found) if found else Judged(Sign.NONE, 0.0)


def weigh(ruled: Judged, tokens: Sequence[str], context: Iterable[str] = ()) -> Judged:
    """What the rules and the model together read in a sentence, with how likely each sign is."""
    said = linear.shipped().probabilities(tokens, marks(ruled, tokens, context))
    judged = _with_model(ruled, said)
    agreed = judged.sign == max(said, key=said.__getitem__)
    if not agreed or (ruled.is_certain and ruled.sign is judged.sign):
        plain = agreed or any(one.negated for one in ruled.found)
        said = _tilted(said, judged.sign, PLAIN if plain else RULED)
    return replace(judged, said=said)


def _tilted(said: Mapping[str, float], sign: Sign, least: float) -> dict[str, float]:
    """The model's chances where the rules have the last word."""
    own = max(least, said[sign])
    rest = (1 - own) / max(1e-9, 1 - said[sign])
    return {name: own if name == sign else chance * rest for name, chance in said.items()}


def marks(ruled: Judged, tokens: Sequence[str], context: Iterable[str]) -> Iterator[str]:
    """What the rules have read, the concepts of the sentence and its place, as features of the model."""
    yield from concepts(tokens)
    yield from classes(tokens)
    yield f"={ruled.sign.value}"
    for one in ruled.found:
        yield f"={one.sign.value}:{'not' if one.negated else round(one.strength, 1)}"
    yield from context


def _with_model(ruled: Judged, said: Mapping[str, float]) -> Judged:
    """The model decides where the rules are silent or weak, and never against a negation that they have read."""
    ranked = sorted(said.items(), key=lambda item: -item[1])
    name, strength = ranked[0]
    if ruled.sign is Sign.OTHER and name in (Sign.DECISION, Sign.DIRECT) and strength < OVERRULES:
        return ruled
    if ruled.sign is Sign.INVITATION and name == Sign.NONE and strength < OVERRULES and said[Sign.INVITATION] > 0.08:
        return replace(ruled, strength=INVITES)
    if any(one.negated for one in ruled.found) and name in DENIED:
        return ruled
    if ruled.sign == name:
        return replace(ruled, strength=max(ruled.strength, strength))
    if ruled.is_certain and name in SILENT and strength < SILENCES:
        return replace(ruled, strength=said[ruled.sign] + (1 - strength))
    return Judged(Sign(name), strength, ruled.found)


def _found(tokens: Sequence[str]) -> tuple[Found, ...]:
    if len(tokens) == 1 and matches("handläggare", tokens[0]):  # a title above a telephone number opens no case
        return (Found(Sign.AUTHORITY, 0.5, tokens[0], "<handläggare>"),)
    hits = lexicon().hits(tokens)
    quiet = [hit for hit in hits if hit.family == "tyst"]
    signs = []
    for hit in hits:
        if hit.family == "tyst" or any(q.start <= hit.start and hit.end <= q.end for q in quiet):
            continue
        words = " ".join(tokens[hit.start : hit.end])
        if hit.family == "nekas till direkt":
            if is_negated(hit, tokens):
                signs.append(Found(Sign.DIRECT, 1.0, words, hit.written, negated=True))
            continue
        sign, strength = FAMILIES[hit.family]
        if hit.family in NEGATABLE and is_negated(hit, tokens):
            signs.append(Found(Sign.DIRECT, 1.0, words, hit.written, negated=True))
        else:
            signs.append(Found(sign, strength, words, hit.written))
    return tuple(signs)


def _strongest(found: Iterable[Found], sign: Sign) -> float:
    return max((one.strength for one in found if one.sign is sign), default=0.0)


def _weigh(found: tuple[Found, ...]) -> Judged:
    """The sign of the sentence."""
    strength = {sign: _strongest(found, sign) for sign in Sign}
    others = [one for one in found if one.sign is Sign.OTHER]
    if others and not any(one.negated and not any(one.words in other.words for other in others) for one in found):
        return Judged(Sign.OTHER, strength[Sign.OTHER], found)
    decision, direct = strength[Sign.DECISION], strength[Sign.DIRECT]
    if strength[Sign.LIMIT]:
        return Judged(Sign.LIMIT, strength[Sign.LIMIT], found)
    if decision and direct:
        if any(one.negated for one in found):
            same = [one for one in found if one.sign is Sign.DECISION and not _inside_negated(one, found)]
            return Judged(Sign.LIMIT, 0.8, found) if same else Judged(Sign.DIRECT, 1.0, found)
        return Judged(Sign.DECISION, decision, found) if decision >= direct else Judged(Sign.DIRECT, direct, found)
    for sign in (Sign.DECISION, Sign.DIRECT, Sign.AUTHORITY, Sign.INVITATION):
        if strength[sign]:
            return Judged(sign, strength[sign], found)
    return Judged(Sign.NONE, 0.0, found)


def _inside_negated(one: Found, found: tuple[Found, ...]) -> bool:
    """A shorter phrase within a negated longer one says nothing of its own."""
    return any(other.negated and (one.words in other.words or other.words in one.words) for other in found)
