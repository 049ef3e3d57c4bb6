"""Every number of the face describers, flat, with unit and source."""

SIDES = (184, 480)
"""Shorter side at which a face is looked for, px: the first for portraits that a face fills, the second for small
faces. The detector's window is 80 px (dlib), so faces from 44 % or 17 % of the picture's width are found."""
MARGIN = 0.3
"""Black margin around the picture, of its shorter side: the detector wants to see the whole head, and portraits cut
it (of 200 ORL pictures every head is found with it, some are lost without)."""
LEAST_SCORE = -0.3
"""Least score of the detector, its own units (0 is its usual threshold; a portrait has one face in it)."""
LEAST_SIDE, MOST_PIXELS = 20, 16_000_000
"""Shortest side and largest area of a portrait that is looked at, px."""
ENLARGED = 276
"""A smaller picture is enlarged to this shorter side before its chip is cut, px."""
BOX_SHIFTS, BOX_SCALES = (-0.06, 0.0, 0.06), (0.95, 1.05)
"""Boxes around the found one, shares of its side, in each of which landmarks are read; their median is used. One
reading costs under 0.2 ms and depends on its box by some per cent of the eyes' distance."""
CHIP_SIDE = 150
"""Side of the picture that dlib's network reads, px."""
VIEWS = ((0.25, False), (0.30, False), (0.25, True))
"""Chips whose mean descriptor is kept: room around the face (0.25 is what the network was trained with), and whether
mirrored. On the ORL pictures (23 x 28 px) one view gives an EER of 3.5 %, two 3.0 %, these three 2.8 %, four 2.8 %;
each costs one pass of the network, 0.1-0.17 s. About twenty sets of views were compared on those same pictures."""
QUICK_VIEWS = VIEWS[:1]
"""For enrolment, where a person's whole extraction must stay under 0.8 core-seconds; vectors stay comparable."""
ONNX_SIDE, ONNX_PADDING = 112, 0.25
"""The same for a plugged-in network unless it says otherwise (ArcFace networks read 112 px)."""
