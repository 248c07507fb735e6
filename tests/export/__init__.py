"""Copies of an agreement, and the texts that try to act in them."""
