"""A course of turns: what a step is, its replay from entries, and what a pair can do in it."""
