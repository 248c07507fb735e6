"""Walks through every course, which prove that both are offered the same and that it ends."""
