from dataclasses import dataclass

from rekam.biometric import EyeImage, FaceImage, FingerImage, Modality
from rekam.biometric.sample import Place


@dataclass(frozen=True, slots=True, eq=False)
class Captured:
    """One item that a device captured and signed.

    Attributes:
        modality: Kind of item.
        place: Finger or eye; ``None`` for the face.
        image: The decoded picture.
        encoded: The picture as the device encoded it.
        media_type: ``image/x-wsq`` or ``image/jp2``.
        record: The whole ISO/IEC 19794 record that ``encoded`` came in.
        quality: The device's own score, 0-100.
        device_id: Device that captured it.
        device_label: Make, model and serial number, for pages and reports.
        captured_at: Seconds since 1970, by the device's clock if it agrees with the station's, else the station's.
        clock_skew_s: Device clock minus station clock, seconds.
    """

    modality: Modality
    place: Place
    image: FingerImage | EyeImage | FaceImage
    encoded: bytes
    media_type: str
    record: bytes
    quality: int
    device_id: str
    device_label: str
    captured_at: int
    clock_skew_s: int
