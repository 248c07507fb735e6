"""Content: the library and what is wrong in files; a package so that test names may repeat."""
