"""The same providers as small projects of other generators: a page each, lists of a hundred, every field shown."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class Peer:
    """Another generator: how its project is written, and the command that builds it."""

    name: str
    program: str
    write: Callable[[Path, Path], None]
    command: tuple[str, ...]
    out: str


def _texts(country: Path) -> Iterator[tuple[str, Mapping[str, object], str]]:
    for path in sorted((country / "content" / "providers").rglob("*.md")):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        yield path.stem, yaml.load(front, getattr(yaml, "CSafeLoader", yaml.SafeLoader)), body


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _pages(country: Path, folder: Path, extra: str = "") -> None:
    for stem, data, body in _texts(country):
        front = yaml.safe_dump({"title": data["name"], **data}, allow_unicode=True, sort_keys=False)
        _put(folder / f"{stem}.md", f"---\n{front}{extra}---\n{body}")


def hugo(country: Path, folder: Path) -> None:
    """Hugo: a single layout with every field, and a paginated list."""
    _pages(country, folder / "content" / "p")
    _put(
        folder / "hugo.toml",
        'baseURL = "https://example.com/"\ntitle = "x"\ndisableKinds = ["taxonomy", "term", "rss"]\n',
    )
    fields = "{{ range $k, $v := .Params }}<dt>{{ $k }}</dt><dd>{{ $v }}</dd>{{ end }}"
    single = (
        f"<!doctype html><title>{{{{ .Title }}}}</title><h1>{{{{ .Title }}}}</h1><dl>{fields}</dl>{{{{ .Content }}}}"
    )
    _put(folder / "layouts/_default/single.html", single)
    item = '<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>'
    items = f"{{{{ range (.Paginate .RegularPages 100).Pages }}}}{item}{{{{ end }}}}"
    _put(folder / "layouts/_default/list.html", f"<!doctype html><ul>{items}</ul>")


def zola(country: Path, folder: Path) -> None:
    """Zola: the fields stand under ``extra``, since it takes no others."""
    for stem, data, body in _texts(country):
        title = str(data["name"]).replace('"', "")
        extra = "".join(f'{key} = """{value}"""\n' for key, value in data.items() if key != "name")
        _put(folder / f"content/p/{stem}.md", f'+++\ntitle = "{title}"\n[extra]\n{extra}+++\n{body}')
    _put(folder / "content/p/_index.md", '+++\npaginate_by = 100\nsort_by = "title"\n+++\n')
    _put(folder / "config.toml", 'base_url = "https://example.com"\n')
    fields = "{% for k, v in page.extra %}<dt>{{ k }}</dt><dd>{{ v }}</dd>{% endfor %}"
    page = f"<!doctype html><title>{{{{ page.title }}}}</title><h1>{{{{ page.title }}}}</h1><dl>{fields}</dl>"
    _put(folder / "templates/page.html", page + "{{ page.content | safe }}")
    items = '{% for p in paginator.pages %}<li><a href="{{ p.permalink }}">{{ p.title }}</a></li>{% endfor %}'
    _put(folder / "templates/section.html", f"<!doctype html><ul>{items}</ul>")
    _put(folder / "templates/index.html", "<!doctype html>")


def eleventy(country: Path, folder: Path) -> None:
    """Eleventy: Markdown without a template language in it, a Nunjucks layout, a paginated list."""
    _pages(country, folder / "p", "layout: page.njk\ntags: p\n")
    fields = "{% for k in shown %}<dt>{{ k }}</dt><dd>{{ page.data[k] or '' }}</dd>{% endfor %}"
    page = "<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1><dl>"
    keys = ("summary", "organisation", "performer", "contact", "hours", "languages", "offers", "ages", "cost")
    fields = "".join(f"<dt>{key}</dt><dd>{{{{ {key} | dump }}}}</dd>" for key in keys)
    _put(folder / "_includes/page.njk", f"{page}{fields}</dl>{{{{ content | safe }}}}")
    items = '{% for item in pagination.items %}<li><a href="{{ item.url }}">{{ item.data.title }}</a></li>{% endfor %}'
    _put(folder / "list.njk", f"---\npagination: {{data: collections.p, size: 100}}\n---\n<ul>{items}</ul>")
    _put(folder / ".eleventy.js", "module.exports = () => ({ markdownTemplateEngine: false });\n")


def pelican(country: Path, folder: Path) -> None:
    """Pelican: an article each, the theme of two templates."""
    for stem, data, body in _texts(country):
        meta = "".join(
            f"{key}: {value}\n" for key, value in data.items() if key not in ("name", "languages", "summary")
        )
        _put(folder / f"content/{stem}.md", f"Title: {data['name']}\nDate: 2026-01-01\nSlug: {stem}\n{meta}\n{body}")
    off = "".join(f"{name} = None\n" for name in ("FEED_ALL_ATOM", "CATEGORY_FEED_ATOM", "TRANSLATION_FEED_ATOM"))
    off += "".join(
        f"{name}_SAVE_AS = ''\n" for name in ("AUTHOR", "CATEGORY", "TAG", "ARCHIVES", "AUTHORS", "CATEGORIES", "TAGS")
    )
    _put(
        folder / "conf.py",
        f"SITENAME = 'x'\nSITEURL = ''\nTHEME = 'theme'\nDEFAULT_PAGINATION = 100\nTIMEZONE = 'UTC'\n{off}",
    )
    fields = "{% for k, v in article.metadata.items() %}<dt>{{ k }}</dt><dd>{{ v }}</dd>{% endfor %}"
    page = f"<!doctype html><title>{{{{ article.title }}}}</title><dl>{fields}</dl>{{{{ article.content }}}}"
    _put(folder / "theme/templates/article.html", page)
    items = '{% for a in articles_page.object_list %}<li><a href="{{ a.url }}">{{ a.title }}</a></li>{% endfor %}'
    _put(folder / "theme/templates/index.html", f"<!doctype html><ul>{items}</ul>")
    for name in (
        "page",
        "base",
        "archives",
        "author",
        "category",
        "tag",
        "tags",
        "authors",
        "categories",
        "period_archives",
    ):
        _put(folder / f"theme/templates/{name}.html", "")
    (folder / "theme/static").mkdir(parents=True)


def mkdocs(country: Path, folder: Path) -> None:
    """MkDocs: a theme of one template; its navigation is the list."""
    _pages(country, folder / "docs")
    _put(folder / "docs/index.md", "# Start\n")
    _put(folder / "mkdocs.yml", "site_name: x\ntheme: {name: null, custom_dir: theme}\nplugins: []\n")
    fields = "{% for k, v in page.meta.items() %}<dt>{{ k }}</dt><dd>{{ v }}</dd>{% endfor %}"
    _put(
        folder / "theme/main.html",
        f"<!doctype html><title>{{{{ page.title }}}}</title><dl>{fields}</dl>{{{{ page.content }}}}",
    )


def nikola(country: Path, folder: Path) -> None:
    """Nikola: a page each; no list, since its lists are of posts."""
    for stem, data, body in _texts(country):
        meta = "".join(f".. {key}: {value}\n" for key, value in data.items() if key not in ("name", "languages"))
        head = f".. title: {data['name']}\n.. slug: {stem}\n.. date: 2026-01-01\n{meta}"
        _put(folder / f"pages/{stem}.md", f"<!--\n{head}-->\n\n{body}")
    _put(folder / "conf.py", NIKOLA)
    fields = "{% for k, v in post.meta['sv'].items() %}<dt>{{ k }}</dt><dd>{{ v }}</dd>{% endfor %}"
    page = f"<!doctype html><title>{{{{ post.title() }}}}</title><dl>{fields}</dl>{{{{ post.text() }}}}"
    for name in ("page.tmpl", "post.tmpl"):
        _put(folder / "themes/plain/templates" / name, page)
    items = '{% for p in posts %}<li><a href="{{ p.permalink() }}">{{ p.title() }}</a></li>{% endfor %}'
    for name in ("index.tmpl", "list.tmpl", "list_post.tmpl"):
        _put(folder / "themes/plain/templates" / name, f"<!doctype html><ul>{items}</ul>")
    _put(folder / "themes/plain/plain.theme", "[Theme]\nengine = jinja\nparent =\n")


NIKOLA = """
BLOG_AUTHOR = BLOG_TITLE = "x"
BLOG_EMAIL = "x@example.com"
BLOG_DESCRIPTION = ""
SITE_URL = "https://example.com/"
DEFAULT_LANG = "sv"
THEME = "plain"
POSTS = ()
PAGES = (("pages/*.md", "p", "page.tmpl"),)
COMPILERS = {"markdown": (".md",)}
PAGE_INDEX = False
GENERATE_RSS = GENERATE_ATOM = USE_BUNDLES = SHOW_SOURCELINK = COPY_SOURCES = False
DISABLED_PLUGINS = [
    "classify_archive", "classify_page_index", "classify_indexes", "classify_tags", "classify_categories",
    "classify_authors", "classify_sections", "render_taxonomies", "generate_rss", "robots", "sitemap",
    "create_bundles", "scale_images", "render_galleries", "render_listings",
]
"""

PEERS = (
    Peer("Hugo", "hugo", hugo, ("{program}", "--quiet", "--source", "{folder}"), "public"),
    Peer("Zola", "zola", zola, ("{program}", "--root", "{folder}", "build"), "public"),
    Peer("Eleventy", "eleventy", eleventy, ("{program}", "--quiet"), "_site"),
    Peer("Pelican", "pelican", pelican, ("{program}", "content", "-s", "conf.py", "-o", "output", "-q"), "output"),
    Peer("MkDocs", "mkdocs", mkdocs, ("{program}", "build", "--quiet"), "site"),
    Peer("Nikola", "nikola", nikola, ("{program}", "build", "--quiet"), "output"),
)


def installed(folders: str) -> dict[Peer, str]:
    """The peers that are there, with their programs; ``folders`` are looked in before the ``PATH``."""
    search = os.pathsep.join(part for part in (folders, os.environ.get("PATH", "")) if part)
    found = {peer: shutil.which(peer.program, path=search) for peer in PEERS}
    return {peer: program for peer, program in found.items() if program}
