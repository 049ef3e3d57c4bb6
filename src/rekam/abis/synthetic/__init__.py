"""A declared-synthetic population of codes, as large as wanted, with noise fitted to real scores.

It carries claims of speed, memory and of what the mathematics of a search does at scale; never of accuracy on
people. Every row comes from the seed and its number alone.
"""
