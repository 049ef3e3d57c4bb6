"""Words of made-up names by generation. Common words of many people; nobody's full name.

The ten most frequent of men and women are those of the ministry's ranking (2024), in its order.
"""


def _words(text: str, between: str | None = None) -> tuple[str, ...]:
    return tuple(one.strip() for one in text.split(between) if one.strip())


OLD_MEN = _words(
    """
    Sutrisno Slamet Mulyadi Herman Supardi Ismail Supriyanto Wahyudi Junaidi Suparman Sukardi Suwarno
    Samsudin Abdullah Usman Ibrahim Sulaiman Yusuf Zainuddin Zulkifli Suparno Sugianto Sumarno Sukiman
    Sunardi Suharto Sukarno Sudarmo Sudirman Suyanto Suryadi Supandi Sumardi Sumadi Suroso Sutarno
    Sutopo Sutikno Sugeng Sugiono Tukiman Tukijo Paiman Paijo Ngadiman Ngatman Ponirin Poniman Kasiman
    Kasim Rusli Rusdi Rosidi Ramli Razali Sahrul Syafruddin Syahrudin Bahrudin Burhanuddin Jamaludin
    Kamaludin Nasrudin Nurdin Amirudin Saparudin Saripudin Marzuki Mahmud Mansur Mustafa Mukhtar Muslim
    Muhtar Hasan Husin Hamdan Hamzah Harun Idris Jalil Jafar Kadir Karim Latif Majid Malik Nawawi Rahman
    Rahmat Rohim Sabran Saleh Somad Tarmizi Thamrin Umar Wahid Yahya Zakaria Ahmad Bakar Basri Darwis
    Efendi Fauzi Anwar Azhari Bustami Daud Edi Asmawi Asrul Bujang Pardi Samsul Saidi Tugiman Wagiman
    Yatno
    """
)

OLD_WOMEN = _words(
    """
    Nurhayati Sulastri Sumiati Sumarni Sunarti Ernawati Aminah Kartini Suryani Maryam Rohani Rohana
    Rohaya Rosmini Rosmawati Rosnah Ruminah Rukiah Rusmiati Saidah Saadah Salamah Salmah Samsiah Sarinah
    Saripah Siti Solehah Sukinem Sukiyem Sumiyem Sumirah Sumini Suminah Sunarsih Supiyah Suparmi Suparti
    Supriyati Suratmi Surati Suryati Sutinah Sutini Suwarni Suyati Tukinem Tukiyem Tumini Tuminah
    Wagiyem Wagini Waginem Warsini Warsinah Yatini Yatmi Zainab Zubaidah Zuraida Aisyah Asiah Asmah
    Asmawati Asnah Azizah Badariah Chadijah Dahlia Darmawati Fatimah Habibah Hadijah Hafsah Halimah
    Halimatusakdiah Hamidah Hasnah Hayati Hindun Jamilah Jumiati Jumirah Juriah Kamariah Kasmiati
    Khadijah Latifah Lasmi Lasmini Mariam Mariana Mariani Marlina Marniati Maimunah Masnah Mastura
    Misnah Murni Nafsiah Ngatinah Ngatiyem Nuraini Nurbaiti Nurjanah Nurlela Nurma Nurmala Paini Painem
    Parinah Parti Poniyem Ponirah Rabiah Rahima Rahmawati Ramlah Ratna
    """
)

OLD_FIRST_MEN = _words(
    """
    Muhammad Ahmad Abdul M. A. Mohammad Raden Sayid Datuk Syarif
    """
)

OLD_FIRST_WOMEN = _words(
    """
    Siti Sri Nur Endang Siti Sri Dewi Tri Dwi Sitti
    """
)

OLD_SECOND_WOMEN = _words(
    """
    Aminah Wahyuni Rahayu Hartati Lestari Aisyah Fatimah Maryam Khadijah Hajar Zubaidah Rohani Hasanah
    Mulyani Suryani Sumarni Astuti Handayani Ningsih Wahyuningsih Rohmah Zaleha Rahmah Rukmini Saodah
    Aisah Badriah Kholifah Munawaroh Mutmainah Nurjanah Purwati Susilowati Utami Hidayati
    """
)

MIDDLE_MEN = _words(
    """
    Agus Budi Hendra Andi Joko Eko Dedi Edi Rudi Heri Ahmad Muhammad Bambang Yudi Hadi Indra Rahmat Iwan
    Deni Toni Doni Firman Irwan Iskandar Rizal Hendri Afrizal Syamsul Zainal Nurul Arif Anton Dwi Tri
    Wawan Ujang Asep Sigit Dodi Robi Fahmi Faisal Fadli Hasan Ridwan Roni Saiful Sofyan Taufik Teguh
    Wahyu Yanto Yusuf Zulkarnain Abdul Ade Ali Alfian Amrizal Darmawan Feri Guntur Hafiz
    """
)

MIDDLE_LAST_MEN = _words(
    """
    Setiawan Santoso Saputra Susanto Hidayat Kurniawan Wijaya Prasetyo Nugroho Wibowo Gunawan Irawan
    Hermawan Purnomo Haryanto Suryanto Kusuma Utomo Wahyudi Effendi Firmansyah Rahman Siregar Nasution
    Lubis Harahap Syahputra Ramadhan Syah Maulana Sanjaya Iskandar Arifin Efendi Hasibuan Yulianto
    """
)

MIDDLE_WOMEN = _words(
    """
    Sri Siti Dewi Rina Yuli Ani Eni Ida Lina Nur Ratna Wati Yanti Dian Evi Fitri Desi Maya Mira Nita
    Novi Rika Rini Rosa Santi Sari Susi Tuti Yeni Yuni Ernawati Nurhasanah Marlina Lilis Linda Emi Erna
    Eka Elmi Elvi Hartini Herlina Indah Juliana Kartika Leni Mardiana Melati Nani Nurul Puji Reni Rita
    Rosmala Suryani Titin Umi Wahyuni Winarti Yulia Yusnita Zahara Zuraidah Suci Murni Ely
    """
)

MIDDLE_LAST_WOMEN = _words(
    """
    Wati Lestari Rahayu Handayani Astuti Susanti Wulandari Puspitasari Hartati Fitriani Agustina
    Anggraini Safitri Sari Yanti Kurniasih Oktaviani Novita Damayanti Permatasari Indriani Yuliana
    Marlina Hasanah Aminah Hidayati Utami Suryani Ningsih Mulyani Rahmawati Apriani Maryani Susilawati
    """
)

CHRISTIAN_MEN = _words(
    """
    Yohanes Petrus Paulus Markus Lukas Matius Yosep Daniel David Samuel Simon Andreas Antonius Stefanus
    Agustinus Benyamin Yakub Filipus Robert Johan Martin Jefri Jonathan Kristian Rudolf Hotman Parlin
    """
)

CHRISTIAN_WOMEN = _words(
    """
    Maria Marta Kristina Yohana Theresia Elisabeth Magdalena Ester Debora Ruth Lidia Anna Rosalina
    Veronika Natalia Agnes Monika Rosita Roma Tiurma Rotua Hotmauli Lamria Sondang Melva Clara Angel
    """
)

FAMILY_WORDS = _words(
    """
    Simanjuntak Sitompul Siahaan Sihombing Sinaga Silalahi Situmorang Simbolon Panjaitan Pasaribu
    Hutapea Hutagalung Manurung Nababan Napitupulu Purba Saragih Sitorus Tambunan Tampubolon Ginting
    Sembiring Tarigan Gultom Marbun Lumban Pakpahan Rajagukguk Simamora Aritonang
    """
)

CHINESE_MEN = _words(
    """
    Hendra Budi Andi Kevin Steven Johan Susanto Acai Aseng Aliong Wiliam Edwin Ferry Rudy Tommy
    """
)

CHINESE_WOMEN = _words(
    """
    Lina Meilin Susan Jenny Fenny Lily Melisa Aling Acu Yulia Vivi Erlina Shinta Silvi Cindy
    """
)

CHINESE_LAST = _words(
    """
    Wijaya Halim Tanjaya Lim Tan Salim Gunawan Kusuma Hartono Chandra Lie Wibowo Ong Susilo
    """
)

LATER = _words(
    """
    putri putra sari saputra pratama wati safitri lestari wulandari permata fitriani anggraini hidayat
    ramadhan ramadhani maulana rahmadani kurniawan setiawan nugroho prasetyo wijaya utami rahayu azzahra
    zahra khairunnisa aulia hidayah amelia ningsih astuti yanti santoso hasanah firmansyah syahputra
    """
)
"""Words of the young that stand behind another; the token list tells no places."""

EARLIER = _words(
    """
    muhammad muhamad mohammad mohamad moh muh mochammad mochamad ahmad achmad akhmad siti sri abdul nur
    dewi dwi tri eka agus m raden
    """
)
"""Words of the young that stand before another."""

NOT_NAMES = frozenset(
    _words(
        """
    a al b bin binti c d dan el h i j k l r s st ts
    """
    )
)
"""Tokens that are no word of a name alone."""

STREETS = _words(
    """
    Merdeka|Jenderal Sudirman|Diponegoro|Gatot Subroto|Sultan Thaha|Kartini|Pattimura|Pahlawan|
    Melati|Kenanga|Mawar|Anggrek|Cempaka|Rajawali|Merpati|Kutilang|Pasar Lama|Masjid Raya|
    Pendidikan|Pelita|Harapan|Lintas Sumatera|Kamboja|Flamboyan|Imam Bonjol|Hayam Wuruk|Veteran|
    Abdul Muis
    """,
    "|",
)

HAMLETS = _words(
    """
    Suka Maju|Suka Jaya|Sungai Rambai|Tanjung Harapan|Simpang Tiga|Pasar Lama|Kampung Baru|
    Mekar Sari|Sidodadi|Sidomulyo|Rantau Jaya|Lubuk Beringin|Pulau Tengah|Muara Indah|Bukit Indah|
    Talang Makmur|Karya Bakti|Sumber Rejo|Margo Mulyo|Batu Kerbau|Air Hitam|Renah Sepakat|
    Tebing Tinggi|Seberang|Ujung Tanjung|Koto Tinggi|Payo Lebar|Jati Mulyo|Wono Rejo|Danau Indah
    """,
    "|",
)
