"""One view per kind of answer: what stands between the prompt and the buttons."""
