"""Every address of the station; loaded behind the first page, see `rekam.station.app`."""

from starlette.convertors import Convertor, register_url_convertor
from starlette.routing import Route

from rekam.recording import Step
from rekam.station.pages import (
    capture,
    courier,
    day,
    device,
    home,
    outbox,
    queue,
    receipt,
    recover,
    search,
    sign_in,
    visit,
    wizard,
)
from rekam.station.pages.asking import guarded, open_to_all


class StepConvertor(Convertor[Step]):
    """``1`` to ``8`` in an address."""

    regex = "[1-8]"

    def convert(self, value: str) -> Step:
        """The step of a number."""
        return Step(int(value))

    def to_string(self, value: Step) -> str:
        """The number of a step."""
        return str(int(value))


register_url_convertor("step", StepConvertor())

ROUTES = (
    Route("/masuk", open_to_all(sign_in.show_sign_in), methods=["GET"]),
    Route("/masuk", open_to_all(sign_in.do_sign_in), methods=["POST"]),
    Route("/lupa", open_to_all(recover.show_recovery), methods=["GET"]),
    Route("/lupa", open_to_all(recover.do_ask), methods=["POST"]),
    Route("/lupa/jawab", open_to_all(recover.do_answer), methods=["POST"]),
    Route("/lupa/jawab", open_to_all(recover.show_recovery), methods=["GET"]),
    Route("/keluar", guarded(sign_in.do_sign_out), methods=["POST"]),
    Route("/", guarded(home.show_home), methods=["GET"]),
    Route("/lampu", guarded(home.show_lamps, polled=True), methods=["GET"]),
    Route("/alat", guarded(device.show_devices), methods=["GET"]),
    Route("/alat/rusak", guarded(device.do_report), methods=["POST"]),
    Route("/alat/rusak", guarded(device.show_devices), methods=["GET"]),
    Route("/hari-ini", guarded(day.show_today), methods=["GET"]),
    Route("/hari-ini/selesai", guarded(day.show_close), methods=["GET"]),
    Route("/hari-ini/selesai", guarded(day.do_close), methods=["POST"]),
    Route("/antrean", guarded(queue.show_queue), methods=["GET"]),
    Route("/antrean/ambil", guarded(queue.do_take), methods=["POST"]),
    Route("/antrean/panggil", guarded(queue.do_call), methods=["POST"]),
    Route("/antrean/janji", guarded(queue.do_book), methods=["POST"]),
    Route("/antrean/janji/{janji:int}/{tindakan}", guarded(queue.do_appointment), methods=["POST"]),
    Route("/antrean/{nomor:int}/{tindakan}", guarded(queue.do_move), methods=["POST"]),
    Route(
        "/antrean/kantor/{huruf}/{nomor:int}/{tindakan}", guarded(queue.do_move_next_door), methods=["POST"]
    ),
    Route("/antrean/{nomor:int}.pdf", guarded(queue.show_paper), methods=["GET"]),
    Route("/antrean/{act:path}", guarded(queue.show_queue), methods=["GET"]),
    Route("/kunjungan", guarded(visit.show_villages), methods=["GET"]),
    Route("/kunjungan/{desa}", guarded(visit.show_village), methods=["GET"]),
    Route("/kunjungan/{desa}/rencana", guarded(visit.do_plan), methods=["POST"]),
    Route("/kunjungan/{desa}/alasan", guarded(visit.do_note), methods=["POST"]),
    Route("/kunjungan/{desa}/{act:path}", guarded(visit.show_village), methods=["GET"]),
    Route("/cari", guarded(search.show_search), methods=["GET"]),
    Route("/cari", guarded(search.do_search), methods=["POST"]),
    Route("/cari/alasan", guarded(search.do_note), methods=["POST"]),
    Route("/cari/{act:path}", guarded(search.show_search), methods=["GET"]),
    Route("/rekam", guarded(search.do_begin), methods=["POST"]),
    Route("/rekam/{draft}", guarded(wizard.show_draft), methods=["GET"]),
    Route("/rekam/{draft}/hapus", guarded(home.do_cancel), methods=["POST"]),
    Route("/rekam/{draft}/tolak", guarded(wizard.do_refuse), methods=["POST"]),
    Route("/rekam/{draft}/setuju", guarded(wizard.do_seal), methods=["POST"]),
    Route("/rekam/{draft}/betulkan", guarded(wizard.do_correct), methods=["POST"]),
    Route("/rekam/{draft}/tanda-tangan", guarded(capture.do_sign), methods=["POST"]),
    Route("/rekam/{draft}/gambar/{item}", guarded(capture.show_picture, polled=True), methods=["GET"]),
    Route("/rekam/{draft}/batal-kecuali/{item}", guarded(capture.do_lift), methods=["POST"]),
    Route("/rekam/{draft}/buang/{item}", guarded(capture.do_discard), methods=["POST"]),
    Route("/rekam/{draft}/{step:step}", guarded(wizard.show_step), methods=["GET"]),
    Route("/rekam/{draft}/{step:step}/lanjut", guarded(wizard.do_go_on), methods=["POST"]),
    Route("/rekam/{draft}/{step:step}/ambil", guarded(capture.do_capture), methods=["POST"]),
    Route("/rekam/{draft}/{step:step}/kecualikan", guarded(capture.do_except), methods=["POST"]),
    Route("/rekam/{draft}/{step:step}/keadaan", guarded(capture.do_accommodate), methods=["POST"]),
    Route(
        "/rekam/{draft}/{step:step}/pratinjau", guarded(capture.show_preview, polled=True), methods=["GET"]
    ),
    # The address that a page with a problem was sent to, loaded again: back to where it belongs.
    Route("/rekam", guarded(search.show_search), methods=["GET"]),
    Route("/rekam/{draft}/{step:step}/{act:path}", guarded(wizard.show_step), methods=["GET"]),
    Route("/rekam/{draft}/{act:path}", guarded(wizard.show_draft), methods=["GET"]),
    Route("/kotak-keluar/kirim", guarded(outbox.show_outbox), methods=["GET"]),
    Route("/tanda-terima/{kode}", guarded(receipt.show_receipt), methods=["GET"]),
    Route("/tanda-terima/{kode}/{kertas}.pdf", guarded(receipt.show_paper), methods=["GET"]),
    Route("/kurir", guarded(courier.show_courier), methods=["GET"]),
    Route("/kurir/salin", guarded(courier.do_pack), methods=["POST"]),
    Route("/kurir/ambil", guarded(courier.do_take), methods=["POST"]),
    Route("/kurir/titip", guarded(courier.do_meet), methods=["POST"]),
    Route("/kurir/{act:path}", guarded(courier.show_courier), methods=["GET"]),
    Route("/kotak-keluar", guarded(outbox.show_outbox), methods=["GET"]),
    Route("/kotak-keluar/kirim", guarded(outbox.do_send_now), methods=["POST"]),
)
