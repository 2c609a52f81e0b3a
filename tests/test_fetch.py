"""Fetching from a real server on a real socket of this machine; the world's faults are answers, never exceptions."""

import contextlib
import gzip
import hashlib
import itertools
import re
import shutil
import socket
import ssl
import subprocess
import threading
import time
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from sitegen.lint import addresses, limits
from sitegen.lint.addresses import is_public, target_of
from sitegen.lint.fetch import USER_AGENT, Fetched, Fetcher
from sitegen.lint.fetch_cache import Cache
from sitegen.lint.limits import Limits
from sitegen.lint.run import Unread

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
PAGE = '<!doctype html><html lang="sv"><body><h1>Stöd</h1><p>Du kan ringa oss direkt.</p></body></html>'
BYTES = PAGE.encode()
HTML = {"Content-Type": "text/html; charset=utf-8"}


class Site:
    """What a server answers, path by path: a function of the handler, or (status, headers, body)."""

    def __init__(self):
        self.answers, self.asked, self.headers, self.at = {}, [], [], []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                site.asked.append(self.path)
                site.headers.append(self.headers)
                answer = site.answers.get(self.path, (404, {}, b"nej"))
                if isinstance(answer, list):
                    answer = answer.pop(0)
                if callable(answer):
                    answer(self)
                else:
                    send(self, *answer)

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def pages(self):
        return [path for path in self.asked if path != "/robots.txt"]


def send(handler, status, headers, body, length=None):
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    if status != 304:
        handler.send_header("Content-Length", str(len(body) if length is None else length))
    handler.end_headers()
    handler.wfile.write(body)


@pytest.fixture
def site():
    running = Site()
    running.answers["/"] = (200, HTML, BYTES)
    yield running
    running.server.shutdown()
    running.server.server_close()


class Watch:
    """A clock that only sleeping moves, so that pauses can be counted."""

    def __init__(self):
        self.time, self.slept = 0.0, []

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.time += seconds


def fetcher(watch=None, **options):
    watch = watch or Watch()
    bounds = {"connect": 2, "read": 2, "retries": 1, "back_off": 1, **options.pop("limits", {})}
    options.setdefault("allow_private", True)
    return Fetcher(
        lambda: NOW, watch.sleep, options.pop("clock", lambda: watch.time), limits=Limits(**bounds), **options
    )


def reason(found):
    assert isinstance(found, Unread), found
    return found.reason


def test_a_page_comes_with_its_address_time_and_hash(site):
    found = fetcher().fetch(f"{site.url}/#stycke")
    assert isinstance(found, Fetched)
    assert (found.html, found.status, found.at, found.from_cache) == (PAGE, 200, NOW, False)
    assert (found.url, found.final_url) == (f"{site.url}/#stycke", f"{site.url}/")
    assert found.sha256 == hashlib.sha256(BYTES).hexdigest()
    assert found.data == BYTES


def test_it_says_who_it_is(site):
    fetcher().fetch(site.url)
    assert site.headers[-1]["User-Agent"] == USER_AGENT
    assert re.match(r"sitegen/\d+\.\d+", USER_AGENT)
    assert site.headers[-1]["Host"] == site.url.removeprefix("http://")


@pytest.mark.parametrize("status", [401, 403, 404, 410, 500, 503])
def test_other_answers_are_told(site, status):
    site.answers["/x"] = (status, {}, b"nej")
    found = fetcher().fetch(f"{site.url}/x")
    assert str(status) in reason(found)
    assert (found.file, found.fetched) == (f"{site.url}/x", False)


def test_an_odd_status_is_told(site):
    site.answers["/x"] = (418, {}, BYTES)
    assert reason(fetcher().fetch(f"{site.url}/x")) == limits.OTHER_STATUS


def test_a_page_that_has_not_changed_comes_from_the_cache(site, tmp_path):
    def answer(handler):
        if handler.headers.get("If-None-Match") == '"a1"':
            send(handler, 304, {"ETag": '"a1"'}, b"")
        else:
            send(
                handler, 200, {"ETag": '"a1"', "Content-Type": "text/html; charset=iso-8859-1"}, PAGE.encode("latin-1")
            )

    site.answers["/"] = answer
    first = fetcher(cache=Cache(tmp_path)).fetch(site.url)
    second = fetcher(cache=Cache(tmp_path)).fetch(site.url)
    assert (first.from_cache, second.from_cache) == (False, True)
    assert first.html == second.html == PAGE
    assert first.sha256 == second.sha256


def test_the_date_of_change_is_asked_for_too(site, tmp_path):
    changed = "Tue, 08 Apr 2014 10:00:00 GMT"
    site.answers["/"] = [(200, {"Last-Modified": changed}, BYTES), (304, {}, b"")]
    fetcher(cache=Cache(tmp_path)).fetch(site.url)
    assert fetcher(cache=Cache(tmp_path)).fetch(site.url).from_cache
    assert site.headers[-1]["If-Modified-Since"] == changed


@pytest.mark.parametrize("ending", ["json", "bin"])
def test_a_damaged_cache_is_no_cache(site, tmp_path, ending):
    site.answers["/"] = (200, {"ETag": '"a"'}, BYTES)
    fetcher(cache=Cache(tmp_path)).fetch(site.url)
    for file in tmp_path.glob(f"*.{ending}"):
        file.write_bytes(b"[]")
    assert not fetcher(cache=Cache(tmp_path)).fetch(site.url).from_cache
    assert site.headers[-1]["If-None-Match"] is None


def test_redirects_are_followed_and_the_end_is_told(site):
    site.answers |= {"/a": (301, {"Location": "/b"}, b""), "/b": (302, {"Location": f"{site.url}/"}, b"")}
    found = fetcher().fetch(f"{site.url}/a")
    assert (found.final_url, found.html) == (f"{site.url}/", PAGE)


def test_a_circle_is_told(site):
    site.answers |= {"/a": (301, {"Location": "/b"}, b""), "/b": (301, {"Location": "/a"}, b"")}
    assert reason(fetcher().fetch(f"{site.url}/a")) == limits.IN_A_CIRCLE


def test_a_chain_without_end_is_told(site):
    site.answers |= {f"/{n}": (302, {"Location": f"/{n + 1}"}, b"") for n in range(20)}
    assert reason(fetcher().fetch(f"{site.url}/0")) == limits.TOO_MANY_HOPS
    assert len(site.pages()) == 6


@pytest.mark.parametrize(
    ("location", "told"),
    [
        ("file:///etc/passwd", addresses.NOT_WEB),
        ("http://[", addresses.NOT_WRITTEN_RIGHT),
        ("ftp://example.com/", addresses.NOT_WEB),
        ("", limits.HOP_TO_NOWHERE),
    ],
)
def test_each_hop_is_looked_at(site, location, told):
    site.answers["/a"] = (302, {"Location": location}, b"")
    assert reason(fetcher().fetch(f"{site.url}/a")) == told


def test_a_redirect_to_the_inside_is_refused(site):
    """The public name stands for this machine in the test; the redirect leads to a number of the inside."""
    site.answers["/a"] = (302, {"Location": "http://169.254.169.254/latest/meta-data/"}, b"")
    port = site.server.server_port
    lookups = []

    def ask(host, port):
        lookups.append(host)
        return ["127.0.0.1"] if host == "kommun.test" else [host]

    reader = fetcher(ask=ask)
    reader._allow_private = False
    public = addresses.is_public
    try:
        addresses.is_public = lambda address: address == "127.0.0.1" or public(address)
        assert reason(reader.fetch(f"http://kommun.test:{port}/a")) == addresses.PRIVATE
    finally:
        addresses.is_public = public
    assert lookups[-1] == "169.254.169.254"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433", "[::ffff:127.0.0.1]"])
def test_this_machine_is_never_asked_without_leave(site, host):
    found = fetcher(allow_private=False).fetch(f"http://{host}:{site.server.server_port}/")
    assert reason(found) in (addresses.PRIVATE, addresses.NO_SUCH_HOST)
    assert site.asked == []


@pytest.mark.parametrize(
    "address",
    [
        "10.0.0.1", "172.16.3.4", "192.168.1.1", "127.1.2.3", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
        "fec0::1", "ff02::1", "::ffff:10.0.0.1", "::ffff:169.254.169.254", "2002:7f00:1::", "64:ff9b::a00:1",
        "2001:db8::1", "nonsense", "",
    ],
)  # fmt: skip
def test_addresses_of_the_inside(address):
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["193.10.9.8", "8.8.8.8", "2a00:1450:400f:80d::200e", "::ffff:8.8.8.8", "64:ff9b::808:808"]
)
def test_addresses_of_the_outside(address):
    assert is_public(address)


def test_the_connection_goes_to_the_address_that_was_looked_at(site):
    """The name server would answer differently the second time; nobody asks it twice for one request."""
    answers = itertools.chain([["127.0.0.1"]] * 2, itertools.repeat(["10.0.0.1"]))
    found = fetcher(ask=lambda host, port: next(answers)).fetch(f"http://kommun.test:{site.server.server_port}/")
    assert isinstance(found, Fetched)
    assert site.headers[-1]["Host"] == f"kommun.test:{site.server.server_port}"


def test_the_next_address_is_tried_when_the_first_does_not_answer(site):
    reader = fetcher(ask=lambda host, port: ["127.0.0.2", "127.0.0.1"])
    assert isinstance(reader.fetch(f"http://kommun.test:{site.server.server_port}/"), Fetched)


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("ftp://example.com/", addresses.NOT_WEB),
        ("file:///etc/passwd", addresses.NOT_WEB),
        ("exempel.test", addresses.NOT_WEB),
        ("", addresses.NOT_WEB),
        ("http://", addresses.NOT_WRITTEN_RIGHT),
        ("http://exempel.test:99999/", addresses.NOT_WRITTEN_RIGHT),
        ("http://[::1/", addresses.NOT_WRITTEN_RIGHT),
        ("http://a b.test/", addresses.NOT_WRITTEN_RIGHT),
        ("https://du:hemligt@exempel.test/", addresses.WITH_PASSWORD),
        ("http://finns-inte.invalid/", addresses.NO_SUCH_HOST),
    ],
)
def test_an_address_that_cannot_be_asked_for_is_told(url, told):
    assert reason(fetcher().fetch(url)) == told


def test_swedish_letters_are_sent_as_servers_know_them():
    target = target_of("https://www.MJÖLBY.test/stöd & hjälp?q=å#x")
    assert target.url == "https://www.xn--mjlby-kua.test/st%C3%B6d%20&%20hj%C3%A4lp?q=%C3%A5"


def test_robots_that_forbid_are_obeyed(site):
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /hemligt\n")
    site.answers["/hemligt/x"] = (200, HTML, BYTES)
    reader = fetcher()
    assert reason(reader.fetch(f"{site.url}/hemligt/x")) == limits.ROBOTS_FORBID
    assert isinstance(reader.fetch(site.url), Fetched)
    assert site.asked == ["/robots.txt", "/"]


def test_robots_may_speak_of_us_alone(site):
    site.answers["/robots.txt"] = (
        200,
        {},
        b"\xef\xbb\xbfUser-agent: sitegen\nDisallow: /\n\nUser-agent: *\nAllow: /\n",
    )
    assert reason(fetcher().fetch(site.url)) == limits.ROBOTS_FORBID


@pytest.mark.parametrize(("status", "told"), [(500, limits.ROBOTS_UNKNOWN), (429, limits.ROBOTS_UNKNOWN)])
def test_robots_that_cannot_be_read_forbid_for_now(site, status, told):
    site.answers["/robots.txt"] = (status, {}, b"")
    assert reason(fetcher().fetch(site.url)) == told
    assert site.pages() == []


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_robots_that_do_not_exist_forbid_nothing(site, status):
    site.answers["/robots.txt"] = (status, {}, b"User-agent: *\nDisallow: /\n")
    assert isinstance(fetcher().fetch(site.url), Fetched)


def test_robots_are_read_once_and_may_be_elsewhere(site):
    site.answers["/robots.txt"] = (301, {"Location": "/r"}, b"")
    site.answers["/r"] = (200, {}, b"User-agent: *\nDisallow: /nej\n")
    reader = fetcher()
    assert reason(reader.fetch(f"{site.url}/nej")) == limits.ROBOTS_FORBID
    assert isinstance(reader.fetch(site.url), Fetched)
    assert site.asked == ["/robots.txt", "/r", "/"]


def test_a_host_is_let_rest_between_two_requests(site):
    watch = Watch()
    reader = fetcher(watch)
    reader.fetch(site.url)
    reader.fetch(site.url)
    assert watch.slept == [2.0, 2.0]  # after robots.txt, and after the first page


def test_a_site_may_ask_for_a_longer_rest(site):
    site.answers["/robots.txt"] = (200, {}, b"User-agent: *\nCrawl-delay: 7\n")
    watch = Watch()
    fetcher(watch).fetch(site.url)
    assert watch.slept == [7.0]


def test_a_server_that_asks_us_to_wait_is_waited_for(site):
    site.answers["/"] = [(503, {"Retry-After": "30"}, b""), (200, HTML, BYTES)]
    watch = Watch()
    assert isinstance(fetcher(watch).fetch(site.url), Fetched)
    assert 30 in watch.slept


def test_nobody_waits_for_ever(site):
    site.answers["/"] = (429, {"Retry-After": "100000"}, b"")
    assert reason(fetcher().fetch(site.url)) == limits.ASKED_TO_WAIT


def test_a_nonsense_wish_to_wait_is_passed_over(site):
    site.answers["/"] = [(503, {"Retry-After": "snart"}, b""), (200, HTML, BYTES)]
    assert isinstance(fetcher().fetch(site.url), Fetched)


def test_a_server_that_says_nothing_is_not_waited_for(site):
    gate = threading.Event()
    site.answers["/"] = lambda handler: gate.wait(5)
    found = fetcher(limits={"read": 0.2, "retries": 0}).fetch(site.url)
    gate.set()
    assert reason(found) == limits.TOO_SLOW


def test_a_server_that_drips_is_not_waited_for(site):
    def drip(handler):
        handler.send_response(200)
        handler.send_header("Content-Length", "100000")
        handler.end_headers()
        with contextlib.suppress(OSError):
            for _ in range(100):
                time.sleep(0.05)
                handler.wfile.write(b"<p>")
        handler.close_connection = True

    site.answers["/"] = drip
    began = time.monotonic()
    found = fetcher(clock=time.monotonic, limits={"total": 0.5, "delay": 0}).fetch(site.url)
    assert reason(found) == limits.TOO_SLOW
    assert time.monotonic() - began < 3


def test_a_server_that_drips_its_headers_is_not_waited_for(site):
    def drip(handler):
        try:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
            for _ in range(100):
                time.sleep(0.05)
                handler.wfile.write(b"x")
        except OSError:
            handler.close_connection = True

    site.answers["/"] = drip
    began = time.monotonic()
    found = fetcher(clock=time.monotonic, limits={"total": 0.5, "delay": 0}).fetch(site.url)
    assert reason(found) == limits.TOO_SLOW
    assert time.monotonic() - began < 3


def test_a_closed_port_is_told():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    assert reason(fetcher().fetch(f"http://127.0.0.1:{port}/")) == limits.NO_ANSWER


def broken(handler):
    send(handler, 200, HTML, BYTES[:40], 500)
    handler.close_connection = True


def test_a_page_that_breaks_off_is_asked_for_again(site):
    site.answers["/"] = [broken, (200, HTML, BYTES)]
    assert fetcher().fetch(site.url).html == PAGE


def test_a_page_that_always_breaks_off_is_told(site):
    site.answers["/"] = broken
    assert reason(fetcher().fetch(site.url)) == limits.BROKEN_OFF


@pytest.mark.parametrize("tell_length", [True, False])
def test_a_page_that_is_too_big_is_not_read_to_its_end(site, tell_length):
    def big(handler):
        handler.send_response(200)
        handler.send_header(*(("Content-Length", "20000000") if tell_length else ("Connection", "close")))
        handler.end_headers()
        try:
            for _ in range(2000):
                handler.wfile.write(b"x" * 10_000)
        except OSError:
            pass
        handler.close_connection = True

    site.answers["/"] = big
    assert reason(fetcher(limits={"size": 100_000}).fetch(site.url)) == limits.TOO_BIG


def test_a_small_packet_that_unpacks_to_a_mountain_is_told(site):
    site.answers["/"] = (200, {"Content-Encoding": "gzip"}, gzip.compress(b"<p>" + b" " * 50_000_000))
    assert reason(fetcher(limits={"size": 100_000}).fetch(site.url)) == limits.TOO_BIG


def test_a_packed_page_is_unpacked(site):
    site.answers["/"] = (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(BYTES))
    found = fetcher().fetch(site.url)
    assert (found.html, found.data) == (PAGE, BYTES)


def test_a_page_that_is_packed_wrong_is_told(site):
    site.answers["/"] = (200, {**HTML, "Content-Encoding": "gzip"}, b"not gzip at all, no")
    assert reason(fetcher().fetch(site.url)) == limits.GARBLED


@pytest.mark.parametrize(
    "declared", ["", "; charset=utf-8", "; charset=iso-8859-1", '; charset="ISO-8859-1"', "; charset=x"]
)
def test_latin_1_is_read_whatever_is_declared(site, declared):
    site.answers["/"] = (200, {"Content-Type": "text/html" + declared}, PAGE.encode("latin-1"))
    assert fetcher().fetch(site.url).html == PAGE


@pytest.mark.parametrize(
    ("body", "words"), [(b"%PDF-1.7 ...", "PDF"), (b"", "tom"), (b"   \n", "tom"), (b'{"a": 1}', "HTML")]
)
def test_what_is_no_page_is_told(site, body, words):
    site.answers["/"] = (200, HTML, body)
    found = fetcher().fetch(site.url)
    assert words in reason(found)
    assert found.fetched


def test_chunks_are_put_together(site):
    def chunks(handler):
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for piece in (BYTES[:30], BYTES[30:]):
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        handler.wfile.write(b"0\r\n\r\n")

    site.answers["/"] = chunks
    assert fetcher().fetch(site.url).html == PAGE


def test_only_the_fetcher_imports_urllib3():
    package = Path(limits.__file__).parent.parent
    users = [
        path.name for path in package.rglob("*.py") if re.search(r"^\s*(import|from) urllib3", path.read_text(), re.M)
    ]
    assert users == ["fetch.py"]


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to make a certificate with")
def test_a_certificate_is_checked_against_the_name(site, tmp_path, monkeypatch):
    """The connection is made to a number; the certificate still has to be that of the name."""
    key, cert = tmp_path / "key.pem", tmp_path / "cert.pem"
    made = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-keyout",
        str(key),
        "-out",
        str(cert),
        "-days",
        "2",
    ]
    subprocess.run(
        [*made, "-subj", "/CN=a.test", "-addext", "subjectAltName=DNS:a.test"], check=True, capture_output=True
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
    ask = {"ask": lambda host, port: ["127.0.0.1"]}
    url = f"https://a.test:{site.server.server_port}/"
    assert reason(fetcher(**ask).fetch(url)) == limits.NOT_TRUSTED
    monkeypatch.setenv("SSL_CERT_FILE", str(cert))
    assert fetcher(**ask).fetch(url).html == PAGE
    assert reason(fetcher(**ask).fetch(url.replace("a.test", "b.test"))) == limits.NOT_TRUSTED
