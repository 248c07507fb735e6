"""Equal Say: a workshop for two partners at one keyboard, about having an equal say."""
