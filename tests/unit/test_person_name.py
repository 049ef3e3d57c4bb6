import pytest

from rekam.person import check_name, doubt_name, name_key, same_name, strip_titles, titles, word_key

FAMILIES = [
    "Muhammad Muhamad Mohammad Mohamad Mochammad Mochamad Muh Moh Mohd. Moch. Muchamad Mukhamad",
    "Ahmad Achmad Akhmad Ahmed Achmat",
    "Rizky Rizki Risky Riski Rizqi Rizkie",
    "Sumiati Sumiyati Soemiati Sumiaty",
    "Slamet Selamet",
    "Supriyanto Suprianto Soeprijanto",
    "Yusuf Jusuf Yusup Yoesoef",
    "Khairul Chairul Hairul Khoirul",
    "Syamsul Samsul Shamsul Sjamsul",
    "Joko Djoko",
    "Cipto Tjipto",
    "Nur Noer Noor Nor",
    "Nurhayati Noerhajati",
    "Aisyah Aisah Aisha",
    "Fatimah Patimah Fatima",
    "Zulkifli Dzulkifli Zulkifly Sulkipli",
    "Ramadhan Ramadan Romadhon",
    "Candra Chandra",
    "Rahmat Rachmat Rakhmat",
    "Taufik Taufiq Tawfiq",
    "Sulaiman Sulayman Soelaiman",
    "Hasan Hassan",
    "Eni Enny Eny",
    "Arief Arif Arip",
    "Dyah Diah",
]

DIFFERENT = "Sumarni Sunarni Sumarti Sunarti Budi Rudi Supardi Supriadi Mulyadi Muryadi Siti Sri Umar Amir Yanto Yanti"


@pytest.mark.parametrize("family", FAMILIES)
def test_the_spellings_of_one_name_have_one_key(family):
    assert len({name_key(one) for one in family.split()}) == 1


def test_different_names_keep_different_keys():
    assert len({name_key(one) for one in DIFFERENT.split()}) == len(DIFFERENT.split())
    assert len({name_key(family.split()[0]) for family in FAMILIES}) == len(FAMILIES)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Muhamad Rizki", "MOHAMMAD RIZKY"),
        ("M. Rizki Ramadhan", "Muhammad Rizky Ramadan"),
        ("Nur Hayati", "Nurhayati"),
        ("Hj. Siti Aminah, S.Pd.I", "Siti Aminah"),
        ("Sri Wahyuningsih", "Sri Wahyuninsih"),
        ("Selamet", "slamet"),
    ],
)
def test_these_may_be_one_name(a, b):
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sumarni", "Sunarni"),
        ("Supardi", "Supriadi"),
        ("Budi", "Rudi"),
        ("M. R.", "Muhammad Rizky"),
        ("Siti Aminah", "Siti Aisyah"),
        ("", ""),
        ("A", "B"),
    ],
)
def test_these_are_two_names(a, b):
    assert not same_name(a, b)
    assert not same_name(b, a)


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("Hj. Siti Aminah, S.Pd.I", "Siti Aminah"),
        ("DR. H. BUDI SANTOSO, SH., MM", "BUDI SANTOSO"),
        ("Prof. Dr. Ir. Bambang, M.Sc., Ph.D", "Bambang"),
        ("Drs. Slamet", "Slamet"),
        ("H.Ahmad S.Kom", "Ahmad"),
        ("Ahmad Yani S. Pd. I", "Ahmad Yani"),
        ("Budi Utomo A.Md.Kep", "Budi Utomo"),
        ("Slamet", "Slamet"),
        ("Ma Ruf", "Ma Ruf"),
        ("H", "H"),
        ("S.Pd", "S.Pd"),
    ],
)
def test_titles_are_taken_off_and_something_remains(name, plain):
    assert strip_titles(name) == plain


def test_the_titles_themselves_are_told():
    assert titles("Hj. Siti Aminah, S.Pd.I") == ("Hj.", "S.Pd.I")
    assert titles("Siti Aminah") == ()
    assert [one.code for one in doubt_name("Drs. Slamet")] == ["person.name_has_title"]
    assert doubt_name("Slamet") == []


def test_one_word_is_a_normal_name():
    assert check_name("Slamet") == []


def test_a_name_given_now_has_two_words_of_letters():
    assert [one.code for one in check_name("Slamet", newly_given=True)] == ["person.new_name_one_word"]
    assert [one.code for one in check_name("Ma'ruf Amin", newly_given=True)] == ["person.new_name_character"]
    assert check_name("Ma'ruf Amin") == []
    assert check_name("Slamet Riyadi", newly_given=True) == []


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "person.name_missing"),
        ("  ", "person.name_missing"),
        ("...", "person.name_missing"),
        ("a" * 61, "person.name_too_long"),
        ("Slamet2", "person.name_character"),
        ("Сламет", "person.name_character"),
        ("<b>Slamet</b>", "person.name_character"),
    ],
)
def test_a_bad_name_is_a_named_problem(name, code):
    assert [one.code for one in check_name(name)] == [code]


def test_sixty_letters_are_still_a_name():
    assert check_name("a" * 60) == []


def test_a_word_key_forgets_accents():
    assert word_key("René") == word_key("Rene")
