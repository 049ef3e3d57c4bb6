"""Synthetic biometrics, drawn here from published methods: no real person's data is needed to show or test Rekam.

Every function is pure: the same person, place and capture always give the same picture. Numbers of persons are any
whole numbers from zero on. These pictures say nothing about the accuracy of an engine on real people.
"""

from rekam.biometric.drawn.body import body_of
from rekam.biometric.drawn.degrade import degrade
from rekam.biometric.drawn.eye import eye_image
from rekam.biometric.drawn.finger import finger_impression
from rekam.biometric.drawn.portrait import portrait
from rekam.biometric.drawn.signature import signature
from rekam.biometric.drawn.slap import slap_picture

__all__ = ["body_of", "degrade", "eye_image", "finger_impression", "portrait", "signature", "slap_picture"]
