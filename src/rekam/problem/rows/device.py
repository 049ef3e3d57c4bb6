from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "device.not_found": Row(
        id="Alat untuk langkah ini tidak ditemukan. Periksa kabel USB dan lampu alat, tunggu 10 detik, lalu tekan Coba "
        "lagi. Bila tetap tidak ada, catat alat sebagai rusak dan lanjutkan dengan pengecualian.",
        en="The device for this step was not found. Check its USB cable and light, wait 10 seconds, then press Try "
        "again. If it stays away, note the device as broken and go on with an exception.",
        http=503,
    ),
    "device.busy": Row(
        id="Alat {device} masih mengambil gambar sebelumnya. Tunggu sampai selesai, lalu tekan Coba lagi.",
        en="Device {device} is still taking the picture before. Wait until it is done, then press Try again.",
        http=503,
    ),
    "device.not_ready": Row(
        id="Alat {device} belum siap. Tunggu 10 detik. Bila tetap begitu, cabut kabel USB, pasang lagi, lalu tekan "
        "Coba lagi.",
        en="Device {device} is not ready. Wait 10 seconds. If nothing changes, unplug its USB cable, plug it in, then "
        "press Try again.",
        http=503,
    ),
    "device.not_registered": Row(
        id="Alat {device} belum didaftarkan oleh pemasoknya. Pakai alat lain dan laporkan nomor alat ini ke kabupaten.",
        en="Device {device} has not been registered by its supplier. Use another one and report its number to the "
        "kabupaten.",
        http=503,
    ),
    "device.broken": Row(
        id="Alat {device} gagal bekerja (kode {number}). Cabut kabel USB, pasang lagi, lalu tekan Coba lagi. Bila gagal "
        "lagi, catat alat sebagai rusak dan lanjutkan dengan pengecualian.",
        en="Device {device} failed (code {number}). Unplug its USB cable, plug it in, then press Try again. If it fails "
        "again, note it as broken and go on with an exception.",
        http=503,
    ),
    "device.tampered": Row(
        id="Alat {device} melaporkan pernah dibuka paksa. Jangan dipakai lagi. Simpan, dan laporkan ke kabupaten.",
        en="Device {device} reports that it was forced open. Do not use it any more. Put it away and report it to the "
        "kabupaten.",
        http=503,
    ),
    "device.timeout": Row(
        id="Alat {device} tidak menjawab dalam {seconds} detik. Tekan Coba lagi. Bila terulang, cabut dan pasang lagi "
        "kabel USB-nya.",
        en="Device {device} did not answer within {seconds} seconds. Press Try again. If it happens again, unplug its "
        "USB cable and plug it in.",
        http=504,
    ),
    "device.connection_lost": Row(
        id="Hubungan ke alat {device} terputus di tengah pengambilan. Tidak ada yang tersimpan. Periksa kabelnya, lalu "
        "ambil ulang.",
        en="The connection to device {device} broke during the capture. Nothing was kept. Check its cable, then capture "
        "again.",
        http=502,
    ),
    "device.service_failed": Row(
        id="Program alat {device} gagal (HTTP {status}). Tutup program alat itu, buka lagi, lalu tekan Coba lagi.",
        en="The program of device {device} failed (HTTP {status}). Close that program, start it again, then press Try "
        "again.",
        http=502,
    ),
    "device.answer_invalid": Row(
        id="Jawaban alat {device} tidak dapat dipakai (bagian {part}). Ambil ulang. Bila terulang, laporkan alatnya.",
        en="The answer of device {device} cannot be used (part {part}). Capture again. If it happens again, report the "
        "device.",
        http=502,
    ),
    "device.signature_bad": Row(
        id="Tanda tangan digital alat {device} tidak cocok; gambarnya bisa saja diubah dan tidak disimpan. Ambil ulang. "
        "Bila terulang, jangan pakai alat itu dan laporkan.",
        en="The digital signature of device {device} does not match; the picture may have been altered and was not "
        "kept. Capture again. If it happens again, stop using the device and report it.",
        http=502,
    ),
    "device.not_trusted": Row(
        id="Alat {device} tidak dikenal di laptop ini. Pakai alat milik stasiun ini, atau minta supervisor "
        "mendaftarkannya.",
        en="Device {device} is not known to this laptop. Use the devices of this station, or ask the supervisor to "
        "enter it.",
        http=502,
    ),
    "device.certificate_expired": Row(
        id="Sertifikat alat {device} tidak berlaku pada tanggal laptop ini. Periksa dulu tanggal dan jam laptop. Bila "
        "sudah benar, laporkan alatnya.",
        en="The certificate of device {device} is not valid on the date of this laptop. First check the laptop's date "
        "and time. If they are right, report the device.",
        http=502,
    ),
    "device.transaction_mismatch": Row(
        id="Alat {device} mengirim jawaban untuk pengambilan lain. Tidak ada yang tersimpan. Ambil ulang.",
        en="Device {device} sent the answer to another capture. Nothing was kept. Capture again.",
        http=502,
    ),
    "device.wrong_finger_count": Row(
        id="Alat melihat {seen} jari, yang diminta {asked}. Letakkan semua jari yang diminta rata di kaca, lalu ambil "
        "ulang. Bila ada jari yang tidak bisa diambil, beri pengecualian untuk jari itu.",
        en="The device saw {seen} fingers, {asked} were asked for. Lay all of them flat on the glass, then capture "
        "again. If a finger cannot be taken, make an exception for it.",
    ),
    "device.wrong_finger": Row(
        id="Alat mengirim jari yang tidak diminta ({place}). Pastikan tangan yang benar di kaca, lalu ambil ulang.",
        en="The device sent a finger that was not asked for ({place}). Make sure the correct hand is on the glass, then "
        "capture again.",
    ),
    "device.wrong_eye_count": Row(
        id="Alat melihat {seen} mata, yang diminta {asked}. Minta warga membuka mata dan melihat lurus ke alat, lalu "
        "ambil ulang. Bila satu mata tidak bisa diambil, beri pengecualian untuk mata itu.",
        en="The device saw {seen} eyes, {asked} were asked for. Ask the resident to open the eyes and look straight "
        "into the device, then capture again. If one eye cannot be taken, make an exception for it.",
    ),
    "device.wrong_eye": Row(
        id="Alat mengirim mata yang tidak diminta ({place}). Periksa apakah alat terbalik, lalu ambil ulang.",
        en="The device sent an eye that was not asked for ({place}). Check whether the device is upside down, then "
        "capture again.",
    ),
    "device.same_picture": Row(
        id="Alat {device} mengirim gambar yang sama untuk dua bagian tubuh. Tidak ada yang tersimpan. Ambil ulang.",
        en="Device {device} sent the same picture for two parts of the body. Nothing was kept. Capture again.",
        http=502,
    ),
    "device.nothing_seen": Row(
        id="Alat {device} tidak melihat apa pun sampai waktunya habis. Bersihkan kaca, atur posisi warga, lalu ambil "
        "ulang.",
        en="Device {device} saw nothing until its time was over. Clean the glass, place the resident again, then "
        "capture again.",
    ),
    "device.upside_down": Row(
        id="Gambar dari alat {device} terbalik. Putar alat atau betulkan arah tangan, lalu ambil ulang.",
        en="The picture from device {device} is upside down. Turn the device or the hand, then capture again.",
    ),
    "device.request_refused": Row(
        id="Alat {device} menolak permintaan (kode {number}: {info}). Tekan Coba lagi. Bila terulang, laporkan kode itu.",
        en="Device {device} refused the request (code {number}: {info}). Press Try again. If it happens again, report "
        "that code.",
        http=502,
    ),
    "device.clock_wrong": Row(
        id="Jam alat {device} berbeda {seconds} detik dari jam laptop. Perekaman tetap memakai jam laptop; periksa dulu "
        "apakah jam laptop benar.",
        en="The clock of device {device} is {seconds} seconds away from the laptop's. Recordings keep the laptop's time; "
        "check that the laptop's clock is right.",
        http=502,
    ),
    "device.port_in_use": Row(
        id="Port {port} sudah dipakai program lain. Tutup program itu, atau pilih port lain antara 4501 dan 4600.",
        en="Port {port} is in use by another program. Close that program, or choose another port from 4501 to 4600.",
        http=503,
    ),
    "device.setting_invalid": Row(
        id="Setelan simulator tidak berlaku: {reason}. Tidak ada yang diubah.",
        en="That setting of the simulator is not valid: {reason}. Nothing was changed.",
    ),
}
