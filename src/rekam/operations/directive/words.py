"""Plain words for steps and events."""

from collections.abc import Mapping
from types import MappingProxyType

from rekam.operations.directive.event import EventKind
from rekam.operations.directive.step import Step

STEP_WORDS: Mapping[str, str] = MappingProxyType(
    {
        Step.UNSENT.value: "Belum terkirim",
        Step.SENT.value: "Terkirim, belum diakui",
        Step.ACKNOWLEDGED.value: "Diakui, sedang dikerjakan",
        Step.PASSED_ON.value: "Diteruskan ke bawah",
        Step.ANSWERED.value: "Sudah dijawab, menunggu diperiksa",
        Step.REFUSED.value: "Ditolak penerima",
        Step.WARNED.value: "Teguran pertama",
        Step.WARNED_AGAIN.value: "Teguran kedua",
        Step.REPLACEMENT_PROPOSED.value: "Penggantian diusulkan, menunggu Menteri",
        Step.REPLACEMENT_PERMITTED.value: "Penggantian diizinkan Menteri",
        Step.CLOSED.value: "Selesai dengan bukti",
        Step.EXCUSED.value: "Dibebaskan, alasan diterima",
        Step.WITHDRAWN.value: "Dicabut",
    }
)
"""Each step in Indonesian."""

EVENT_WORDS: Mapping[str, str] = MappingProxyType(
    {
        EventKind.ISSUED.value: "Instruksi diberikan",
        EventKind.ACKNOWLEDGED.value: "Diakui penerima",
        EventKind.PASSED_ON.value: "Diteruskan",
        EventKind.REMINDED.value: "Diingatkan",
        EventKind.ANSWERED.value: "Dijawab",
        EventKind.RETURNED.value: "Jawaban dikembalikan",
        EventKind.REFUSED.value: "Ditolak",
        EventKind.EXCUSED.value: "Alasan diterima",
        EventKind.WARNED.value: "Ditegur",
        EventKind.WARNED_AGAIN.value: "Ditegur kedua kali",
        EventKind.REPLACEMENT_PROPOSED.value: "Penggantian pejabat diusulkan",
        EventKind.REPLACEMENT_PERMITTED.value: "Menteri mengizinkan penggantian",
        EventKind.REPLACEMENT_DENIED.value: "Menteri menolak penggantian",
        EventKind.REPLACED.value: "Pejabat diganti",
        EventKind.CLOSED.value: "Ditutup dengan bukti",
        EventKind.WITHDRAWN.value: "Dicabut",
    }
)
"""Each event in Indonesian."""
