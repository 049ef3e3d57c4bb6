"""Newer programs and rules at the station: looked for, checked, put beside the old ones, taken into use at a start."""
