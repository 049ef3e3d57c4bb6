"""Published statements: entered with their source, recomputed, compared with each other and with what was counted."""
