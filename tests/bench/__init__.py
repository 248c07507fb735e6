"""How work grows, as ratios of what is counted: no clock, so that it is the same everywhere."""
