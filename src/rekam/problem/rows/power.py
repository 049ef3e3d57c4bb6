from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "power.number_wrong": Row(
        "Isian {field} harus bilangan antara 0 dan {most}. Desimal ditulis dengan koma.",
        "The field {field} must be a number between 0 and {most}.",
    ),
    "power.burn_needed": Row(
        "Tuliskan berapa liter genset membakar dalam sejam (biasanya 1,2 sampai 1,8): tanpa itu lama dayanya tidak dapat dihitung.",
        "Write how many litres the generator burns in an hour (usually 1.2 to 1.8): how long it carries cannot be reckoned without it.",
    ),
    "power.times_wrong": Row(
        "Waktu padam harus berupa tanggal dan jam, selesainya sesudah mulainya, tidak di masa depan, dan paling lama {most} hari.",
        "The times of a cut must be dates with hours, the end behind the beginning, not in the future, and at most {most} days.",
    ),
    "power.place_too_wide": Row(
        "Listrik dicatat untuk satu kabupaten/kota atau kecamatan. Pilih wilayahnya dulu.",
        "Power is kept for one kabupaten/kota or kecamatan. Choose the place first.",
    ),
}
