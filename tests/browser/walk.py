"""What every walk through the pages needs."""

import time
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page


@dataclass(frozen=True)
class Demo:
    folder: Path
    station: str
    centre: str
    portal: str


def sign_in(page: Page, address: str, name: str) -> None:
    page.goto(f"{address}/masuk")
    page.fill("input[name=nama]", name)
    page.fill("input[name=sandi]", f"rekam-{name}")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/masuk" not in url)


def eventually(check, seconds: float = 60):
    """The value of a check as soon as it is true."""
    deadline = time.monotonic() + seconds
    while not (value := check()):
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.5)
    return value
