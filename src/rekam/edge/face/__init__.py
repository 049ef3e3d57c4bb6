"""Describers of faces: networks whose weights lie in files, so this is an edge and not the pure engine."""
