from enum import Enum


class WrongAnswer(Enum):
    """Ways in which a device can answer wrongly."""

    NONE = "none"
    WRONG_COUNT = "wrong_count"
    """One item fewer than was asked for."""
    WRONG_PLACE = "wrong_place"
    """The first item is labelled as a finger of the other hand, or as the other eye."""
    SAME_FINGER_TWICE = "same_finger_twice"
    """The second item is another impression of the first: no protocol check can see it, only a matcher."""
    SAME_PICTURE_TWICE = "same_picture_twice"
    """The second item is the very record of the first."""
    OTHER_PERSON = "other_person"
    """The first item is another person's: no protocol check can see it, only a matcher."""
    WRONG_TRANSACTION = "wrong_transaction"
    BAD_SIGNATURE = "bad_signature"
    GARBAGE = "garbage"
    """The body is no JSON."""
    DAMAGED_RECORD = "damaged_record"
    """Signed well, but the image record inside is cut short."""
    TIMEOUT = "timeout"
    """No answer, and busy for everyone else, until the setting is changed."""
    HTTP_500 = "http_500"
