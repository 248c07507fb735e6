"""Changes of our own that two people would mind, and whether a test notices each."""
