"""Disks that fail: loop file systems cut off, a file system that forgets, flipped bits, a scan of the whole image."""
