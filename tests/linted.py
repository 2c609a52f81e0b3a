"""Examples of rules, and how to lint a text without a project on disk being prepared by hand."""

import importlib
import pkgutil
import tempfile
from datetime import date
from pathlib import Path

import pytest
import sites as small

from sitegen.config import Config
from sitegen.content import read
from sitegen.lint import rules
from sitegen.lint.explain import explanation
from sitegen.lint.gather import of_content, of_html
from sitegen.lint.rule import Setting
from sitegen.lint.run import judge, result_of

TODAY = date(2026, 11, 24)
SKELETON = (
    '<!doctype html>\n<html lang="sv">\n<head><title>En sida</title></head>\n'
    "<body><main>\n{}\n</main></body>\n</html>\n"
)


def modules():
    """The modules of all rules, listed or not."""
    for found in pkgutil.iter_modules(rules.__path__):
        module = importlib.import_module(f"sitegen.lint.rules.{found.name}")
        if hasattr(module, "RULE"):
            yield module


def examples(of_rules):
    """Every example of the rules as a case: rule, is it a good one, its text."""
    for rule in of_rules:
        page = explanation(rule)
        for is_good, texts in ((False, page.bad), (True, page.good)):
            for number, text in enumerate(texts, 1):
                name = f"{rule.code}-{'good' if is_good else 'bad'}-{number}"
                yield pytest.param(rule, is_good, text, id=name)


def judged(example, rule):
    """What a rule says of an example."""
    if example.startswith("<"):
        whole = example if example[:5].lower() in ("<!doc", "<html") else SKELETON.format(example)
        subjects, setting = of_html({"sida.html": whole}, TODAY)
        return [result_of(*told) for told in judge(subjects, [rule], setting)]
    with tempfile.TemporaryDirectory() as folder:
        return [result_of(*told) for told in judge(*_content(example, Path(folder), rule))]


def _content(example, folder, rule):
    files = dict(_files(example)) if example.startswith("===") else {small.PROVIDER: _provider(example)}
    for path, text in {**BASE, **files}.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    found, findings = read(Config(folder, folder / "build", TODAY))
    assert found, [(f.kind.name, str(f.place), f.values) for f in findings]
    subjects, setting = of_content(found, TODAY)
    return subjects, [rule], setting


BASE = {
    small.TALLKOPING: small.municipality("Tallköping"),
    small.TALLKOPING_AREA: small.area("Barn och familj", extra=""),
}


def _files(example):
    for part in example.split("=== ")[1:]:
        path, _, text = part.partition("\n")
        yield path.strip(), text


def _provider(example):
    front, _, body = example.partition("\n---\n")
    keys = {line.partition(":")[0] for line in front.splitlines() if line and not line.startswith((" ", "-", "#"))}
    defaults = {"name": "Familjehuset", "serves": "[tallkoping]", "areas": "[barn-och-familj]"}
    head = "".join(f"{key}: {value}\n" for key, value in defaults.items() if key not in keys)
    return f"---\n{head}{front.rstrip()}\n---\n{body}"


__all__ = ["TODAY", "Setting", "examples", "judged", "modules"]
