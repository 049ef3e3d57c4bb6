"""A WSQ reader that checks every byte before it believes it.

The format is the FBI's IAFIS-IC-0110 v3.1 (wavelet scalar quantisation). The C decoder in wide use reads past
its buffers on a cut or altered file; what a station sends must never be able to stop a centre, so pictures from
outside are read here, in bounds-checked code. Writing (our own pixels) is left to the ``wsq`` package.
"""

from rekam.biometric.wsq.marker import BrokenWsqError
from rekam.biometric.wsq.picture import read_wsq, wsq_size

__all__ = ["BrokenWsqError", "read_wsq", "wsq_size"]
