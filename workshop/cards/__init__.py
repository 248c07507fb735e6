"""What is said: cards by kind of turn, reveals, consents, choices; the same in both faces."""
