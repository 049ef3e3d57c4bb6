"""The engine behind the OSIA ABIS interface 1.6.0."""
