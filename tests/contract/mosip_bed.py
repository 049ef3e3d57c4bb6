"""Drawn people as MOSIP sends them, messages, and a check of every message against MOSIP's schemas."""

import copy
import json
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from jsonschema import Draft201909Validator

from rekam.biometric import Eye, FingerPosition, Modality
from rekam.biometric.drawn import eye_image, finger_impression
from rekam.biometric.interchange.cbeff_samples import write_records
from rekam.edge.device.record import write_record
from rekam.engine.mosip.adapter import MosipAbis
from rekam.engine.mosip.queue import SimulatedQueue
from rekam.engine.mosip.share import SimulatedShare
from rekam.engine.service import IdentificationService

CONTRACT = Path(__file__).parents[2] / "contracts" / "mosip-abis-0.9"
KIT = CONTRACT / "kit"
SHARE = "https://datashare.example/v1/datashare/get/"
MOMENT = datetime(2017, 10, 17, 2, 3, 4, 567000, tzinfo=UTC)
NOW = 1_508_205_784.25  # 2017-10-17T02:03:04.250Z
FINGER = (FingerPosition.RIGHT_INDEX,)
EYE = (Eye.RIGHT,)


@cache
def cbeff(person: int, capture: int, *, fingers=(), eyes=EYE) -> bytes:
    """Fingers and eyes of a drawn person, captured once, as the data share gives them."""
    pictures = [(Modality.FINGER, finger, finger_impression(person, finger, capture)) for finger in fingers]
    pictures += [(Modality.IRIS, eye, eye_image(person, eye, capture)) for eye in eyes]
    return write_records(
        [(kind, place, write_record(picture, 80, MOMENT), 80) for kind, place, picture in pictures], MOMENT
    ).encode()


def request(kind: str, number: int, **more) -> dict:
    """A request of the API's form."""
    return {
        "id": f"mosip.abis.{kind}",
        "version": "1.1",
        "requestId": f"91234567-89ab-cdef-0123-{number:012d}",
        "requesttime": "2017-10-17T02:03:04.567Z",
        **more,
    }


def insert(number: int, reference: str, url: str | None = None) -> dict:
    return request("insert", number, referenceId=reference, referenceURL=url or SHARE + reference)


def identify(number: int, reference: str, *gallery: str, **more) -> dict:
    among = {"gallery": {"referenceIds": [{"referenceId": one} for one in gallery]}} if gallery else {}
    return request("identify", number, referenceId=reference, **among, **more)


class Bed:
    """An ABIS with its queue and share; `say` puts a message and gives the answers that came."""

    def __init__(self, folder: Path, documents=None):
        self.folder = folder
        self.share = SimulatedShare(documents)
        self.queue = SimulatedQueue()
        self.open()

    def open(self):
        self.service = IdentificationService(self.folder, now=lambda: int(NOW))
        self.abis = MosipAbis(self.service, self.share, self.queue, lambda: NOW)

    def restart(self):
        self.service.close()
        self.queue.break_line()
        self.open()

    def work(self):
        while self.abis.turn():
            pass

    def answers(self):
        found, self.queue.answers = self.queue.answers, []
        return [json.loads(one) for one in found]

    def put(self, message, **kind):
        self.queue.put(message if isinstance(message, bytes) else json.dumps(message).encode(), **kind)

    def say(self, message):
        self.put(message)
        self.work()
        (answer,) = self.answers()
        check_answer(answer)
        return answer


@cache
def schema(name: str, folder: str = "schemas") -> Draft201909Validator:
    return Draft201909Validator(json.loads((CONTRACT / folder / f"{name}.json").read_text("utf-8")))


def misfits(name: str, message: dict, folder: str = "schemas") -> list[str]:
    """Where a message breaks a schema; ``items`` speaks of the first item only, so each is put first once."""
    found = []
    for one in firsts(message):
        found += [f"{error.json_path}: {error.message}" for error in schema(name, folder).iter_errors(one)]
    return found


def firsts(message: dict) -> list[dict]:
    """The message once for each item of its lists, with that item first."""
    variants = [message]
    listed = message.get("candidateList", {}).get("candidates") or []
    for place, candidate in enumerate(listed):
        for modality in range(len(candidate["modalities"])):
            variant = copy.deepcopy(message)
            candidates = variant["candidateList"]["candidates"]
            candidates.insert(0, candidates.pop(place))
            candidates[0]["modalities"].insert(0, candidates[0]["modalities"].pop(modality))
            variants.append(variant)
    entries = message.get("gallery", {}).get("referenceIds") or []
    for place in range(len(entries)):
        variant = copy.deepcopy(message)
        variant["gallery"]["referenceIds"].insert(0, variant["gallery"]["referenceIds"].pop(place))
        variants.append(variant)
    return variants


KIT_NAMES = {
    "mosip.abis.insert": "insert",
    "mosip.abis.identify": "identify",
    "mosip.abis.delete": "delete",
    "mosip.abis.ping": "ping",
    "mosip.abis.pendingJobs": "pending_jobs",
    "mosip.abis.referenceCount": "reference_count",
}


def check_answer(answer: dict) -> None:
    """Fails where an answer breaks the toolkit's schema or the kit's."""
    kind = KIT_NAMES.get(answer["id"])
    if kind is not None:
        assert misfits(f"{kind}_response", answer, "kit/schemas") == []
    if kind in ("insert", "identify"):
        error = "Error" if answer["returnValue"] == "2" else ""
        assert misfits(f"{kind.capitalize()}{error}ResponseSchema", answer) == []
