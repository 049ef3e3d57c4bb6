"""How to see that a resident is made up."""

DECLARATION = (
    "Penduduk buatan: tidak satu pun orang di sini nyata. Nomor urut NIK dan nomor KK selalu 5001-9999. / "
    "Declared synthetic: nobody here is real. NIK and family card serials are always 5001-9999."
)
"""Stands wherever the synthetic population is loaded or shown."""

SERIAL_HOME = (5001, 7999)
"""Serials of residents still registered in their district, shared out among its villages.

The register counts serials from 0001 among people of one district, one day of birth and one sex. It
would reach 5001 only after five thousand of them, so a serial from here on marks a made-up number
and no real person bears it.
"""

SERIAL_MOVED = (8000, 9599)
"""Serials of residents first registered elsewhere: one for each village they live in now."""

SERIAL_TWISTED = (9600, 9999)
"""Serials of second identities and of numbers made wrong on purpose."""


def declared_synthetic(nik: str) -> bool:
    """Whether a NIK or family card number is of the synthetic population."""
    return len(nik) == 16 and nik[12:].isdigit() and int(nik[12:]) >= SERIAL_HOME[0]
