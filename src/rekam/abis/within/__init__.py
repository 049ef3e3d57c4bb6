"""Checks within one recording and beside an earlier one: are these ten fingers ten, this person's, in their places."""
