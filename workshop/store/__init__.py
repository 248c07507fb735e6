"""The workshop on disk: saved safely, one writer at a time, left alone when it cannot be read."""
