"""Rashomon: one story, every account of it."""
