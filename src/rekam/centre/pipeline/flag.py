"""What a supervisor should look at in a recording: codes of problems, also names of an event's details."""

SAME_FINGER = "abis.same_finger_twice"
"""One finger at two places of the recording."""
SHARED_FINGER = "abis.finger_of_another"
"""A finger that another recording of the same operator has too."""
FLAGS = (SAME_FINGER, SHARED_FINGER)
