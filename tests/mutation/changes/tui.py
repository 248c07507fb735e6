"""Changes of the screen: what is painted, what a key or a click may do, what is not lost."""

from ..change import Change

CHANGES = (
    Change(
        "a-name-is-markup",
        "return «Content(clean(text))»",
        "Content.from_markup(clean(text))",
        "a bracket in what they wrote vanishes, or ends the program",
        ("tests/tui/test_nasty_text.py::test_what_they_wrote_is_shown_literally",),
    ),
    Change(
        "pressed-twice-acts-twice",
        "if «not self._is_left and self.app.screen is self»: self.pressed(place)",
        "True",
        "a second click on its way answers the next question too",
        (
            "tests/tui/test_by_accident.py::test_a_second_press_that_is_on_its_way_does_nothing_more",
        ),
    ),
    Change(
        "an-early-key-counts",
        "if not readable or event.time < since: «return False»",
        "pass",
        "a key typed ahead opens what is sealed",
        (
            "tests/tui/test_by_accident.py::test_a_click_that_came_before_the_question_chooses_nothing",
        ),
    ),
    Change(
        "the-click-that-raises-the-window",
        "return «self._back_since is None or event.time - self._back_since >= RAISED»",
        "True",
        "to come back to the window says yes to whatever is below the mouse",
        (
            "tests/tui/test_by_accident.py::test_a_click_with_or_soon_after_the_focus_of_the_window_chooses_nothing",
        ),
    ),
    Change(
        "sealed-text-is-copied",
        "if «not self._sealed»: super().action_copy()",
        "True",
        "who sits down next can paste what was sealed",
        (
            "tests/tui/test_sealed.py::test_sealing_leaves_nothing_on_the_screen_nor_in_what_lies_below",
        ),
    ),
    Change(
        "an-enter-that-is-held-chooses-again",
        "if before is not None and event.time - before «<» self.patience:",
        ">",
        "a key that is held ends what was only asked about",
        ("tests/tui/test_lists.py::test_an_enter_that_is_held_chooses_once_and_says_not_really",),
    ),
    Change(
        "thrown-away-at-the-first-press",
        "self.rename(place, surely) «return True»",
        "return False",
        "one press throws away what was typed",
        ("tests/tui/test_throwing_away.py::test_the_first_press_asks_and_the_second_one_does_it",),
    ),
    Change(
        "a-closed-window-loses-the-draft",
        "def _stop(self, code: int) -> None: «self.save_draft()»",
        "pass",
        "the last words before the window closed are gone",
        ("tests/tui/test_drafts_and_ends.py::test_a_half_typed_open_answer_is_there_on_resume",),
    ),
    Change(
        "nothing-covers-after-a-rest",
        "«self.desk.look_away_again()» asked = self.desk.ask()",
        "pass",
        "who wakes the program sees what was typed sealed",
        (
            "tests/tui/test_drafts_and_ends.py::test_after_a_rest_what_is_sealed_is_covered_and_kept",
        ),
    ),
    Change(
        "the-other-side-is-lit",
        'self._look(f"band-{side}" if side «in» self.lit else "band")',
        "not in",
        "the screen says it is the other's turn",
        ("tests/tui/test_who_is_lit.py",),
    ),
    Change(
        "a-refusal-shows-nowhere",
        "self._view is not None else None «self.refuse(refused.sentence, mend)»",
        "pass",
        "a button does nothing, and nobody says why",
        ("tests/tui/test_nasty_text.py::test_a_day_that_cannot_be_is_refused",),
    ),
    Change(
        "a-caseload-stays-behind",
        "«alone.keep_to_one()» pages = [titled(page)",
        "pass",
        "who was opened from a caseload sees all other couples at its end",
        ("tests/tui/test_caseload.py",),
    ),
)
