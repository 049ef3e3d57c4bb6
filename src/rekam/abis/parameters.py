"""Every tuned number of the engine, flat, with unit and source.

Lengths are pixels at 500 dpi (one pixel = 0.0508 mm) unless said otherwise. "Chosen" means set once from
ridge anatomy (period about 9 px) and not searched for; "fitted" names the data and the way.
"""

# --- finger picture ---------------------------------------------------------------------------------------
DPI = 500.0
"""Resolution of everything inside the engine, pixels per inch (ISO/IEC 19794-4 level 31)."""
DPI_RANGE = (90.0, 2000.0)
"""Resolutions that a picture may state, pixels per inch; outside it the statement is a mistake."""
SIDE_RANGE = (64, 1600)
"""Width and height that a finger picture may have at 500 dpi, pixels."""
CONTRAST_SIGMA = 12.0
"""Gaussian window in which grey values are centred and scaled, px (chosen: a bit over one ridge period)."""
CONTRAST_FLOOR = 8.0
"""Grey levels added to the local deviation, so that flat background stays flat."""
NORMAL_LIMIT = 2.5
"""Normalised grey values are clipped here, deviations."""

# --- flow, foreground, period -----------------------------------------------------------------------------
CELL = 4
"""Side of the cells on which gradients are gathered, px."""
TENSOR_SIGMA = 5.0
"""First smoothing of the gradient tensor, px."""
FLOW_SIGMA = 6.0
"""Second smoothing, of the tensor scaled to even strength, px."""
FOREGROUND_CONTRAST = 0.30
"""Foreground has at least this share of the 90th percentile of local deviation."""
FOREGROUND_COHERENCE = 0.25
"""Foreground has at least this coherence of the flow (0 = no direction, 1 = parallel ridges)."""
FOREGROUND_OPENING = 6
"""Spurs narrower than twice this are cut from the foreground, px."""
FOREGROUND_CLOSING = 12
"""Gaps narrower than twice this are closed in the foreground, px."""
FOREGROUND_LEAST = 4000
"""Least foreground of a readable finger, px (about 3 mm by 3 mm)."""
PERIOD_STEP = 16
"""Distance between the places at which the ridge period is measured, px."""
PERIOD_REACH = 24
"""Half length of the profile across the ridges, px."""
PERIOD_WIDTH = 12
"""Half width over which the profile is averaged along the ridges, px."""
PERIOD_RANGE = (4, 26)
"""Periods looked for, px (people have 5-15)."""
PERIOD_DEFAULT = 9.0
"""Period where nothing can be measured, px."""

# --- ridges -----------------------------------------------------------------------------------------------
RIDGE_ALONG_SIGMA = 3.5
"""Gaussian along the ridge, px."""
RIDGE_ALONG_REACH = 8
"""Half length of that filter, px."""
RIDGE_ACROSS_SIGMA = 0.42
"""Gaussian of the cosine filter across the ridge, periods."""
RIDGE_ACROSS_REACH = 1.0
"""Half length of that filter, periods."""
RIDGE_GAIN = 220.0
"""Grey levels per unit of the filter's answer in the picture handed to mindtct."""
GREY_LEVELS = 16
"""Grey levels of that picture (256, 16 and 4 tried on FVC2002 DB1-4_B: 16 loses nothing, 4 does)."""

# --- finger template --------------------------------------------------------------------------------------
FLOW_STEP = 16
"""Side of the cells on which the template keeps the ridge flow, px; part of the stored format."""
MOST_MINUTIAE = 96
"""Minutiae kept, best quality first (a full finger has 40-90)."""
LEAST_MINUTIAE = 4
"""With fewer a finger is not readable."""
BORDER = 8
"""Minutiae nearer to the background than this are ends of the picture, not of ridges, px."""
SNAP = 0.7
"""A minutia takes the direction of the flow where the cosine between them is at least this."""

LINE_LEAST = 10
"""A thinned line shorter than this is dirt, px: a ridge and its gap at 500 dpi (chosen among 8, 10, 12 and 16)."""
LINE_BACK = 8
"""How far into a line its direction at the end is taken, px: about one ridge to the next."""
LINE_GAP = 6.0
"""Two ends nearer than this that face each other are one broken line, px: less than from ridge to ridge."""
LINE_FACING = -0.5
"""Cosine between the ways into two lines under which their ends face each other."""

# --- neighbourhood of a minutia ---------------------------------------------------------------------------
RINGS = ((18.0, 6), (36.0, 10), (54.0, 14), (72.0, 18), (92.0, 16))
"""Radius in px and number of sampling points of each ring around a minutia; 64 points in all (chosen)."""
DESCRIBED_LEAST = 20
"""Two neighbourhoods are compared where at least this many points lie on both fingers."""
SAMPLE_WEIGHT = 0.4
"""A sampling point counts when at least this share of its bilinear weight is finger."""

# --- finger matcher ---------------------------------------------------------------------------------------
SIMILARITY_FLOOR = 60
"""Least likeness of two neighbourhoods to be a candidate, 0-255 (0 = chance, 255 = equal)."""
QUICK_PAIRS = 20
"""Candidate pairs of the first stage."""
CLOSE_PAIRS = 64
"""Candidate pairs of the precise comparison."""
LENGTH_TOLERANCE = (5.0, 0.05)
"""How far the distance between two minutiae may change: px, and share of the distance (distortion)."""
SIDE_TOLERANCE = (4.0, 0.25)
"""How far a minutia may swing sideways seen from another: px, and radians of the other's direction."""
TURN_TOLERANCE = 0.25
"""How much the turns of two pairs may differ, radians."""
STRAIN_LIMIT = 6.0
"""Sum of squared strains at which two pairs stop supporting each other."""
RELAX_ROUNDS = 6
"""Rounds in which pairs support each other (power iteration)."""
GROUP_FLOOR = 0.15
"""A pair joins the group if its support is at least this share of the strongest pair's."""
FIT_ROUNDS = 4
"""Rounds of fitting and pairing; the first half with the wide reach."""
PAIR_REACH = (16.0, 12.0)
"""Distance within which two aligned minutiae are paired, px: first rounds, last rounds."""
PAIR_TURN = 0.55
"""Difference of direction up to which they are paired, radians."""
PAIR_SOFTNESS = (0.2, 0.27)
"""Variance of the distance in squared reaches, and deviation of direction in radians, of a pair's weight."""
BEND_SIGMA = 50.0
"""Distance over which the skin's local shift is shared between minutiae, px."""
BEND_PRIOR = 1.5
"""Pairs' worth of belief that there is no local shift."""
DIRECTION_LEVER = 30.0
"""A pair's directions turn the alignment like points this far from their minutia, px."""

# --- evidence of a finger ---------------------------------------------------------------------------------
EVIDENCE_WEIGHTS = (0.4978, 21.677, 7.026, 0.751, -1.691)
"""Natural log-likelihood ratio per: weight^2 / shared, weight / shared, mean likeness, sqrt(agreement),
log(1 + unpaired). Logistic regression (both classes weighing the same, l2 = 0.001) on the 1,120 genuine and
49,920 impostor pairs within and across FVC2002 DB1_B-DB4_B together; leaving each set out in turn gave a
mean EER of 0.54 %."""
EVIDENCE_BIAS = -9.055
"""Log-likelihood ratio of two fingers with nothing in common; same fit."""
EVIDENCE_SHARED_LEAST = 6.0
"""Shared minutiae are counted as at least this many, so that a sliver of overlap proves nothing."""
QUICK_EVIDENCE = (6.731, -12.57)
"""Log-likelihood ratio of the first stage: per sqrt(agreement), and bias; fitted on the same pairs."""
QUICK_CEILING = 8.0
"""Most that one finger may count in the first stage, nats."""
EVIDENCE_RANGE = (-3.0, 16.0)
"""Least and most that one finger may count, nats: a spoiled finger must not outvote nine good ones, and the
fitted line is not believed beyond what 50,000 impostor pairs can show (the largest of them got 4.8)."""

# --- eye picture ------------------------------------------------------------------------------------------
EYE_SIDES = (160, 2000)
"""Width and height that an eye picture may have, px (normal: 640 by 480)."""
EYE_SCALE = 4
"""The first search for the pupil runs on a picture this many times smaller."""
GLINT_LEVEL = 220
"""Grey values above this are reflections of the lamp."""
GLINT_GROWTH = 2
"""Reflections are grown by this, px."""
LID_RISE = 6.0
"""Least step of brightness along a lid's edge, grey levels."""

# --- iris code --------------------------------------------------------------------------------------------
CODE_ROWS, CODE_COLUMNS = 8, 128
"""Places of the code; two phase bits each make 2,048 bits. Part of the stored format."""
ROTATIONS = 8
"""Rotations tried to each side, code columns (2.8 degrees each)."""
COMPARED_BITS = 1000.0
"""Bits that a usual code of real eyes has (CASIA-IrisV1 eyes 001-054: 1,157, MMU2 persons 1-20: 1,051; fewer are
common to two); distances from fewer bits are drawn towards 0.5, from more away from it (Daugman 2007)."""
COMPARED_LEAST = 300
"""Pairs with fewer common bits say nothing: distance 0.5."""

# --- evidence of an iris ----------------------------------------------------------------------------------
IRIS_FREEDOM = 180.0
"""Degrees of freedom of two different irises, by the most alike 1 and 0.1 percent of pairs (the least of 17 distances
is below 0.366 for 0.1 percent of CASIA-IrisV1 eyes 001-054 and below 0.354 of MMU2 persons 1-20, which gives 206 and
174; by the mean distances they would be 206 and 205; Daugman 2004 found 249)."""
IRIS_SAME = (0.22, 0.072)
"""Mean and deviation of the distance of one iris captured twice (MMU2 persons 1-20: 0.221 and 0.072;
CASIA-IrisV1 eyes 001-054: 0.146 and 0.061)."""
IRIS_CHANCE = 0.433
"""Distance of two different irises at the best of 17 rotations, as the degrees of freedom give it."""
IRIS_EVIDENCE_RANGE = (-3.0, 18.0)
"""Least and most that one iris may count, nats."""

# --- search and decision ----------------------------------------------------------------------------------
GALLERY_LEAST = 10_000
"""Thresholds are set as if at least this many people were enrolled, so that a young gallery is not hasty."""
ADJUDICATE_FPIR = 1e-2
"""Share of searches of new people that may show a wrong candidate to the adjudicator (target)."""
DUPLICATE_FPIR = 1e-6
"""Share of searches of new people that may call a wrong candidate a duplicate outright (target)."""
CLOSE_LEAST = 40
"""People compared precisely after the first stage, at least; a gallery of no more is compared whole (chosen)."""
EMPTY_SHARE = 0.5
"""Share of deleted rows at which the gallery packs itself anew."""
MOST_PERSON_BYTES = 64_000
"""Longest person template that is read, bytes (ten full fingers and two irises have under 40,000)."""
