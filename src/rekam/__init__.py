"""Rekam records people for Indonesia's electronic identity card and gets a country to 100 %."""
