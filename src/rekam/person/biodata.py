from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Biodata:
    """What the register says about one resident (Permendagri 109/2019, form F-1.01, reduced).

    Codes are those of ``kode_referensi.csv``. A name is one string: one word is normal.

    Attributes:
        nik: 16 digits.
        kk: Number of the family card, 16 digits.
        name: 1-60 characters.
        sex: ``L`` (man) or ``P`` (woman).
        birth_place: As written on the birth certificate.
        birth_date: Date of birth.
        blood_type: A, B, AB, O or ``-``.
        address: Street or hamlet.
        rt: Neighbourhood number, ``001``-``999``.
        rw: Neighbourhood group number.
        village: Code of the desa/kelurahan, ``15.02.01.2001``.
        religion: Code of list ``agama``.
        marital_status: Code of list ``status_kawin``; 1 = not married.
        occupation: Code of list ``pekerjaan``.
        nationality: ``WNI`` or ``WNA``.
    """

    nik: str
    kk: str
    name: str
    sex: str
    birth_place: str
    birth_date: date
    blood_type: str
    address: str
    rt: str
    rw: str
    village: str
    religion: str
    marital_status: str
    occupation: str
    nationality: str = "WNI"
