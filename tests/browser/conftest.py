"""One running demo for all browser tests, and Debian's Chromium to walk through it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from walk import Demo

from rekam.edge.wire.serving import bind

CHROMIUM = shutil.which("chromium")
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
PICTURES = os.environ.get("REKAM_SCREENSHOTS")
"""Folder that takes a picture of every page the tests walk through, for people to look at."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.journey)
            item.add_marker(pytest.mark.timeout(600))
            if CHROMIUM is None:
                item.add_marker(pytest.mark.skip(reason="no Chromium here: apt-get install chromium"))


def free_ports() -> int:
    for first in range(8700, 9700, 10):
        try:
            for offset in range(4):
                bind(first + offset).close()
        except Exception:  # noqa: BLE001 - the next ten ports
            continue
        return first
    raise AssertionError("no ports")


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Demo]:
    folder = tmp_path_factory.mktemp("demo")
    port = free_ports()
    command = [
        sys.executable,
        "-m",
        "rekam.command",
        "demo",
        "--folder",
        str(folder),
        "--port",
        str(port),
        "--scale",
        "0.004",
    ]
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
    found = Demo(folder, *(f"http://127.0.0.1:{port + n}" for n in (2, 1, 3)))
    try:
        deadline = time.monotonic() + 120
        while b"Ctrl-C" not in (folder / "output").read_bytes():
            assert process.poll() is None, (folder / "output").read_text()
            assert time.monotonic() < deadline, (folder / "output").read_text()
            time.sleep(0.3)
        yield found
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(60)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A small laptop."""
    context = browser.new_context(viewport={"width": 1366, "height": 768}, locale="id-ID")
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A cheap phone."""
    context = browser.new_context(viewport={"width": 360, "height": 740}, locale="id-ID", has_touch=True)
    context.set_default_timeout(60_000)
    yield context.new_page()
    context.close()


@pytest.fixture
def look(request: pytest.FixtureRequest):
    """Keeps a picture of a page when somebody wants to look."""

    def take(page: Page, name: str) -> None:
        if PICTURES:
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=f"{PICTURES}/{request.node.name}-{name}.png", full_page=True)

    return take
