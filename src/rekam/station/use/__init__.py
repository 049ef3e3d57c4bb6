"""What a person can do at a station, one function an act; pages and the scripted operator share them."""
