"""Why two people were found alike or not: pictures for an eye that has to decide."""
