"""Kills, faults and power cuts, counted: `python -m tests.robustness` gets the figures again."""
