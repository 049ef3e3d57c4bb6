"""People: NIK, names, dates, code lists, biodata and their rules."""

from rekam.person.absence import Absence, AbsenceNote
from rekam.person.age import age, is_default_date, may_be_recorded, obliged
from rekam.person.biodata import Biodata
from rekam.person.check import check_biodata, doubt_biodata
from rekam.person.day import read_date, say_date
from rekam.person.household import Household, Member, check_household
from rekam.person.name import check_name, doubt_name, name_key, same_name, tidy
from rekam.person.nik import Nik, check_nik
from rekam.person.sex import Sex
from rekam.person.spelling import word_key
from rekam.person.title import strip_titles, titles
from rekam.person.token import NameToken

__all__ = [
    "Absence",
    "AbsenceNote",
    "Biodata",
    "Household",
    "Member",
    "NameToken",
    "Nik",
    "Sex",
    "age",
    "check_biodata",
    "check_household",
    "check_name",
    "check_nik",
    "doubt_biodata",
    "doubt_name",
    "is_default_date",
    "may_be_recorded",
    "name_key",
    "obliged",
    "read_date",
    "same_name",
    "say_date",
    "strip_titles",
    "tidy",
    "titles",
    "word_key",
]
