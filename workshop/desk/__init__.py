"""The Desk: one open workshop, as both faces see it."""
