"""The arithmetic of fairness: exact, and checkable by hand. It proposes; the pair decides.

Steps pass `first` as the left argument and turn the result back, so that the workshop mirrors.
"""
