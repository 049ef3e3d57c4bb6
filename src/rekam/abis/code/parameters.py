"""Numbers of the finger codes, with unit and source. All of them are part of the stored format."""

CODE_BITS = 512
"""Length of a finger's code, bits."""
CODE_WORDS = CODE_BITS // 64
"""The same in words of 64 bits."""
PAIR_LENGTHS = (14.0, 28.0, 44.0, 62.0, 84.0, 110.0)
"""Middles of the bins for the distance between two minutiae, px at 500 dpi (about two to twelve ridges)."""
PAIR_REACH = (8.0, 130.0)
"""Pairs nearer than the first are one place read twice, further than the second are bent by the skin, px."""
PAIR_BEARINGS = 10
"""Bins of the direction in which the other minutia lies, seen from the first one's direction, a full turn."""
PAIR_TURNS = 10
"""Bins of the difference between the two directions, a full turn."""
HISTOGRAM = len(PAIR_LENGTHS) * PAIR_BEARINGS * PAIR_TURNS
"""Bins altogether."""
LEARNED_RIDGE = 0.1
"""Share of the mean spread within a finger that is added to every direction before it is inverted, so that 1,800
drawn prints can teach 600 directions (0.03, 0.1 and 1 were tried on FVC2002 DB1-4_B; 0.1 lost least)."""
LEARNED_SEED = 20261122
"""Seed of the turn that spreads the learned directions evenly over the bits."""
CODE_EVIDENCE = (30.3, -4.47)
"""Log-likelihood ratio of a finger by its codes, nats: per unit of (agreeing - differing) / bits, and at 0.
Logistic regression (both classes weighing the same) on all pairs of FVC2002 DB1_B-DB4_B."""
CODE_EVIDENCE_RANGE = (-3.0, 8.0)
"""Least and most that one finger may count in stage one, nats: one spoiled finger must not hide nine good ones."""
