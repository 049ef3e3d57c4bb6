"""Time of sealing and opening a packet beside its bound: one AES-256-GCM pass and one SHA-256 of the same bytes.

Run ``python benchmarks/packet_seal.py``; prints one JSON object. Times are medians, in milliseconds.
"""

import argparse
import json
import os
from collections.abc import Callable
from hashlib import sha256
from statistics import median
from time import perf_counter

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from rekam.edge.key import Ed25519Signer, HybridOpener
from rekam.packet import START, open_packet, read_manifest, seal

SIZES = {"500_kB": 500_000, "2_MB": 2_000_000}


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """Median time of one call after one call to warm up."""
    work()
    times = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return median(times) * 1e3


def measured(size: int, rounds: int) -> dict[str, float]:
    """All times for content of ``size`` bytes."""
    station, centre, recovery = (
        Ed25519Signer(os.urandom(32)),
        HybridOpener(os.urandom(96)),
        HybridOpener(os.urandom(96)),
    )
    content, cipher, nonce = os.urandom(size), AESGCM(os.urandom(32)), bytes(12)
    encrypted = cipher.encrypt(nonce, content, None)

    def seal_it() -> object:
        return seal(
            content,
            station="S-1",
            sequence=1,
            previous=START,
            kind="recording",
            region="15.02.01",
            captured_at=1,
            sealed_at=2,
            operator="budi",
            recipients=[centre.recipient, recovery.recipient],
            signer=station,
            random=os.urandom,
        )

    packet = seal_it()

    def open_it() -> object:
        return open_packet(read_manifest(packet.manifest, lambda _: station.verifier), packet.body, centre)

    bound_seal = milliseconds(lambda: sha256(cipher.encrypt(nonce, content, None)).digest(), rounds)
    bound_open = milliseconds(
        lambda: (sha256(encrypted).digest(), cipher.decrypt(nonce, encrypted, None)), rounds
    )
    sealing, opening = milliseconds(seal_it, rounds), milliseconds(open_it, rounds)
    return {
        "seal_ms": round(sealing, 2),
        "seal_bound_ms": round(bound_seal, 2),
        "seal_ratio": round(bound_seal / sealing, 2),
        "open_ms": round(opening, 2),
        "open_bound_ms": round(bound_open, 2),
        "open_ratio": round(bound_open / opening, 2),
        "manifest_bytes": len(packet.manifest),
        "body_overhead_bytes": len(packet.body) - size,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=50)
    rounds = parser.parse_args().rounds
    print(json.dumps({name: measured(size, rounds) for name, size in SIZES.items()}, indent=1))


if __name__ == "__main__":
    main()
