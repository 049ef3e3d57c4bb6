import os
import signal
import subprocess
import sys
import time

import httpx
import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from rekam.edge.wire.serving import Serving, bind, free_port, serve, served
from rekam.problem import Problem

PROGRAM = """
import sys
from starlette.applications import Starlette
from rekam.edge.wire.serving import serve
serve(Starlette(), int(sys.argv[1]))
print("tidied up")
"""


def hello(request):
    return PlainTextResponse("halo")


APP = Starlette(routes=[Route("/", hello)])


def test_an_application_answers_while_it_is_served_and_not_after():
    with served(APP) as url:
        assert httpx.get(url, trust_env=False).text == "halo"
    with pytest.raises(httpx.ConnectError):
        httpx.get(url, trust_env=False)


def test_a_port_in_use_is_a_named_problem():
    with bind() as taken:
        port = taken.getsockname()[1]
        for begin in (lambda: serve(APP, port), lambda: Serving(APP, port)):
            with pytest.raises(Problem) as caught:
                begin()
            assert (caught.value.code, caught.value.details) == ("command.port_in_use", {"port": port})


def test_a_port_is_free_again_at_once_after_a_stop():
    with Serving(APP) as first:
        httpx.get(first.url, trust_env=False)
    with Serving(APP, first.port) as again:
        assert httpx.get(again.url, trust_env=False).text == "halo"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_program_told_to_end_goes_on_behind_serve(number):
    port = free_port()
    with subprocess.Popen([sys.executable, "-c", PROGRAM, str(port)], stdout=subprocess.PIPE) as program:
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                httpx.get(f"http://127.0.0.1:{port}/", trust_env=False)
                break
            except httpx.TransportError:
                time.sleep(0.05)
        os.kill(program.pid, number)
        said, _ = program.communicate(timeout=30)

    assert (program.returncode, said) == (0, b"tidied up\n")
