"""The floor: the same files read, parsed, marked up and filled into one template, nothing else.

    python benchmarks/floor.py CONTENT OUT PROCESSES [fast]

PyYAML's C loader, Python-Markdown (or comrak with ``fast``) and Jinja2: the libraries that sitegen uses.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path
from typing import Any

PAGE = """<!doctype html><html lang="sv"><head><title>{{ page.name }}</title></head><body><h1>{{ page.name }}</h1>
<dl>{% for key, value in page.items() %}<dt>{{ key }}</dt><dd>{{ value }}</dd>{% endfor %}</dl>{{ body | safe }}</body>
</html>"""


@cache
def _tools(fast: bool) -> Any:
    import jinja2  # noqa: PLC0415
    import yaml  # noqa: PLC0415

    template = jinja2.Environment(autoescape=True).from_string(PAGE)
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    if fast:
        import comrak  # noqa: PLC0415

        return template, lambda text: yaml.load(text, loader), comrak.render_markdown
    import markdown  # noqa: PLC0415

    parser = markdown.Markdown(extensions=["tables", "footnotes"])
    return template, lambda text: yaml.load(text, loader), lambda text: parser.reset().convert(text)


def make(paths: list[Path], out: Path, fast: bool) -> list[tuple[str, str]]:
    """Pages of files; gives what the list shows of each."""
    template, read, mark_up = _tools(fast)
    listed = []
    for path in paths:
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        page = read(front)
        (out / f"{path.stem}.html").write_text(template.render(page=page, body=mark_up(body)), encoding="utf-8")
        listed.append((page["name"], path.stem))
    return listed


def main() -> None:
    """Make all pages and a list of them."""
    content, out, processes, fast = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), "fast" in sys.argv
    out.mkdir(parents=True)
    paths = sorted((content / "content" / "providers").rglob("*.md"))
    if processes == 1:
        listed = make(paths, out, fast)
    else:
        share = -(-len(paths) // processes)
        parts = [paths[at : at + share] for at in range(0, len(paths), share)]
        with ProcessPoolExecutor(processes) as pool:
            listed = [item for made in pool.map(make, parts, [out] * len(parts), [fast] * len(parts)) for item in made]
    items = "".join(f'<li><a href="{stem}.html">{name}</a></li>' for name, stem in sorted(listed))
    (out / "index.html").write_text(f"<ul>{items}</ul>", encoding="utf-8")


if __name__ == "__main__":
    main()
