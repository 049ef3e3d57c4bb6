"""The engine's galleries on disk: they survive a kill at any moment, and are searched where they lie.

The log of records is the truth of this folder: a change is acknowledged when its record is on the disk. The
columns are made from the templates of the log, are mapped into memory for the search, and can always be made
again; checksums tell which rows need it. The registry stays the truth of the country: from it the whole
folder can be made anew.

Templates lie here unencrypted, since mapped columns are searched as they are: the folder is 0700, its files
0600, and it belongs on an encrypted disk.
"""

from rekam.edge.store.gallery_files.gallery_files import GalleryFiles
from rekam.edge.store.gallery_files.opening import Opening
from rekam.edge.store.gallery_files.stock import FileStock

__all__ = ["FileStock", "GalleryFiles", "Opening"]
