"""Any order of chunks against the real upload server and its files, without a network."""
