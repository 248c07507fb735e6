"""Changes of what authors are told: where, how much at once, and whether it is what loads."""

from ..change import Change

CHANGES = (
    Change(
        "told-where-it-ends",
        "source.tell(«at», what, mend.format(quotes=quotes",
        "last",
        "an author looks for the open quotes where the text ends, not where it begins",
        ("tests/content/test_sixty_files.py",),
    ),
    Change(
        "one-slip-after-the-other",
        "kept = [problem for problem in «others» if problem.line not in told]",
        "()",
        "an author mends one thing, and hears only then of the next",
        ("tests/content/test_sixty_files.py",),
    ),
    Change(
        "loads-what-check-refuses",
        "if content is None« or wrong»:",
        "",
        "an exercise is done that is called otherwise than its file",
        ("tests/content/test_library.py",),
    ),
    Change(
        "more-ticks-than-things",
        'if self.options is not None and «self.count > size and "count" in self.model_fields_set»:',
        "False",
        "both are asked for more ticks than there are things",
        ("tests/content/test_sixty_files.py",),
    ),
    Change(
        "hard-prompts-pass",
        "if «grade > MOST_GRADE + (SHORT if size[0] < FEWEST_WORDS else 0)»:",
        "False",
        "a prompt that nobody of thirteen can read aloud is read aloud",
        ("tests/content/test_check.py",),
    ),
)
