"""Every tuned number of the synthetic biometrics, flat, with unit and source.

Sources, by the short names used below:
    HFR: Maltoni, Maio, Jain, Prabhakar, Handbook of Fingerprint Recognition, chapter 6 (synthetic fingerprints;
        the SFinGe method of Cappelli, Maio, Maltoni).
    SM93: Sherlock, Monro, A model for interpreting fingerprint topology, Pattern Recognition 26, 1993.
    VG96: Vizcaya, Gerhardt, A nonlinear orientation model for global description of fingerprints, Pattern
        Recognition 29, 1996.
    CMM01: Cappelli, Maio, Maltoni, Modelling plastic distortion in fingerprint images, ICAPR 2001.
    WCW94: Wilson, Candela, Watson, Neural network fingerprint classification, 1994 (shares of the classes).
    D93: Daugman, High confidence visual recognition of persons, IEEE PAMI 15, 1993 (rubber sheet, sizes).
    SR06: Shah, Ross, Generating synthetic irises by feature agglomeration, ICIP 2006 (fibres, crypts, collarette).
    ZSL07: Zuo, Schmid, Chen, On generation and analysis of synthetic iris images, IEEE TIFS 2, 2007.
    tuned: chosen here so that NFIQ 2 scores and bozorth3 scores fall where live-scan prints fall.
Lengths are pixels at 500 dpi (0.0508 mm) for fingers, pixels of a 640x480 picture for eyes, unless said.
"""

# --- finger: class --------------------------------------------------------------------------------------------
FINGER_CLASS_SHARES = (
    # thumb, index, middle, ring, little: arch, tented arch, radial loop, ulnar loop, whorl (shares, sum 1)
    (0.030, 0.012, 0.010, 0.538, 0.410),
    (0.080, 0.070, 0.170, 0.360, 0.320),
    (0.055, 0.035, 0.025, 0.700, 0.185),
    (0.015, 0.015, 0.010, 0.520, 0.440),
    (0.012, 0.010, 0.005, 0.833, 0.140),
)
"""Shares by finger; their means agree with WCW94 (arch 3.7 %, tented 2.9 %, whorl 27.9 %, loops the rest)."""
CLASS_SHARE_PERSON, CLASS_SHARE_PAIR = 0.30, 0.40
"""Shares of variance of the class that all ten fingers, and the same finger of both hands, have in common; tuned."""

# --- finger: master print -------------------------------------------------------------------------------------
MASTER_WIDTH, MASTER_HEIGHT = 460, 580
"""Skin area that a master covers."""
MASTER_STEP = 2
"""Pixels of 500 dpi a master cell: a ridge period of 9 is still 4.5 cells, over twice Nyquist."""
CORE_Y = 0.42
"""Height of the core in the master, share from the top."""
CORE_SPREAD = 12.0
"""Standard deviation of the core's place."""
LOOP_DELTA_DX, LOOP_DELTA_DY, LOOP_DELTA_SPREAD = 92.0, 128.0, 16.0
"""Delta of a loop beside and below its core; after figures of HFR."""
WHORL_CORES_DY, WHORL_CORES_SPREAD = 44.0, 12.0
"""Distance between the two cores of a whorl."""
WHORL_DELTA_DX, WHORL_DELTA_DY, WHORL_DELTA_SPREAD = 124.0, 112.0, 16.0
TENTED_DELTA_DY, TENTED_DELTA_SPREAD = 84.0, 14.0
ARCH_HEIGHT = (0.55, 0.95)
"""Steepest slope of an arch, radians, least and most; after the arch function of HFR."""
TURN_NODES = 8
"""Nodes of the piecewise linear correction of each singularity's angle (VG96)."""
TURN_SPREAD = 0.08
"""Standard deviation of that correction, radians; tuned."""
LOOP_NARROW = 0.5
"""How much slower the angle grows between a loop's legs (VG96's correction, written as a sine); 0 = SM93, below 1."""
DOME = 0.42
"""Extra slope that lets the ridges follow the finger's tip and sides, radians at the side above the core; tuned."""
FLOW_NOISE, FLOW_NOISE_CELL = 0.06, 110.0
"""Random bending of the flow, radians, and its grain."""
PERIOD_MEAN, PERIOD_SPREAD = 9.1, 0.55
"""Ridge period and its standard deviation between fingers; HFR gives about 9 at 500 dpi."""
PERIOD_NOISE, PERIOD_NOISE_CELL = 0.05, 80.0
"""Local variation of the period (share) and its grain."""
PERIOD_BELOW = 0.12
"""Share by which ridges are wider below the deltas (HFR, 6.4)."""
PERIOD_LEAST, PERIOD_MOST = 6.6, 13.0
ORIENTATION_BINS, PERIOD_BINS = 60, 10
"""Fineness of the filter bank: 3 degrees and about 0.6 pixel."""
FILTER_RADIUS = 7
"""Cells; 1.5 periods of 9 pixels, as in HFR."""
FILTER_SPREAD = 0.43
"""Standard deviation of the filter's envelope in periods (HFR's three-peak rule gives 0.40)."""
GROWTH_SEEDS = 0.004
"""Share of cells that begin as spots; more seeds give more minutiae; tuned."""
GROWTH_STEPS = 16
"""Filter passes until the pattern fills the master; further ones move minutiae a little and change neither their number
nor NFIQ 2 (measured on 12 fingers)."""
GROWTH_GAIN = 2.6
"""Gain before saturation in each pass."""
PORE_SPACING = 9.5
"""Mean distance of sweat pores along a ridge (about 0.48 mm)."""

# --- finger: impression ---------------------------------------------------------------------------------------
FINGER_WIDTH, FINGER_HEIGHT = 400, 500
"""Picture size: 20 x 25 mm, one window of a four-finger scanner."""
CONTACT_HALF_WIDTH, CONTACT_HALF_HEIGHT = 150.0, 205.0
"""Half axes of the contact area at medium pressure; a thumb is wider, a little finger smaller."""
CONTACT_BELOW_CORE = 22.0
"""The contact area reaches further below the core than above."""
CONTACT_POWER = 2.4
"""Exponent of the superellipse of the contact area; 2 is an ellipse."""
FINGER_SIZE = (1.14, 1.0, 1.04, 0.98, 0.85)
"""Contact size relative to the index finger: thumb, index, middle, ring, little; tuned."""
CONTACT_PRESSURE = 0.13
"""Share by which full pressure widens (and the lightest narrows) the contact area."""
CONTACT_EDGE_NOISE, CONTACT_EDGE_CELL = 0.014, 34.0
"""Unevenness of the contact's rim, share of its half axes, and its grain."""
ROTATION_SPREAD, ROTATION_MOST = 5.0, 15.0
"""Degrees: standard deviation and limit of the finger's turn."""
SHIFT_SPREAD_X, SHIFT_SPREAD_Y = 11.0, 16.0
"""Standard deviation of the finger's place on the window."""
ROLL_SPREAD = 12.0
"""Standard deviation of the contact area's place on the finger (the finger rolls and tips a little)."""
PLASTIC_SHIFT, PLASTIC_TURN = 7.0, 2.5
"""Standard deviation of the skin's drag, and of its torsion in degrees (CMM01 uses up to some 20 pixels)."""
PLASTIC_CORE, PLASTIC_BRAKE = 0.33, 1.1
"""Half axes of the part that sticks, as share of the contact area, and the width of the passage (CMM01's k)."""
PRESSURE_MEAN, PRESSURE_SPREAD = 0.5, 0.16
"""0 = light or dry (thin ridges), 1 = heavy or wet (thick ridges)."""
THRESHOLD_RANGE = 0.62
"""Shift of the ridge threshold from the lightest to the heaviest pressure, in ridge amplitudes."""
THRESHOLD_PATCH, THRESHOLD_PATCH_CELL = 0.11, 45.0
"""Unevenness of pressure inside one impression and its grain."""
RIDGE_SHARPNESS = 2.2
"""Slope of ink against ridge height; greater is more like black and white."""
PORE_DEPTH, PORE_RADIUS = 0.55, 0.85
"""How far a pore opens the ridge, and its standard deviation."""
GRAIN, GRAIN_CELL = 0.16, 2.2
"""Unevenness of the ridge surface (share of ridge amplitude) and its grain."""
VALLEY_GREY, RIDGE_GREY, BACKGROUND_GREY = 216.0, 54.0, 254.0
"""Grey values of an optical live-scan window."""
SENSOR_NOISE, SENSOR_BLUR = 3.2, 0.75
"""Standard deviation of the sensor's grey noise and of its blur."""
SCRATCH_DEPTH = 2.4
"""How far the deepest scar lowers the skin, in ridge amplitudes."""
SCRATCHES = 1.6
"""Mean number of scars and creases on a healthy finger."""

# --- finger: roughness of the skin; all tuned on NFIQ 2 ---------------------------------------------------------
ROUGH_HEALTHY, ROUGH_WORN = 0.58, 1.12
"""Roughness at wear 0 (NFIQ 2 near 70) and at wear 1 (a rice farmer at harvest, NFIQ 2 near 20)."""
ROUGH_SPREAD = 0.06
"""Standard deviation between persons, between fingers and between impressions (each half of its variance)."""
ROUGH_DRY = 0.25
"""Shift of the ridge threshold at roughness 1: worn skin is dry skin and touches less."""
ROUGH_FLATTEN = 0.35
"""Share of the ridge height that is gone at roughness 1."""
ROUGH_PATCH, ROUGH_PATCH_CELL = 0.5, 26.0
"""Depth of the bald patches at roughness 1 and their grain."""
ROUGH_GRAIN, ROUGH_GRAIN_CELL = 0.42, 3.6
"""Surface grain at roughness 1 and its size: skin that breaks ridges, not dust."""
WEAR_SCRATCHES = 26.0
"""Additional scars and creases at wear 1."""
SCRATCH_LENGTH = (30.0, 150.0)
SCRATCH_WIDTH = (1.4, 3.6)
"""Least and most length and width of a scar."""

# --- iris: the texture, in polar coordinates -------------------------------------------------------------------
TEXTURE_RINGS, TEXTURE_RAYS = 96, 1024
"""Cells of the texture from pupil to rim and once around."""
FIBRE_WAVES = (16.0, 9.0, 5.0)
"""Width of the radial fibres, cells around, of three layers (SR06, ZSL07)."""
FIBRE_LENGTH = (60.0, 34.0, 16.0)
"""Length of the fibres of each layer, cells outwards."""
FIBRE_WEIGHT = (0.55, 0.75, 0.50)
MOTTLE_CELL, MOTTLE_WEIGHT = 14.0, 0.55
"""Round blotches between the fibres."""
COLLARETTE_AT, COLLARETTE_WAVE = 0.34, 0.055
"""Place of the collarette (0 = pupil, 1 = rim; D93 and SR06 put it at about a third) and its zigzag."""
COLLARETTE_WIDTH, COLLARETTE_HEIGHT = 0.05, 1.1
FURROWS = (2, 5)
"""Least and most number of concentric contraction furrows."""
FURROW_DEPTH = 0.5
CRYPTS = (10, 26)
"""Least and most number of crypts (SR06)."""
CRYPT_DEPTH = 1.5
IRIS_MEAN, IRIS_CONTRAST = 96.0, 17.0
"""Grey of a dark iris in near infrared and the spread of its texture."""
IRIS_MEAN_SPREAD = 8.0

# --- eye: geometry and light -------------------------------------------------------------------------------------
EYE_WIDTH, EYE_HEIGHT = 640, 480
"""Uncropped iris picture of ISO/IEC 19794-6."""
IRIS_RADIUS, IRIS_RADIUS_SPREAD = 112.0, 5.0
"""Pixels; D93 asks for at least 70, enrolment cameras give 100-130."""
EYE_DISTANCE_SPREAD = 4.0
"""Standard deviation of the iris radius between captures: the head is nearer or farther."""
PUPIL_SHARE, PUPIL_SHARE_OWN, PUPIL_SHARE_SPREAD = 0.40, 0.035, 0.035
"""Pupil radius over iris radius: mean, spread between persons, spread between captures (D93: 0.1-0.8)."""
PUPIL_SHARE_LEAST, PUPIL_SHARE_MOST = 0.24, 0.62
PUPIL_OFF = 0.035
"""Standard deviation of the pupil's place off the iris centre, share of the iris radius (D93: nasal, up to 15 %)."""
PUPIL_GREY = 20.0
GAZE_SPREAD = 16.0
"""Standard deviation of the eye's place in the picture."""
HEAD_TURN_SPREAD, HEAD_TURN_MOST = 2.0, 5.0
"""Degrees of head tilt."""
SCLERA_GREY, SKIN_GREY = 172.0, 150.0
LID_HALF_WIDTH = 2.30
"""Half length of the lid opening in iris radii."""
UPPER_LID, UPPER_LID_SPREAD = 0.80, 0.08
"""Height of the upper lid's arch above the iris centre in iris radii: it hides a little of the iris."""
LOWER_LID, LOWER_LID_SPREAD = 0.96, 0.06
LID_CAPTURE_SPREAD = 0.07
LASHES, LASH_LENGTH = (64, 96), (26.0, 60.0)
"""Number of upper lashes and their length in pixels."""
LASH_GREY = 40
UPPER_FOLD = 30.0
"""Distance of the fold above the upper lid."""
GLINT_OFF, GLINT_RADIUS = 16.0, 4.5
"""Distance between the reflections of the two light sources, and their radius."""
EYE_BLUR, EYE_BLUR_SPREAD = 0.9, 0.25
EYE_NOISE = 3.0
"""Standard deviation of the camera's grey noise."""

# --- portrait ----------------------------------------------------------------------------------------------------
PORTRAIT_WIDTH, PORTRAIT_HEIGHT = 480, 640
"""Three to four, as the photograph of the card."""
PORTRAIT_ZOOM = 1.18
"""Size of the sitter: crown to chin fills a little over half of the height."""
BACKGROUND_RED, BACKGROUND_BLUE = (196, 30, 38), (38, 84, 172)
"""Odd and even year of birth."""
PORTRAIT_SHIFT, PORTRAIT_TURN = 4.0, 1.2
"""Standard deviation of the sitter's place (pixels) and of the head's tilt (degrees) between captures."""
PORTRAIT_LIGHT, PORTRAIT_NOISE = 0.03, 1.8
"""Standard deviation of brightness (share) and of the grain (grey values)."""
SKIN_LIGHT, SKIN_DARK = (240, 203, 168), (150, 100, 70)
HAIR_BLACK, HAIR_GREY = (30, 24, 23), (206, 204, 200)
GREY_HAIR_AGE = 46
"""Years at which grey begins to show."""
HEADSCARF_SHARE = 0.65
"""Share of women drawn with a headscarf when the caller does not say; tuned to look like a village."""
MOUSTACHE_SHARE = 0.35
CLOTHES = (
    (236, 236, 232),
    (74, 96, 128),
    (120, 82, 62),
    (62, 108, 92),
    (164, 132, 92),
    (96, 72, 110),
    (52, 56, 66),
)
SCARVES = (
    (232, 224, 208),
    (92, 112, 150),
    (146, 96, 104),
    (58, 92, 84),
    (196, 164, 128),
    (60, 58, 70),
    (176, 140, 168),
)

# --- signature ---------------------------------------------------------------------------------------------------
SIGNATURE_WIDTH, SIGNATURE_HEIGHT = 600, 200
SIGNATURE_MARGIN = 0.08
"""Share of the picture left free on each side."""
PEN_WIDTH = (2.2, 4.6)
"""Width of a fast and of a slow stroke."""

# --- degrading -----------------------------------------------------------------------------------------------------
DEGRADE_BLUR = 3.2
"""Standard deviation of the blur at quality 0."""
DEGRADE_FADE = 0.65
"""Share of the contrast that is gone at quality 0."""
DEGRADE_NOISE = 12.0
"""Standard deviation of the grey noise at quality 0."""
