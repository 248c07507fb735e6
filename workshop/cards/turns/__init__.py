"""What each kind of turn says: a module for a kind, a function for a card, and what it reveals."""
