"""One module per group of commands; each takes what it needs and returns an exit code."""
