"""Changes of what is printed: sheets, slips, the sum of a session, and the calendar."""

from ..change import Change

CHANGES = (
    Change(
        "slips-name-whose-doubt",
        "numbers_on_slips(«to_both(self.prompt)», self.seconds)",
        "scene.say(self.prompt, scene.pair.first)",
        "a slip that nobody should know carries the name of one of them",
        ("tests/core/test_on_paper.py",),
    ),
    Change(
        "sealed-on-the-shared-sheet",
        "if isinstance(part, «Unseen»): step = _(",
        "Together",
        "there is no sheet of one's own, so both write where the other looks",
        ("tests/commands/test_paper.py",),
    ),
    Change(
        "paused-with-a-name",
        'holds = one.status == «"in force"»',
        "one.status",
        "the sum of a session names whose clause was paused or ended",
        ("tests/export/test_session_page.py",),
    ),
    Change(
        "labels-in-every-calendar",
        "if «not calendar.with_label» or not dated.label:",
        "False",
        "whoever sees the calendar reads the label of a couple",
        ("tests/export/test_ics.py", "tests/commands/test_export.py"),
    ),
    Change(
        "archived-in-the-calendar",
        "if «not workshop.archived» or context.options.archived:",
        "True",
        "a couple that was put away is in the calendar again",
        ("tests/commands/test_export.py",),
    ),
    Change(
        "an-ended-clause-stays-in-the-calendar",
        "if id «not in now»: event",
        "in ()",
        "a calendar goes on to remind of what has ended",
        ("tests/export/test_ics.py",),
    ),
    Change(
        "notes-for-the-guide-on-every-sheet",
        "if «facilitator»: elements.append(_notes(exercise))",
        "True",
        "what whoever guides reads beforehand is handed to the couple",
        ("tests/commands/test_paper.py",),
    ),
)
