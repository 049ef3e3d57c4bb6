"""The command line by subject; every command imports what it needs when it is called."""
