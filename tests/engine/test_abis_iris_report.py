import json
from itertools import count
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rekam.abis.evaluation.iris_report import evaluate_irises, iris_scores
from rekam.abis.iris.extractor import extract_iris
from rekam.abis.iris.matcher import compare_irises
from rekam.abis.iris.trace import trace_iris
from rekam.biometric import Eye, EyeImage
from rekam.biometric.drawn.eye import eye_image
from rekam.command import main
from rekam.problem import Problem

EYES = {f"eye {person}": [eye_image(person, Eye.LEFT, capture) for capture in (0, 1)] for person in (3, 4)}
BLANK = EyeImage(Eye.LEFT, np.full((240, 320), 120, np.uint8))


def readers(eyes: dict[str, list[EyeImage]]) -> dict[str, list]:
    return {eye: [lambda image=image: image for image in images] for eye, images in eyes.items()}


def test_all_pairs_are_compared_and_a_failure_is_an_error_in_each_of_its_pairs():
    ticks = count()

    scores = iris_scores(readers({**EYES, "eye 9": [BLANK]}), lambda: float(next(ticks)))

    assert (len(scores.genuine), len(scores.impostor), scores.failures, scores.pictures) == (2, 8, 1, 5)
    assert np.isneginf(scores.impostor).sum() == 4
    assert scores.extraction_seconds == 5  # one tick a picture
    expected = compare_irises(*(extract_iris(image) for image in EYES["eye 3"]))
    assert scores.genuine[0] == pytest.approx(-expected, abs=1e-6)
    assert scores.genuine.min() > scores.impostor.max()


def test_a_set_without_a_second_eye_cannot_be_evaluated():
    with pytest.raises(Problem, match="evaluation_empty"):
        evaluate_irises({"one": readers({"eye 3": EYES["eye 3"]})}, lambda: 0.0)


def test_the_trace_shows_every_step_in_places_of_the_picture():
    image = EYES["eye 3"][0]

    trace = trace_iris(image)

    assert trace.eye.scale == 2
    for (x, y), circle in ((trace.pupil_outline, trace.pupil), (trace.iris_outline, trace.iris)):
        away = np.hypot(x - circle.x, y - circle.y)
        assert np.median(away) == pytest.approx(circle.radius, rel=0.06)
    darkness = [image.pixels[int(y), int(x)] for x, y in zip(*trace.pupil_outline, strict=True)]
    assert np.mean(darkness) < 110
    assert trace.sheet.grey.shape == trace.places[0].shape == trace.sheet.usable.shape


def test_the_command_reports_every_rate(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    for eye, images in EYES.items():
        for number, image in enumerate(images):
            path = tmp_path / "drawn" / eye / f"{number}.png"
            path.parent.mkdir(parents=True, exist_ok=True)
            Image.fromarray(image.pixels).save(path)

    with pytest.raises(SystemExit) as end:
        main(["abis", "evaluate", str(tmp_path), "--protocol", "iris", "--json"])

    assert not end.value.code
    report = json.loads(capsys.readouterr().out)
    assert report["sets"]["drawn"] == {
        "eer": 0.0,
        "fnmr_at_fmr_1pct": 0.0,
        "fnmr_at_fmr_0_1pct": 0.0,
        "failures": 0,
        "genuine": 2,
        "impostor": 4,
    }
    assert report["mean_eer"] == 0
    assert report["ms_per_extraction"] > 0
    assert report["pairs_per_second"] > 0
