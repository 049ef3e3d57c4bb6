"""What case ``long-cut`` is made of: months without the centre, the catching up, what must be true afterwards."""
