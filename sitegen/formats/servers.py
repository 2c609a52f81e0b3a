"""What web servers have to know: types, cache, the page for what is not found, security headers, old addresses.

One file for each kind of server that ``server`` in ``sitegen.yaml`` names, at the top of the output. No file of a site
has a hash in its name, so nothing is kept unseen: everything is asked for anew (``no-cache``), which costs a ``304``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from sitegen import urls
from sitegen.records import Artifact, Site
from sitegen.vocabulary import Server

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'self'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-cache",
}
"""The policy is that of the theme's pages, and says besides who may frame them: that only a header can say."""
WEB_APP = "application/manifest+json"
MARK = "sitegen"


@dataclass(frozen=True)
class Served:
    """What all files say: the page for what is not found, by folder, and where old addresses lead. All begin with /."""

    top: str
    not_found: dict[str, str]
    moved: dict[str, str]


def make(sites: Sequence[Site], moved: Mapping[str, Mapping[str, str]]) -> Iterator[Artifact]:
    """The files of the servers that are asked for.

    ``moved``: for each municipality where its old addresses lead (``redirects``), in all its languages.
    """
    wanted = sites[0].settings.server if sites else ()
    if not wanted:
        return
    served = _served(sites, moved)
    for server, (path, text) in FILES.items():
        if server in wanted or Server.ALL in wanted:
            yield from (Artifact(name, body.encode()) for name, body in zip(path, text(served), strict=True))


def _served(sites: Sequence[Site], moved: Mapping[str, Mapping[str, str]]) -> Served:
    base = sites[0].settings.base_url
    return Served(
        urls.from_root(base, "", "").rstrip("/"),
        {
            urls.from_root(base, site.slug, urls.within(lang, "")): urls.from_root(
                base, site.slug, urls.within(lang, urls.NOT_FOUND)
            )
            for site in sites
            for lang in site.languages
        },
        {
            urls.from_root(base, site.slug, old): urls.from_root(base, site.slug, new)
            for site in sites
            for old, new in moved[site.slug].items()
        },
    )


def _nginx(served: Served) -> tuple[str]:
    lines = [
        f"# {MARK}: server {{ root /srv/www; include /srv/www/nginx.conf; }}",
        "index index.html;",
        "charset utf-8;",
        "charset_types text/html text/css text/plain text/xml application/javascript application/json;",
        "absolute_redirect off;",
        *(f'add_header {name} "{value}" always;' for name, value in HEADERS.items()),
        f"location ~ \\.webmanifest$ {{ types {{ }} default_type {WEB_APP}; }}",
        "location ~ /(\\.(?!well-known/)|nginx\\.conf$|web\\.config$|_headers$|_redirects$) { return 404; }",
        *(f"location {folder} {{ error_page 404 {page}; }}" for folder, page in served.not_found.items()),
        *(f"location = {old} {{ return 301 {new}; }}" for old, new in served.moved.items()),
    ]
    return ("\n".join(lines) + "\n",)


def _apache(served: Served) -> tuple[str]:
    lines = [
        f"# {MARK}: AllowOverride FileInfo Indexes Options=Indexes",
        "DirectoryIndex index.html",
        "AddDefaultCharset utf-8",
        "AddCharset utf-8 .css .js .json .xml .txt .webmanifest",
        f"AddType {WEB_APP} .webmanifest",
        "<IfModule mod_headers.c>",
        *(f'  Header always set {name} "{value}"' for name, value in HEADERS.items()),
        "</IfModule>",
        'RedirectMatch 404 "/(\\.(?!well-known/)|nginx\\.conf$|web\\.config$|_headers$|_redirects$)"',
        *(
            f'<If "%{{REQUEST_URI}} =~ m#^{folder}#">\n  ErrorDocument 404 {page}\n</If>'
            for folder, page in served.not_found.items()
        ),
        *(f"Redirect 301 {old} {new}" for old, new in served.moved.items()),
    ]
    return ("\n".join(lines) + "\n",)


def _netlify(served: Served) -> tuple[str, str]:
    headers = [f"{served.top}/*", *(f"  {name}: {value}" for name, value in HEADERS.items())]
    headers += [f"{served.top}/*.webmanifest", f"  Content-Type: {WEB_APP}"]
    moved = [f"{old} {new} 301!" for old, new in served.moved.items()]
    moved += [f"{folder}* {page} 404" for folder, page in reversed(served.not_found.items())]
    return "\n".join(headers) + "\n", "\n".join(moved) + "\n"


def _iis(served: Served) -> tuple[str]:
    """``remove`` before ``add``: what the server knows already would else stop the whole site (500.19).

    Old addresses use ``httpRedirect``, which IIS has of its own, and not URL Rewrite, which may not be installed.
    """
    headers = "".join(
        f"        <remove name={quoteattr(name)} />\n        <add name={quoteattr(name)} value={quoteattr(value)} />\n"
        for name, value in HEADERS.items()
    )
    places = [
        _location(folder, served.top, NOT_FOUND.format(page=quoteattr(page)))
        for folder, page in served.not_found.items()
    ]
    places += [_location(old, served.top, MOVED.format(new=quoteattr(new))) for old, new in served.moved.items()]
    return (WEB_CONFIG.format(headers=headers, places="".join(places), web_app=WEB_APP),)


def _location(path: str, top: str, inside: str) -> str:
    """A part of the site, by its path from the folder in which ``web.config`` lies."""
    shown = quoteattr(path.removeprefix(f"{top}/").rstrip("/"))
    return f"  <location path={shown}>\n    <system.webServer>\n{inside}    </system.webServer>\n  </location>\n"


NOT_FOUND = """\
      <httpErrors errorMode="Custom">
        <remove statusCode="404" subStatusCode="-1" />
        <error statusCode="404" path={page} responseMode="ExecuteURL" />
      </httpErrors>
"""
MOVED = """\
      <httpRedirect enabled="true" destination={new} exactDestination="true" httpResponseStatus="Permanent" />
"""
WEB_CONFIG = """\
<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <system.webServer>
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <staticContent>
      <remove fileExtension=".webmanifest" />
      <mimeMap fileExtension=".webmanifest" mimeType="{web_app}" />
    </staticContent>
    <httpProtocol>
      <customHeaders>
{headers}      </customHeaders>
    </httpProtocol>
  </system.webServer>
{places}</configuration>
"""
FILES: dict[Server, tuple[tuple[str, ...], Callable[[Served], tuple[str, ...]]]] = {
    Server.IIS: (("web.config",), _iis),
    Server.NGINX: (("nginx.conf",), _nginx),
    Server.APACHE: ((".htaccess",), _apache),
    Server.NETLIFY: (("_headers", "_redirects"), _netlify),
}
