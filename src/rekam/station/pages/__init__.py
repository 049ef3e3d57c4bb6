"""The station's pages: each reads as find, authorise, do, say."""
