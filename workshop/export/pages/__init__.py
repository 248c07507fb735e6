"""Pages to print or to read: their parts as plain values, and how each format shows them."""
