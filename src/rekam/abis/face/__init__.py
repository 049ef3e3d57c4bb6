"""Faces: descriptors that a describer outside made, and what two of them say."""
