"""Monthly reports of offices: composed, signed, expected, verified; and figures that come in files."""
