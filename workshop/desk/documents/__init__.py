"""The documents of one open workshop: what is written where, and what is told of it.

Everything here can be done twice without doubling anything, so that a crash between two files is
mended by doing it again.
"""
