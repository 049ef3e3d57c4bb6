"""The other stations of the same office: one queue, nobody begun twice, no key shared."""
