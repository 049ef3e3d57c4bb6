"""The national identity number (NIK), PP 37/2007 art. 37."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rekam.person.age import age
from rekam.person.sex import Sex
from rekam.problem import Problem

LENGTH = 16
WOMAN_DAY = 40
"""Added to the day of birth of women."""

OLDEST = 125
"""Years; nobody alive is older (the longest proven life is 122 years)."""

_SERIALS = 9_999
_IGNORED = str.maketrans("", "", " .-")


@dataclass(frozen=True, slots=True, order=True)
class Nik:
    """A NIK: six digits of the district of first registration, six of birth and sex, four serial.

    The district is the one at the time of registration: a NIK does not follow a move, and its
    district may not exist any more. The digits may contradict each other or the biodata, since
    registers hold wrong numbers that people have carried for years: `check_nik` says how.

    Attributes:
        digits: The sixteen digits.
    """

    digits: str

    @classmethod
    def parse(cls, text: str) -> "Nik":
        """Reads a NIK; blanks, full stops and hyphens between the digits do not matter.

        Raises:
            Problem: ``person.nik_digits``, ``person.nik_length``.
        """
        digits = text.translate(_IGNORED)
        if digits and not (digits.isascii() and digits.isdigit()):
            raise Problem("person.nik_digits")
        if len(digits) != LENGTH:
            raise Problem("person.nik_length", length=len(digits))
        return cls(digits)

    @classmethod
    def build(cls, region: str, birth: date, sex: str, serial: int) -> "Nik":
        """Makes a NIK.

        Args:
            region: Code of the district, ``150201`` or ``15.02.01``.
            birth: Date of birth.
            sex: ``L`` or ``P``.
            serial: 1-9999.

        Raises:
            Problem: ``person.nik_serial_range``, ``person.sex_unknown``, ``person.nik_length``.
        """
        if not 1 <= serial <= _SERIALS:
            raise Problem("person.nik_serial_range", serial=serial)
        if sex not in {Sex.MAN, Sex.WOMAN}:
            raise Problem("person.sex_unknown")
        day = birth.day + (WOMAN_DAY if sex == Sex.WOMAN else 0)
        return cls.parse(f"{region}{day:02}{birth.month:02}{birth.year % 100:02}{serial:04}")

    @property
    def region(self) -> str:
        """Dotted code of the district of first registration."""
        return f"{self.digits[0:2]}.{self.digits[2:4]}.{self.digits[4:6]}"

    @property
    def sex(self) -> Sex:
        """Sex, from the day of birth."""
        return Sex.WOMAN if int(self.digits[6:8]) > WOMAN_DAY else Sex.MAN

    @property
    def day(self) -> int:
        """Day of birth with the forty of women taken off."""
        day = int(self.digits[6:8])
        return day - WOMAN_DAY if day > WOMAN_DAY else day

    @property
    def month(self) -> int:
        """Month of birth."""
        return int(self.digits[8:10])

    @property
    def short_year(self) -> int:
        """Year of birth without its century."""
        return int(self.digits[10:12])

    @property
    def serial(self) -> int:
        """Number given by the register among those with the same first twelve digits."""
        return int(self.digits[12:])

    def births(self, today: date) -> tuple[date, ...]:
        """The dates of birth this NIK can mean, latest first: two digits leave the century open.

        Empty if no such date exists. Dates after today or longer ago than anybody lives are out.
        """
        found = []
        for century in range(today.year // 100, today.year // 100 - 3, -1):
            try:
                birth = date(century * 100 + self.short_year, self.month, self.day)
            except ValueError:
                continue
            if birth <= today and age(birth, today) <= OLDEST:
                found.append(birth)
        return tuple(found)

    def fits(self, birth: date) -> bool:
        """Whether a date of birth is the one in the NIK, whatever the century."""
        return (birth.day, birth.month, birth.year % 100) == (self.day, self.month, self.short_year)

    def __str__(self) -> str:
        return self.digits


def check_nik(
    text: str,
    *,
    today: date,
    known_region: Callable[[str], bool],
    birth: date | None = None,
    sex: str | None = None,
) -> list[Problem]:
    """Everything that is wrong with a NIK, in itself and against the biodata.

    Args:
        text: As typed.
        today: Day of the check.
        known_region: Whether a dotted region code is or was in force.
        birth: Date of birth of the biodata, if there is one to compare.
        sex: ``L`` or ``P`` of the biodata, likewise.

    Returns:
        Problems ``person.nik_*``; empty if nothing is wrong.
    """
    try:
        nik = Nik.parse(text)
    except Problem as problem:
        return [problem]
    found: list[Problem] = []
    if not known_region(nik.region):
        found.append(Problem("person.nik_region_unknown", region=nik.digits[:6]))
    if not nik.births(today):
        found.append(Problem("person.nik_birth_date_impossible", part=nik.digits[6:12]))
    elif birth is not None and not nik.fits(birth):
        found.append(Problem("person.nik_birth_mismatch"))
    if sex in {Sex.MAN, Sex.WOMAN} and nik.sex != sex:
        found.append(Problem("person.nik_sex_mismatch"))
    if nik.serial == 0:
        found.append(Problem("person.nik_serial_zero"))
    return found
