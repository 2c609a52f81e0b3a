"""A real Chromium for tests that look at pages: how it is started, and what is asked of a page."""

import shutil
import time
from contextlib import contextmanager

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]


@contextmanager
def chromium():
    """The system's Chromium, running."""
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    assert path, "no Chromium was found; tests/need-chromium.sh says how to get it"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()


def listening(page, url, limit=30.0):
    """Open a page of ``sitegen serve`` and wait until it listens: its greeting is answered."""
    heard = []
    page.once("websocket", lambda socket: socket.on("framereceived", lambda _: heard.append(True)))
    page.goto(url)
    until = time.monotonic() + limit
    while not heard:  # the answer may come before the page has loaded, so it is not enough to wait for it afterwards
        assert time.monotonic() < until, "the socket of the page never said anything"
        page.wait_for_timeout(20)
    page.wait_for_timeout(100)  # the client's second message makes it a listener


def violations(page):
    """What axe-core finds: rule and elements."""
    result = Axe().run(page, options={"preload": False})  # axe would ask for the style sheet again
    return [(found["id"], [node["html"] for node in found["nodes"]]) for found in result.response["violations"]]


def overflow(page):
    """How many pixels a page is too wide."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def tab_to(page, selector, most=600):
    """Press Tab until an element has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never came to {selector}")


def focus_is_seen(page):
    """Whether nothing covers the element that has the focus."""
    return page.evaluate("""() => {
      const box = document.activeElement.getBoundingClientRect();
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height, 20) / 2);
      return top !== null && (document.activeElement.contains(top) || top.closest('label') !== null);
    }""")
