"""How good the engine is: protocols over labelled pictures, error rates, one report."""
