"""The agreement: its clauses and their chain, how it changes, how it is proved, how it reads."""
