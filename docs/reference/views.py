"""What templates may see, from ``sitegen/views.py``: its own sentences, which are English as all code is."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from docs.reference.markdown import code, page, table
from sitegen import views

INTRO = """\
Det som en mall ser: `page`, en vy av den sort som sidan har. Inget annat finns, och ett namn som inte finns är ett
fel med mallens fil och rad. Vilken mall som har vilken vy står i [themes.md](../themes.md). Meningarna är på
engelska, som all kod."""
FIELD = re.compile(r"^    (\w+): (.+?)(?: = .+?)?  #: (.+)$", re.MULTILINE)


def text() -> str:
    """The page ``vyer.md``: the views of pages first, then what they are made of."""
    classes = _classes()
    pages = [name for name in classes if name.endswith("Page")]
    parts = [name for name in classes if name not in pages]
    body = ["## Sidor", "", *(line for name in pages for line in _view(name, classes[name], classes))]
    body += ["## Delar", "", *(line for name in parts for line in _view(name, classes[name], classes))]
    return page("Vyer", INTRO, body)


def _classes() -> dict[str, tuple[str, str]]:
    """Each view with its docstring and its lines of code."""
    source = Path(views.__file__).read_text(encoding="utf-8")
    lines = source.splitlines()
    found = [node for node in ast.parse(source).body if isinstance(node, ast.ClassDef) and node.name != "Page"]
    return {
        node.name: (ast.get_docstring(node) or "", "\n".join(lines[node.lineno - 1 : node.end_lineno]))
        for node in found
    }


def _view(name: str, told: tuple[str, str], classes: dict[str, tuple[str, str]]) -> Iterator[str]:
    about, lines = told
    yield from [f"### {name}", "", " ".join(about.replace("``", "`").split()), ""]
    rows = [
        (code(field), _linked(kind, classes), sentence.replace("``", "`"))
        for field, kind, sentence in FIELD.findall(lines)
    ]
    yield from table(("attribut", "typ", "betyder"), rows)


def _linked(kind: str, classes: dict[str, tuple[str, str]]) -> str:
    """A type, leading to the view that it names."""
    named = next((word for word in re.findall(r"\w+", kind) if word in classes), None)
    return f"[{code(kind)}](#{named.lower()})" if named else code(kind)
