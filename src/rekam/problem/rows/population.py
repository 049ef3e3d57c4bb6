from rekam.problem.row import Row

ROWS: dict[str, Row] = {
    "population.bad_scale": Row(
        id="Skala penduduk buatan harus lebih dari 0 dan paling besar {largest}; yang diminta {scale}.",
        en="The scale of the synthetic population is above 0 and at most {largest}; {scale} was asked for.",
    ),
    "population.unknown_regency": Row(
        id="Penduduk buatan hanya ada untuk Provinsi Jambi; {region} bukan kabupaten, kota atau desa di Jambi.",
        en="There is a synthetic population of Jambi only; {region} is no regency, city or village of Jambi.",
        http=404,
    ),
    "population.serials_exhausted": Row(
        id="Nomor urut NIK buatan untuk {region} tidak cukup. Pakai skala yang lebih kecil.",
        en="There are not enough synthetic NIK serials for {region}. Use a smaller scale.",
    ),
    "population.figures_unfit": Row(
        id="Angka cakupan yang diterbitkan tidak dapat dipenuhi bersama: sisa {rest} persen untuk daerah tanpa angka.",
        en="The published coverage figures cannot hold together: {rest} per cent is left for regions without a figure.",
    ),
}
