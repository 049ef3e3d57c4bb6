"""The engine's galleries on disk under kills."""
