"""Reads the index of the search, and asks the engine in a real browser."""

import json
import re

from built import PROJECT

ENGINE = PROJECT / "themes" / "standard" / "assets" / "search-engine.js"
NAME = "sitegenSearchIndex="


def index(site):
    """The index of a built municipality, as data."""
    return data((site / "assets" / "search-sv.js").read_text(encoding="utf-8"))


def data(script):
    """An index as data; everything else in the script is refused."""
    assert script.startswith(NAME), script[:50]
    return json.loads(re.fullmatch(r".*?=(.*);\n", script, re.DOTALL)[1])


def posts(found, word):
    """Title and class of the entries that a word leads to."""
    place = found["words"].split(" ").index(word)
    return pairs(found, found["posts"].split(" ")[place])


def meant(found, phrase):
    """Title and class of the entries that something people say leads to."""
    said = found["said"].split(" ")
    phrases = [" ".join(said[int(word, 36)] for word in text.split(".")) for text in found["phrases"].split(" ")]
    concepts = found["means"].split(" ")[phrases.index(phrase)].split(".")
    leads = found["concepts"].split(" ")
    return [pair for concept in concepts for pair in pairs(found, leads[int(concept, 36)])]


def pairs(found, text):
    at, result = 0, []
    for step in text.split("."):
        at += int(step, 36) // 8
        result.append((found["titles"][at], int(step, 36) % 8))
    return result
