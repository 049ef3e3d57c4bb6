"""``rekam abis``."""

import json as json_text
import sys
from pathlib import Path

from cyclopts import App

from rekam.console.output import print_json

abis = App(name="abis", help="The identification engine.")


@abis.command
def evaluate(
    directory: Path, *, protocol: str = "fvc", json: bool = False, plot: Path | None = None, finder: str = ""
) -> int:
    """Measure the engine's accuracy on a folder of images: EER, FNMR at FMR 1 % and 0.1 %, failures, times.

    Parameters
    ----------
    directory
        The images themselves (``101_1.tif``), one folder a subject, or one folder a set of either.
    protocol
        ``fvc`` for fingerprints; ``iris`` for eyes and ``face`` for portraits in one sub-folder a subject.
    plot
        Folder for the DET curves and the histograms of scores (SVG).
    finder
        What finds the minutiae of fingerprints: ``mindtct`` (if not given) or ``line-ends``.
    """
    from rekam.console.abis_evaluate import evaluated

    if plot is not None:
        from rekam.edge.plot.score_plot import plotter

        plotter()  # a missing library is told before minutes of work, not after
    outcome = evaluated(directory, protocol, finder)
    if plot is not None:
        from rekam.edge.plot.score_plot import write_plots

        write_plots(plot, outcome.scores)
    if json:
        print_json(outcome.report)
        return 0
    for name, value in outcome.report.items():
        sys.stdout.write(f"{name}: {json_text.dumps(value)}\n")
    return 0


@abis.command
def serve(
    *,
    folder: Path,
    port: int = 8404,
    host: str = "127.0.0.1",
    issuer_key: Path | None = None,
    audience: str | None = None,
    callback_host: tuple[str, ...] = (),
    without_token: bool = False,
) -> int:
    """Run the engine as a service: OSIA ABIS 1.6.0 over its own folder of encounters.

    Parameters
    ----------
    folder
        Where the encounters are kept; made when absent.
    port
        Where it listens.
    host
        Address it listens on; another than this machine's belongs behind a proxy with TLS.
    issuer_key
        Public key (JWK or PEM) of who issues the clients' tokens; otherwise those of ``rekam abis token``.
    audience
        Name that a token has to be meant for.
    callback_host
        Host (or host:port) to which results may be sent; may be repeated. Without one there are no callbacks.
    without_token
        Let everybody on this machine ask everything; for trying out only.
    """
    from rekam.console.abis_serve import serve_osia

    return serve_osia(
        folder,
        port,
        host=host,
        issuer_key=issuer_key,
        audience=audience,
        callback_hosts=callback_host,
        without_token=without_token,
    )


@abis.command
def token(*, folder: Path, client: str = "operator", scope: tuple[str, ...] = (), hours: float = 1.0) -> int:
    """Print a token for a client of ``rekam abis serve`` with the same folder.

    Parameters
    ----------
    folder
        The folder of the service.
    client
        Whom it speaks for.
    scope
        What it allows, as in the contract; may be repeated, all when not given.
    hours
        How long it is good.
    """
    from rekam.console.abis_serve import print_token

    return print_token(folder, client, scope, round(hours * 3600))


@abis.command
def mosip(
    *,
    folder: Path,
    queue: str,
    share: tuple[str, ...] = (),
    inbound: str = "mosip-to-abis",
    outbound: str = "abis-to-mosip",
    key: Path | None = None,
    manager: str = "",
    client: str = "",
    faces: bool = False,
    once: bool = False,
) -> int:
    """Answer MOSIP's requests (ABIS API 0.9) from a queue, over the engine's own folder.

    Account and password at the broker are read from REKAM_QUEUE_LOGIN and REKAM_QUEUE_PASSCODE, the client's secret
    from REKAM_MOSIP_SECRET.

    Parameters
    ----------
    folder
        Where the references are kept; made when absent.
    queue
        Broker with STOMP 1.2, ActiveMQ say: stomp://name:61613 or stomp+ssl://name:61614.
    share
        Where biometrics may be fetched from, https://name or https://name:port; may be repeated.
    inbound
        Queue of requests.
    outbound
        Queue of answers.
    key
        RSA private key (PEM, mode 0600) to which MOSIP seals; without it documents have to come unsealed.
    manager
        Where MOSIP's authentication manager is, https://name; without it the share is asked without a token.
    client
        Client id at the manager.
    faces
        Let portraits count too (low weight); needs the extra ``face``.
    once
        End when the queue is empty and everything is answered.
    """
    from rekam.console.abis_mosip import MosipOptions, serve_mosip

    return serve_mosip(
        MosipOptions(folder, queue, inbound, outbound, share, key, manager, client, faces, once)
    )


@abis.command
def rebuild(folder: Path, *, json: bool = False) -> int:
    """Make the gallery files of a centre anew from its database; its workers then search over these files.

    Without them a worker reads everybody into memory when it starts. Stop the worker first.

    Parameters
    ----------
    folder
        The centre's folder.
    """
    from rekam.console.abis_rebuild import rebuild_gallery

    return rebuild_gallery(folder, json=json)


@abis.command
def bench(
    *, persons: int = 1_000_000, threads: int | None = None, plot: Path | None = None, json: bool = False
) -> int:
    """Measure the search in a large gallery of declared-synthetic people: seconds a person, misses, memory.

    Parameters
    ----------
    persons
        Enrolled, 10,000 to 5,000,000; a million take 1.8 GB and a few minutes.
    threads
        That share a search; 2 if not given.
    plot
        Folder for the curve of cost against size (SVG).
    """
    from rekam.console.abis_bench import bench_search

    return bench_search(persons=persons, threads=threads, plot=plot, json=json)
