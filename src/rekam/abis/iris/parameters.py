"""Every tuned number of finding and coding an iris, with unit and source.

"Tuned" = chosen by looking at CASIA-IrisV1 eyes 001-054 and MMU2 persons 1-20 alone. Lengths are pixels of the
working picture, which is about 320 px wide.
"""

WORKING_WIDTH = 320
"""Pictures are made smaller by a whole number so that they come near this width, px."""
PICTURE_SIGMA = 1.0
"""Smoothing before edges are looked for, px."""
TEXTURE_SIGMA = 0.5
"""Smoothing before the texture is read, px."""
GLINT_OPENING = 13
"""Bright spots narrower than this may be reflections, px (tuned: the lamp's spot is 8 px in MMU2)."""
GLINT_RISE = 40.0
"""They stand out from their surroundings by this, grey levels."""
GLINT_LEVEL = 235.0
"""And are at least this bright, grey levels (tuned: at 190 the bright fibres of an iris were taken for reflections; 220
to 245 are alike)."""
GLINT_GROWTH = 3
"""Reflections are grown by this, px."""
LOG_SCALE, LOG_FLOOR = 80.0, 40.0
"""Edges are measured on LOG_SCALE * log(1 + grey / LOG_FLOOR): dim pictures have the same steps as bright ones
(tuned: MMU2's EER fell from 7.3 to 3.0 %)."""

# --- pupil ------------------------------------------------------------------------------------------------
PUPIL_RADIUS = (7.0, 62.0)
"""Radii looked for, px."""
PUPIL_DARKEST = 30.0
"""The pupil's middle belongs to the darkest part of the picture, percent of its places."""
PUPIL_STEP = 18.0
"""A rise across the edge counts at most this much on each ray, log levels: hair and frames are no better (tuned)."""
PUPIL_ROUGHNESS = 0.03
"""What a log level of mean unevenness inside a disc costs, in shares of rays (tuned)."""
PUPIL_HOPELESS = 0.1
"""Scores of discs below this are not looked for (nearly all pupils of the tuning eyes have 0.56 and more)."""
PUPIL_USUAL = (16.0, 0.6)
"""Discs below this radius, px, are followed up later: their score counts by this share at radius 0 (tuned: frames of
glasses are full of tiny discs)."""
PUPIL_CANDIDATES = 30
"""Discs followed up, best first (tuned: with 6, and 0.35 above, an eye takes a quarter less time, but MMU2's EER is
1.50 % instead of 0.75 %)."""
PUPIL_DARKER = 15.0
"""The iris is brighter than its pupil by at least this, log levels (noise has 7, the dimmest tuning eyes 27)."""
PUPIL_SPAN = 2
"""Pixels averaged on each side of the pupil's edge."""

# --- limbus and choice ------------------------------------------------------------------------------------
LIMBUS_RADIUS = (28.0, 135.0)
"""Radii looked for, px."""
LIMBUS_RATIO = (1.55, 7.0)
"""Radius of the iris by radius of the pupil (ISO/IEC 29794-6: pupil 20-70 % of the iris; tuned)."""
LIMBUS_SHIFT = 0.15
"""Distance of the two centres at most, radii of the iris."""
LIMBUS_APART = 60.0
"""What the squared distance of the two centres, radii of the iris, costs, log levels (tuned: 30 to 80 are alike)."""
LIMBUS_INSIDE = 0.85
"""The pupil reaches at most this far towards the limbus on every side, radii of the iris."""
LIMBUS_STEP = 10.0
"""A rise across the edge counts at most this much on each ray, log levels (tuned)."""
LIMBUS_LEAST = 1.5
"""Least mean of these rises, log levels (tuned: a dull limbus of CASIA-IrisV1 has 2)."""
CAPTURE_LIMBUS = 7.0
"""The same for a new capture, which can be asked for again (drawn eyes: half shut at most 6.9, open 8.6)."""
LIMBUS_SPAN = 4
"""Pixels averaged on each side of the limbus."""
LIMBUS_CANDIDATES = 6
"""Circles from which the limbus is chosen."""
LIMBUS_USUAL = (0.38, 0.1)
"""Radius of the pupil by that of the iris: usual value and deviation (tuning eyes have 0.23-0.55)."""
LIMBUS_SEEN = 1.5
"""A ray with this rise has an edge, log levels."""
LIMBUS_SIGNS = (0.30, 0.22, 0.14, 3.2, 0.26, -0.23, -2.0, -0.038, -0.033, -0.095)
"""What the signs of ``limbus_signs`` count, in their order. Fitted (conditional logit) on the tuning eyes as they are,
blurred, noisy, shaded, with wider and narrower pupils and with duller limbus: of 446 dull eyes of CASIA-IrisV1, none
that the fit had seen, the strongest edge alone missed the limbus by over 15 % in 3, this in none (MMU2: 22, 11 of 227)."""
LIMBUS_WEIGHT = 1.5
"""What the limbus counts beside the pupil when pairs of circles are compared (tuned)."""
EVEN_PUPIL, EVEN_IRIS = 8.0, 12.0
"""Deviations of brightness inside pupil and iris that cost one pupil's edge, log levels (tuned)."""
OUTSIDE_COST = 2.0
"""What an iris wholly outside the picture would cost, pupils' edges."""
CHOICE_SURE = 1.0
"""A pair worth this much is taken at once (tuned: the best disc had the best iris in 368 of 368 tuning eyes, disturbed
ones too; 98 of 100 such pairs are worth more; following up all the others costs a quarter of the time)."""
CHOICE_LEAST = 0.4
"""Least worth of the best pair; shut eyes reach 0.1, open ones at least 0.48 (drawn and tuning eyes)."""

# --- outlines ---------------------------------------------------------------------------------------------
OUTLINE_RAYS = 128
"""Rays along which an outline is followed."""
OUTLINE_STEP = 0.5
"""Distance of samples along a ray, px."""
OUTLINE_SPAN = 4
"""Samples averaged on each side of an outline."""
OUTLINE_BEYOND = 0.15
"""What of a rise beyond a full edge still counts, so that the sharpest of several is followed."""
PUPIL_BAND, LIMBUS_BAND = (0.75, 1.3), (0.85, 1.15)
"""Where the outline may lie, radii of its circle."""
PUPIL_PRIOR, LIMBUS_PRIOR = 0.1, 0.02
"""What a tenth of a radius away from the circle costs, of a full edge (tuned: at 0.04 a pupil under a lid bulges)."""
PUPIL_WAVES, LIMBUS_WAVES = 4, 2
"""Fourier waves of an outline (Daugman 2007 uses 16 and 4 where pictures are twice as wide)."""
PUPIL_STIFFNESS, LIMBUS_STIFFNESS = 0.002, 0.02
"""How strongly the waves are held down, per squared wave number."""
OUTLINE_TRUST = 0.05
"""An edge weaker than this is not seen; there the outline is drawn to the circle."""

# --- rubber sheet and mask --------------------------------------------------------------------------------
ROWS, COLUMNS = 36, 256
"""Samples from pupil to limbus, and around."""
MARGIN = (0.05, 0.97)
"""Part of the way from pupil to limbus that is read."""
BEND = 1.4
"""Rows lie closer near the pupil, where the texture is: their places go with this power (tuned: with even rows 1.06 %
of the CASIA-IrisV1 pairs were wrong, with 1.3 to 1.8 a half of that; MMU2 does not mind up to 1.6)."""
CODED_ROWS = 32
"""Rows that are coded, from the pupil; the rest, 17 % of the way, only shows where lids are (tuned)."""
LID_HANG = 4
"""Rows below the upper lid that are not used: its lashes hang there (tuned)."""
LID_NEAR = 9
"""The upper lid counts as low as it is within so many columns (tuned)."""
UPPER = -0.15
"""Sine of the highest place of the upper lid beside the pupil; y points down."""
FREE_WORTH = 3.0
"""Half a squared deviation up to which a sample is worth keeping (2.4 deviations; tuned)."""
FOREIGN_MOST = 8.0
"""Most that one sample can speak against the iris, half squared deviations."""
LID_STIFFNESS = 1.5
"""What a row's step of the lid between two columns costs, half squared deviations (tuned)."""
SHADE_HELD = 0.5
"""How much a shade from above or below is believed less than one from the side, which both sides show: added to its
weight in the fit, shares (tuned on disturbed tuning eyes: without the shade 1.4-1.9 % of their pairs are missed, with it
0.4 %)."""
SPREAD_LEAST = 4.0
"""Deviation of an iris' brightness is taken as at least this, grey levels."""
LASH_DARK, SPOT_BRIGHT = 3.5, 4.0
"""Samples this many deviations darker or brighter than the iris are lashes or reflections (tuned)."""
USABLE_LEAST = 0.15
"""Least share of the iris that must be free (tuning eyes have 0.5 and more)."""

# --- code -------------------------------------------------------------------------------------------------
WAVELENGTHS = (12.0, 24.0) * 4
"""Centre wavelength of the log-Gabor filter of each code row, columns of the sheet (tuned on the tuning eyes as they
are and disturbed: lids of others, wider and narrower pupils, shade, blur, noise; 16 and 26 miss twice as many)."""
WIDTH = 0.42
"""Ratio of its deviation to its centre frequency (tuned)."""
ROW_SIGMA = 1.6
"""Gaussian across the sheet's rows that make one code row, rows (tuned)."""
FILL_SIGMA = (1.0, 8.0)
"""Masked samples take the mean of their free surroundings within this, rows and columns."""
ROW_FREE = 0.6
"""A place counts where at least this share of its rows' weight is free."""
FRAGILE = 0.2
"""Share of a code's bits, those nearest to zero, that is masked (Hollingsworth 2009; tuned: 0.0 and 0.35 are
worse)."""
