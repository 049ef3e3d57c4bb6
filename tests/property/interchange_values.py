"""Hypothesis draws of every kind of interchange record."""

from hypothesis import strategies as st

from rekam.biometric import FingerPosition
from rekam.biometric.interchange import (
    CaptureDevice,
    CaptureHead,
    CaptureMoment,
    Certification,
    FingerMinutiaeRecord,
    Minutia,
    MinutiaeRepresentation,
    MinutiaKind,
    QualityBlock,
)
from rekam.biometric.interchange.card_minutiae import CardFormat, CardMinutia
from rekam.biometric.interchange.chip_fingers import ChipFinger
from rekam.biometric.interchange.element import Element
from rekam.biometric.interchange.extended_data import ExtendedBlock, write_blocks
from rekam.biometric.interchange.extensible import (
    ExtensibleFace,
    ExtensibleFinger,
    ExtensibleIris,
    ExtensibleRecord,
)
from rekam.biometric.interchange.extensible.code import Code
from rekam.biometric.interchange.extensible.finger import Unit
from rekam.biometric.interchange.face_image import FaceImageType
from rekam.biometric.interchange.face_image_2005 import FaceImageRecord2005, FaceView, FeaturePoint
from rekam.biometric.interchange.finger_image import Compression, Scale
from rekam.biometric.interchange.finger_image_2005 import FingerImageRecord2005, FingerView
from rekam.biometric.interchange.finger_minutiae import NOT_REPORTED, RidgeEnding
from rekam.biometric.interchange.finger_minutiae_2005 import FingerMinutiaeRecord2005, MinutiaeView
from rekam.biometric.interchange.iris_image_2005 import EyeViews, IrisFormat, IrisImageRecord2005, IrisView

u4 = st.integers(0, 0xF)
u8 = st.integers(0, 0xFF)
u16 = st.integers(0, 0xFFFF)
rates = st.tuples(st.integers(39, 0xFFFF), st.integers(39, 0xFFFF))
sides = st.integers(1, 4096)
pictures = st.binary(max_size=30)


def several(one, most=3, least=0):
    return st.lists(one, min_size=least, max_size=most).map(tuple)


heads = st.builds(
    CaptureHead,
    st.builds(CaptureMoment, u16, u8, u8, u8, u8, u8, u16),
    st.builds(CaptureDevice, u8, u16, u16),
    several(st.builds(QualityBlock, u8, u16, u16), 2),
)
areas = several(st.builds(ExtendedBlock, u16, st.binary(max_size=20)), 2).map(write_blocks)


def minutiae(width, height, quality=u8):
    return several(
        st.builds(
            Minutia,
            st.integers(0, width - 1),
            st.integers(0, height - 1),
            u8,
            st.sampled_from(MinutiaKind),
            quality,
        ),
        6,
    )


@st.composite
def minutiae_2005(draw):
    width, height = draw(sides), draw(sides)
    view = st.builds(
        MinutiaeView, position=u8, minutiae=minutiae(width, height), number=u4, impression=u4, quality=u8,
        extended=areas,
    )  # fmt: skip
    views = draw(several(view, 3, 1))
    return FingerMinutiaeRecord2005(
        views=views, width=width, height=height, rate=draw(rates), device=draw(u16)
    )


@st.composite
def minutiae_2011(draw):
    certified = draw(st.booleans())

    def one():
        width, height, with_quality = draw(sides), draw(sides), draw(st.booleans())
        return MinutiaeRepresentation(
            head=draw(heads),
            position=draw(u8),
            width=width,
            height=height,
            minutiae=draw(minutiae(width, height, u8 if with_quality else st.just(NOT_REPORTED))),
            certifications=draw(several(st.builds(Certification, u16, u8))) if certified else (),
            number=draw(u8),
            rate=draw(rates),
            impression=draw(u8),
            ridge_ending=draw(st.sampled_from(RidgeEnding)),
            with_quality=with_quality,
            extended=draw(areas),
        )

    return FingerMinutiaeRecord(tuple(one() for _ in range(draw(st.integers(1, 3)))), certified)


fingers_2005 = st.builds(
    FingerImageRecord2005,
    views=several(
        st.builds(
            FingerView, position=u8, width=sides, height=sides, image=pictures, views=u8, number=u8,
            quality=u8, impression=u8, reserved=u8,
        ), 3, 1,
    ),
    device=u16, level=u16, scale=st.sampled_from(Scale), scan_rate=st.tuples(u16, u16),
    image_rate=st.tuples(u16, u16), bit_depth=u8, compression=st.sampled_from(Compression), reserved=u16,
)  # fmt: skip
three = st.binary(min_size=3, max_size=3)
faces_2005 = st.builds(
    FaceImageRecord2005,
    several(
        st.builds(
            FaceView, width=sides, height=sides, image=pictures, jpeg2000=st.booleans(),
            points=several(st.builds(FeaturePoint, u8, u8, u16, u16, u16)), gender=u8, eye_colour=u8,
            hair_colour=u8, features=three, expression=u16, pose=three, pose_uncertainty=three,
            image_type=st.sampled_from(FaceImageType), colour_space=st.integers(0, 4), source=u8, device=u16,
            quality=u16,
        ), 3, 1,
    ),
)  # fmt: skip
irises_2005 = st.builds(
    IrisImageRecord2005,
    eyes=several(
        st.builds(
            EyeViews, st.integers(0, 2), several(st.builds(IrisView, u16, u8, u16, u16, pictures), 3, 1)
        ), 2, 1,
    ),
    width=sides, height=sides, image_format=st.sampled_from(IrisFormat), properties=u16, diameter=u16,
    bit_depth=u8, transformation=u8, device=u16, device_name=st.binary(min_size=16, max_size=16),
)  # fmt: skip

codes = st.builds(Code, st.integers(0, 300))
dates = st.builds(
    CaptureMoment,
    st.integers(0, 9999),
    st.sampled_from((1, 12, 0xFF)),
    st.sampled_from((1, 31, 0xFF)),
    st.sampled_from((0, 23, 0xFF)),
    st.sampled_from((0, 59, 0xFF)),
    st.sampled_from((0, 59, 0xFF)),
    st.sampled_from((0, 999, 0xFFFF)),
)
positive = st.integers(0, 70000)


def kept(first):
    """Elements with numbers that the reader does not know."""
    return st.lists(st.integers(first, 30), unique=True, max_size=3).flatmap(
        lambda numbers: st.tuples(
            *(
                st.builds(Element.of, st.just(0x80 | number), st.binary(max_size=9))
                for number in sorted(numbers)
            )
        )
    )


fingers_39794 = st.builds(
    ExtensibleRecord,
    st.just(0x64),
    several(
        st.builds(
            ExtensibleFinger, position=codes, image_format=codes, image=pictures, impression=codes,
            moment=st.none() | dates, rate=st.none() | st.tuples(positive, st.sampled_from(Unit)), kept=kept(8),
        ), 3, 1,
    ), positive, kept(2), kept(2),
)  # fmt: skip
faces_39794 = st.builds(
    ExtensibleRecord,
    st.just(0x65),
    several(
        st.builds(
            ExtensibleFace, image_format=codes, image=pictures, number=positive, moment=st.none() | dates,
            kind=st.none() | codes, size=st.none() | st.tuples(sides, sides), colour=st.none() | codes,
            kept=kept(3), kept_picture=kept(2), kept_information=kept(10),
        ), 3, 1,
    ), positive, kept(2), kept(2),
)  # fmt: skip
irises_39794 = st.builds(
    ExtensibleRecord,
    st.just(0x66),
    several(
        st.builds(
            ExtensibleIris, eye=st.integers(0, 2), image_format=codes, image=pictures, moment=dates, kind=codes,
            bit_depth=u8, across=u8, down=u8, history=u8, kept=kept(9),
        ), 3, 1,
    ), positive, kept(2), kept(2),
)  # fmt: skip


def card_minutiae(form):
    return several(
        st.builds(
            CardMinutia, st.integers(0, form.reach), st.integers(0, form.reach), st.integers(0, form.steps - 1),
            st.sampled_from(MinutiaKind),
        ),
        6,
    )  # fmt: skip


@st.composite
def chips(draw):
    positions = draw(st.lists(st.sampled_from(FingerPosition), unique=True, max_size=3))
    forms = [draw(st.sampled_from(CardFormat)) for _ in positions]
    return tuple(
        ChipFinger(position, draw(card_minutiae(form)), form)
        for position, form in zip(positions, forms, strict=True)
    )
