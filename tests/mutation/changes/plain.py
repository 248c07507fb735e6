"""Changes of the conversation line by line."""

from ..change import Change

CHANGES = (
    Change(
        "a-doubled-sign-stays",
        "LIKE_A_COMMAND.fullmatch(word[1:]): return «line.strip()[1:]»",
        "line.strip()",
        "what they wanted to say about :pass stands there with a second colon",
        (
            "tests/plain/test_typed_commands.py::test_a_command_is_typed_as_text_with_its_sign_doubled",
        ),
    ),
    Change(
        "sealed-text-stays-on-the-screen",
        'if isinstance(asked, Ask) and asked.turn.privacy == "sealed": «self._terminal.clear()»',
        "pass",
        "the other reads what was sealed above the next question",
        (
            "tests/plain/test_real_terminal.py::test_a_whole_evening_is_cleared_after_each_sealed_answer",
        ),
    ),
    Change(
        "enter-is-an-answer",
        "«if not line and enter is not None: return enter»",
        "if not line: return enter or 0",
        "an empty line says yes to a clause",
        ("tests/plain/test_nasty_text.py::test_no_odd_line_is_an_answer_to_a_consent",),
    ),
    Change(
        "the-end-of-input-is-a-line",
        '«raise EndOfInput» return line.rstrip("\\r\\n")',
        'return ""',
        "a window that closes answers for them, over and over",
        (
            "tests/plain/test_end_of_input.py::test_the_end_of_input_on_the_first_page_leaves_nothing",
        ),
    ),
    Change(
        "a-refusal-is-not-said",
        "except Refused as refused: «self._terminal.say(refused.sentence)» except Hidden",
        "pass",
        "the same question comes again and nobody says why",
        ("tests/plain/test_paper.py",),
    ),
    Change(
        "hide-says-goodbye",
        'case "hide": self._terminal.clear() «raise Hidden»',
        "raise EndOfInput",
        "after Hide the screen says whose files are where",
        (
            "tests/plain/test_typed_commands.py::test_hide_prints_nothing_more_and_ends_at_once_at_every_ask",
        ),
    ),
    Change(
        "a-sealed-text-is-read-back-unasked",
        "if «sealed and not _is_meant(terminal, you)»:",
        "False",
        "a screen reader says a sealed answer aloud, and the other is in the room",
        ("tests/plain/test_by_ear.py::test_what_is_sealed_is_read_to_nobody_who_does_not_say_yes",),
    ),
    Change(
        "a-pass-drops-a-text-at-once",
        "if «surely and (typed or ends) and self._asked != (command, typed)»:",
        "False",
        "one mistyped word throws a long answer away",
        (
            "tests/plain/test_typed_commands.py::test_a_pass_that_loses_what_was_typed_is_said_twice",
        ),
    ),
    Change(
        "paper-takes-two",
        "if «0 in said»: desk.write_on_paper()",
        "said == [0, 0]",
        "one wants paper, and types sealed on a screen that cannot be cleared",
        (
            "tests/plain/test_real_terminal.py::test_where_nothing_can_be_cleared_what_is_sealed_goes_on_paper",
        ),
    ),
)
