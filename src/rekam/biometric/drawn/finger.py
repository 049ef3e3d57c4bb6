import numpy as np
from scipy.ndimage import gaussian_filter

from rekam.biometric.drawn import parameters as p
from rekam.biometric.drawn.field import Field, ramp, sample_cubic, sample_linear, smooth_noise
from rekam.biometric.drawn.master import master
from rekam.biometric.drawn.scratch import scratches
from rekam.biometric.drawn.seed import Stream, stream
from rekam.biometric.drawn.skin import Skin, draw_touch, skin_under
from rekam.biometric.image import FingerImage
from rekam.biometric.position import FingerPosition


def finger_impression(
    person: int,
    position: FingerPosition,
    impression: int,
    *,
    wear: float = 0.0,
    pressure: float | None = None,
) -> FingerImage:
    """One live-scan impression of a synthetic finger, 400x500 pixels at 500 dpi.

    Args:
        person: Number of the synthetic person, zero or more.
        position: Which finger; each has its own ridges.
        impression: Number of the capture; turn, place, drag, pressure and dirt differ.
        wear: 0 = healthy skin, 1 = ridges worn as a farmer's at harvest.
        pressure: 0 = light or dry (thin ridges), 1 = heavy or wet (thick ridges); drawn when not given.

    Returns:
        Ridges dark on light; the same arguments always give the same picture.
    """
    rng = stream(Stream.FINGER_IMPRESSION, person, position, impression)
    touch = draw_touch(rng, position, master(person, position).singular.middle, pressure)
    skin = skin_under(rng, touch)
    own = float(stream(Stream.FINGER_WEAR, person, position).standard_normal())
    rough = p.ROUGH_HEALTHY + (p.ROUGH_WORN - p.ROUGH_HEALTHY) * wear
    rough += p.ROUGH_SPREAD * np.sqrt(0.5) * (own + float(rng.standard_normal()))
    height = _skin_height(person, position, skin, rough) - _scars(person, position, skin, wear)
    height += np.float32(p.ROUGH_GRAIN * rough) * smooth_noise(rng, height.shape, p.ROUGH_GRAIN_CELL)
    height += np.float32(p.GRAIN) * smooth_noise(rng, height.shape, p.GRAIN_CELL)

    patch = smooth_noise(rng, height.shape, p.THRESHOLD_PATCH_CELL)
    threshold = p.THRESHOLD_RANGE * (0.5 - touch.pressure) + p.ROUGH_DRY * rough
    ink = 0.5 + 0.5 * np.tanh(
        p.RIDGE_SHARPNESS * (height - np.float32(threshold) - p.THRESHOLD_PATCH * patch)
    )
    touching = ramp(skin.rim, 1.03, 0.93)
    valley = p.BACKGROUND_GREY + (p.VALLEY_GREY - p.BACKGROUND_GREY) * touching
    grey = gaussian_filter(valley + (p.RIDGE_GREY - valley) * ink * touching, p.SENSOR_BLUR)
    grey += np.float32(p.SENSOR_NOISE) * rng.standard_normal(grey.shape, np.float32)
    return FingerImage(position, np.clip(grey, 0, 255).astype(np.uint8))


def _skin_height(person: int, position: FingerPosition, skin: Skin, rough: float) -> Field:
    """Ridge height under each pixel with its pores, flattened where the skin is rough."""
    finger = master(person, position)
    shrink = np.float32(1 / p.MASTER_STEP)
    cells_x, cells_y = skin.x * shrink, skin.y * shrink
    ridges = sample_cubic(finger.ridges, cells_x, cells_y)
    ridges -= np.float32(p.PORE_DEPTH) * sample_linear(finger.pores, cells_x, cells_y)
    area = (p.MASTER_HEIGHT // p.MASTER_STEP, p.MASTER_WIDTH // p.MASTER_STEP)
    bald = smooth_noise(
        stream(Stream.FINGER_BALD, person, position), area, p.ROUGH_PATCH_CELL / p.MASTER_STEP
    )
    kept = sample_linear(1 - np.float32(p.ROUGH_PATCH * rough) * ramp(bald, -0.9, 0.9), cells_x, cells_y)
    return np.asarray(ridges * np.float32(1 - p.ROUGH_FLATTEN * rough) * kept, np.float32)


def _scars(person: int, position: FingerPosition, skin: Skin, wear: float) -> Field:
    """How far scars lower the skin under each pixel; they stay with the finger."""
    rng = stream(Stream.FINGER_SCARS, person, position)
    cut = scratches(rng, int(rng.poisson(p.SCRATCHES)) + round(wear * p.WEAR_SCRATCHES))
    return np.float32(p.SCRATCH_DEPTH) * sample_linear(cut, skin.x, skin.y)
