from dataclasses import dataclass
from datetime import date

from rekam.person.biodata import Biodata


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What stands on one KTP-el (Permendagri 74/2015 for the fields, ID-1 for the size).

    Attributes:
        number: Number of this blank card; a replacement has another.
        biodata: The resident's biodata at the time of printing.
        province: ``JAMBI``.
        regency: ``KABUPATEN MERANGIN``.
        district: Name of the kecamatan.
        village: Name of the desa/kelurahan.
        religion: In words.
        marital_status: In words.
        occupation: In words.
        photo: Encoded portrait (JPEG 2000) or ``None`` where none was captured.
        signature: PNG or ``None`` for who cannot sign.
        issued_on: Day of printing.
        issued_at: Place of issue, the regency's name without its kind.
    """

    number: str
    biodata: Biodata
    province: str
    regency: str
    district: str
    village: str
    religion: str
    marital_status: str
    occupation: str
    photo: bytes | None
    signature: bytes | None
    issued_on: date
    issued_at: str

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """Label and value of each printed line, in the order of the card."""
        b = self.biodata
        return (
            ("Nama", b.name.upper()),
            ("Tempat/Tgl Lahir", f"{b.birth_place.upper()}, {b.birth_date:%d-%m-%Y}"),
            ("Jenis Kelamin", "LAKI-LAKI" if b.sex == "L" else "PEREMPUAN"),
            ("Gol. Darah", b.blood_type),
            ("Alamat", b.address.upper()),
            ("   RT/RW", f"{b.rt}/{b.rw}"),
            ("   Kel/Desa", self.village.upper()),
            ("   Kecamatan", self.district.upper()),
            ("Agama", self.religion.upper()),
            ("Status Perkawinan", self.marital_status.upper()),
            ("Pekerjaan", self.occupation.upper()),
            ("Kewarganegaraan", b.nationality),
            ("Berlaku Hingga", "SEUMUR HIDUP" if b.nationality == "WNI" else "SESUAI IZIN TINGGAL"),
        )
