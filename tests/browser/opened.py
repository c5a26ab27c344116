"""A tab of the browser that remembers what went wrong in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, Response, ViewportSize

    from tests.browser.served import Served

PHONE: ViewportSize = {"width": 320, "height": 640}
DESK: ViewportSize = {"width": 1280, "height": 900}

SIDEWAYS = "() => document.scrollingElement.scrollWidth - window.innerWidth"


class Opened:
    """A tab on the served site."""

    def __init__(self, context: BrowserContext, site: Served) -> None:
        self.faults: list[str] = []
        self.site = site
        self.context = context
        self.page: Page = context.new_page()
        self.page.on("request", self._asked)
        self.page.on("requestfailed", self._failed)
        self.page.on("response", self._answered)
        self.page.on("console", self._said)
        self.page.on("pageerror", lambda error: self.faults.append(f"{self.page.url}: {error}"))

    def go(self, address: str) -> Page:
        """Open a page of the site and return it once it is loaded."""
        self.page.goto(self.site.home + address)
        return self.page

    def run(self, script: str, argument: object = None) -> Any:
        """Return what a function gives in the page."""
        return self.page.evaluate(script, argument)

    def close(self) -> None:
        """Close the tab."""
        self.context.close()

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((self.site.home, "data:", "blob:")):
            self.faults.append(f"{self.page.url} asked {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"{self.page.url}: {request.url} failed, {request.failure}")

    def _answered(self, response: Response) -> None:
        if response.status >= 400:
            self.faults.append(f"{self.page.url}: {response.url} answered {response.status}")

    def _said(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.faults.append(f"{self.page.url} said {message.text}")
