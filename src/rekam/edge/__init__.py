"""Disks, lines, devices, keys, clocks: every edge of the system, each with its simulator."""

import sys

# httpx brings a command line of its own, and with it a terminal library. Nobody calls it here; without it the page of
# a station on an old laptop stands a sixth sooner. Its import is optional for httpx: it asks for it and goes on.
sys.modules.setdefault("httpx._main", None)  # type: ignore[arg-type]  # None = "not to be imported", as Python documents
