"""The pages of the centre and the offices."""
