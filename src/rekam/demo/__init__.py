"""The whole of Rekam on one laptop: a process tree that stays up, or one that plays the journey and reports."""
