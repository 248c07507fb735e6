"""The room, driven as two people would: by keys, on a screen of rows of text."""
