"""Every tuned number of faces, flat, with unit and source."""

MOST_NAME = 24
"""Longest name of a describer, characters."""
MOST_NUMBERS = 1024
"""Longest vector, numbers (dlib's has 128, ArcFace networks 512)."""
LEAST_LENGTH = 1e-9
"""Vectors shorter than this have no direction."""
MOST_LENGTH = 1e4
"""Longest descriptor that is believed (dlib's are 1.2-1.6 long)."""
EVIDENCE = {"dlib-resnet-1": (-58.8, 32.1)}
"""Natural log-likelihood ratio by describer: per distance, and bias. Logistic regression (both classes weighing the
same) on the 900 genuine and 19,000 impostor pairs of 20 people of ORL / AT&T at 23 x 28 px; with four people at a time
left out of the fit Cllr was 0.10 bit. Small old portraits of one session: not the field's."""
COSINE_EVIDENCE = {"dlib-resnet-1": (207.4, -191.3)}
"""The same from the cosine of the directions alone, per cosine and at cosine 0, for searches that keep no lengths; same
fit (EER 3.1 instead of 2.8 %). ``TRUST`` applies to it too."""
TRUST = 0.25
"""Share of that ratio that counts among fingers and irises (chosen): relatives, children and years between two
portraits are not in the data behind the fit, and the most alike strangers in it got 6.6 nats."""
EVIDENCE_RANGE = (-1.5, 4.0)
"""Least and most that a face may count, nats: less than one good finger."""
