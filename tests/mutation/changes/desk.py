"""Changes of what is done at the Desk and what cards say: kept, saved, timed, told, named."""

from ..change import Change

CHANGES = (
    Change(
        "others-are-known",
        "if «not self._alone»: return store.saved_in(self.data, wanted)",
        "True",
        "the first page after a session shows a couple who else comes here",
        ("tests/tui/test_apart.py",),
    ),
    Change(
        "a-failed-session-leads-to-others",
        "if self.is_guided(path): «self.keep_to_one()»",
        "pass",
        "a session that cannot be opened leads to a list of everybody else",
        ("tests/tui/test_apart.py",),
    ),
    Change(
        "leaving-is-timed",
        "if self.ended or self._saving.waits: return «self._watch.stop()»",
        "pass",
        "the time they sat before the question how to stop counts as talking",
        ("tests/desk/test_measured.py",),
    ),
    Change(
        "sealed-circles-are-not-kept",
        "for question, points in circles if «points»",
        'points and self.privacy == "open"',
        "both keep the notes, and their circles are not among them",
        ("tests/desk/test_kept_notes.py",),
    ),
    Change(
        "a-boundary-is-repeated",
        'not_agreed=Learned(_("Not written down.")«»)',
        ", with_words=True",
        "the screen confirms a boundary that one of them did not want written",
        ("tests/desk/test_boundaries.py::test_what_is_not_written_down_is_not_repeated",),
    ),
    Change(
        "an-answer-is-not-saved",
        "lambda: self._evening.«keep(after)», self._evening.go_on",
        "hold(after)",
        "a crash takes every answer of the evening",
        ("tests/desk/test_measured.py",),
    ),
    Change(
        "notes-are-kept-unasked",
        'kept_answers(session) «if "notes" in wishes else ()»',
        "",
        "working notes stay though one of them said no",
        ("tests/desk/test_stopping.py",),
    ),
    Change(
        "notes-outlive-the-evening",
        "for run in runs: «folder.drop_notes(run)»",
        "pass",
        "what they said delete to lies in the folder",
        ("tests/desk/test_stopping.py",),
    ),
    Change(
        "thrown-away-stays",
        "«self._opened.folder.drop_notes(run)»",
        "pass",
        "notes that they threw away are still on the disk",
        ("tests/desk/test_stopping.py",),
    ),
    Change(
        "a-rule-comes-back",
        "for one in merged((*before, *off, *agreed.rules)) «if one not in off»",
        "",
        "a rule that one of them took off is there again",
        (
            "tests/desk/test_agreement_pages.py::test_a_rule_that_was_taken_off_stays_off_while_its_exercise_goes_on",
        ),
    ),
    Change(
        "an-ending-is-not-told",
        "told_of(one) for one in of_clauses if «isinstance(origin_of(one.origin), ByOne)»",
        "False",
        "what one of them ended alone is not told when both are here",
        ("tests/desk/test_what_cards_say.py",),
    ),
    Change(
        "the-wrong-name-is-called",
        'prompt = _("{name}\'s turn to type.").format(name=«name»)',
        "you",
        "the screen calls the one whose turn it is not",
        ("tests/desk/test_what_cards_say.py",),
    ),
    Change(
        "enter-decides",
        "enter=«goes_on and not turn.decides»",
        "goes_on",
        "an Enter pressed in a row opens what is sealed",
        ("tests/desk/test_what_cards_say.py",),
    ),
    Change(
        "a-boundary-is-told-again",
        'if «revision.event == "ended" and revision.kind == "boundary"»:',
        "False",
        "a boundary that was taken off the page is read out at the next opening",
        ("tests/desk/test_what_cards_say.py",),
    ),
)
