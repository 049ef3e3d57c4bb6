"""From a received packet to unique, adjudication or a named failure; each stage may run again at any time."""
