from dataclasses import dataclass, field


@dataclass(slots=True)
class Opening:
    """What was found when the files were opened; all zeros after a clean close.

    Attributes:
        replayed: People whose columns were made again because they came after the last checkpoint.
        torn_bytes: Cut off the end of the log: a write that was never acknowledged.
        lost_bytes: In the middle of the log and no record: a disk that does not keep what it is given.
        mended: Rows of each column that were made again because their checksum was wrong or their form is old.
        damaged: References whose record cannot be read; bring them back from the registry.
    """

    replayed: int = 0
    torn_bytes: int = 0
    lost_bytes: int = 0
    mended: dict[str, int] = field(default_factory=dict)
    damaged: list[str] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Whether everybody who was acknowledged is here; else compare with the registry."""
        return not self.lost_bytes and not self.damaged
