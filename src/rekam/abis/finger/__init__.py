"""Fingers: from picture to template, and two templates to their evidence."""
