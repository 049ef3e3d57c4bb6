"""Fixed-length finger codes: 512 bits a finger, for the first look at everybody."""
