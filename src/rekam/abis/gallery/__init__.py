"""The enrolled people, packed for search."""
