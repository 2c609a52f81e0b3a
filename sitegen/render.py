"""Stage 6, pages + theme -> artifacts: the door to Jinja2. A page is a function of its view and the theme alone."""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import jinja2
import pyphen  # type: ignore[import-untyped]
from markupsafe import Markup

from sitegen import kinds
from sitegen.findings import Finding, Place
from sitegen.i18n import SOURCE_LANGUAGE, Speaker, site_speaker
from sitegen.languages import base, locale
from sitegen.mixed import Mixed, plain
from sitegen.records import Artifact
from sitegen.theme import Theme
from sitegen.views import Page

SOFT_HYPHEN = "\u00ad"
SHORTEST_PART = 3
LONG_WORD = re.compile(r"\w{15,}")
UNHYPHENATED = frozenset({"ar"})
FINNISH_BREAK = re.compile(r"(?i)(?<=\w{4})(?=[bcdfghjklmnpqrstvwxzšž][aeiouyäöå]\w{2})")
"""Finnish words break before a consonant that a vowel follows; pyphen has no patterns for Finnish."""


def render(pages: Iterable[Page], theme: Theme, lang: str = SOURCE_LANGUAGE) -> tuple[list[Artifact], list[Finding]]:
    """Every page as HTML. A template that fails gives a finding with its own file and line, once for each mistake."""
    environment = _environment(theme, lang)
    artifacts: list[Artifact] = []
    findings: dict[Place, Finding] = {}
    for page in pages:
        try:
            html = environment.get_template(page.template).render(page=page.view)
        except Exception as error:
            finding = _template_finding(error, page.template, theme)
            findings.setdefault(finding.place, finding)
        else:
            artifacts.append(Artifact(page.path, (html.rstrip() + "\n").encode("utf-8")))
    return artifacts, list(findings.values())


class _Compiled(jinja2.BytecodeCache):
    """The compiled templates of a theme, for all its languages.

    Nothing of a language is compiled into a template: ``_`` is called when a page is filled, and so is ``soft``,
    which asks for the context so that Jinja does not work it out beforehand.
    """

    def __init__(self, codes: dict[str, bytes]) -> None:
        self.codes = codes

    def load_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        if bucket.key in self.codes:
            bucket.bytecode_from_string(self.codes[bucket.key])

    def dump_bytecode(self, bucket: jinja2.bccache.Bucket) -> None:
        self.codes[bucket.key] = bucket.bytecode_to_string()


def page_of(folder: Path, template: str, speak: Speaker, values: Mapping[str, object]) -> str:
    """A page of the program's own, from one of its own templates: its texts are those of commands.

    Args:
        folder: where the templates lie.
        template: the name of one.
        speak: the language of the person who reads it.
        values: what the template may use.
    """
    return _own_environment(folder, cast(Hashable, speak)).get_template(template).render(values)


@lru_cache(maxsize=4)
def _own_environment(folder: Path, speak: Any) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(str(folder)),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    environment.install_gettext_translations(speak, newstyle=True)  # type: ignore[attr-defined]
    return environment


@lru_cache(maxsize=16)
def _environment(theme: Theme, lang: str) -> jinja2.Environment:
    """One for each loaded theme: its templates are compiled once, however many municipalities use it."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader([str(folder) for folder in theme.templates]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=_Compiled(theme.compiled),
    )
    environment.install_gettext_translations(site_speaker(lang), newstyle=True)  # type: ignore[attr-defined]
    environment.globals["_"] = environment.globals["gettext"] = _teller(site_speaker(lang))
    environment.filters["soft"] = jinja2.pass_context(lambda context, text: _softened(text, lang))
    environment.filters["plain"] = plain
    return environment


def _teller(speak: Speaker) -> Callable[..., Markup]:
    """``_`` of the templates: Jinja's own (newstyle, escaping), that makes each text without values once."""
    known: dict[str, Markup] = {}

    @jinja2.pass_context
    def tell(context: jinja2.runtime.Context, text: str, **values: object) -> Markup:
        if values or type(text) is not str:  # a text of the content may be marked with its language
            return Markup(speak.gettext(text)) % values
        if text not in known:
            known[text] = Markup(speak.gettext(text)) % {}
        return known[text]

    return tell


def _softened(text: object, lang: str) -> str:
    """Soft hyphens by the language of each part of a text."""
    if isinstance(text, Mixed):
        return text.shown(lambda words, own: soften(words, own or lang))
    return soften(str(text), lang)


@lru_cache(maxsize=16384)
def soften(text: str, lang: str) -> str:
    """Put soft hyphens into long words, so that a heading breaks well on a narrow screen.

    ``hyphens: auto`` alone does nothing in a browser without a Swedish dictionary. Arabic is not hyphenated.
    """
    if base(lang) in UNHYPHENATED:
        return text
    return LONG_WORD.sub(lambda match: SOFT_HYPHEN.join(_parts(match[0], lang)), text)


def _parts(word: str, lang: str) -> list[str]:
    """A word at its hyphenation points; parts of one or two letters, which read badly, join the next."""
    parts = [""]
    for part in _hyphenated(word, lang).split(SOFT_HYPHEN):
        if len(parts[-1]) < SHORTEST_PART:
            parts[-1] += part
        else:
            parts.append(part)
    return parts


def _hyphenated(word: str, lang: str) -> str:
    if base(lang) == "fi":
        return FINNISH_BREAK.sub(SOFT_HYPHEN, word)
    return str(_hyphenator(locale(lang)).inserted(word, SOFT_HYPHEN))


@lru_cache
def _hyphenator(lang: str) -> pyphen.Pyphen:
    known = pyphen.language_fallback(lang) or SOURCE_LANGUAGE
    return pyphen.Pyphen(lang=known, left=4, right=4)


def _template_finding(error: Exception, template: str, theme: Theme) -> Finding:
    """Where in the theme an error comes from: the last template in the traceback, not Jinja's own code."""
    if isinstance(error, jinja2.TemplateSyntaxError):
        place = Place(_shown(error.filename or error.name or template, theme), error.lineno)
    elif isinstance(error, jinja2.TemplateNotFound):
        place = _last_template(error, theme) or Place(f"themes/{theme.name}/templates/{template}")
        return Finding(kinds.NO_TEMPLATE, place, {"template": str(error.name)})
    else:
        place = _last_template(error, theme) or Place(f"themes/{theme.name}/templates/{template}")
    return Finding(kinds.TEMPLATE_ERROR, place, {"problem": str(error) or type(error).__name__})


def _last_template(error: Exception, theme: Theme) -> Place | None:
    folders = [str(folder) for folder in theme.templates]
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.startswith(tuple(folders))]
    return Place(_shown(frames[-1].filename, theme), frames[-1].lineno or 0) if frames else None


def _shown(file: str, theme: Theme) -> str:
    """``themes/standard/templates/start.html``, wherever the theme lies."""
    for folder in theme.templates:
        if Path(file).is_relative_to(folder):
            return f"themes/{folder.parent.name}/templates/{Path(file).relative_to(folder).as_posix()}"
    return f"themes/{theme.name}/templates/{file}"


def placed(artifacts: Iterable[Artifact], folder: str) -> Iterator[Artifact]:
    """The same artifacts, in a folder of the output; an empty one is the top."""
    for artifact in artifacts:
        yield artifact.at(f"{folder}/{artifact.path}") if folder else artifact
