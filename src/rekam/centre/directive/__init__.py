"""Directives, officials and meetings: what people do with them, each act one transaction with its audit line."""
