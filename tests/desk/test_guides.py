"""What goes from choice to choice beside the turns: readings, what to begin, help lines."""

import itertools
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.evening import SHIPPED, MadeUp, StillClock

from workshop.cards.choice import Chosen
from workshop.cards.deeds import Back, GoTo, Within
from workshop.cards.offers import MINUTES, offers
from workshop.cards.sitting import sitting
from workshop.content.library import Library
from workshop.core.exercise import Exercise
from workshop.desk.guides.directories import Countries, Directories, InCountry
from workshop.desk.guides.picker import LookAt, Picker, SayHowLong, Take
from workshop.desk.guides.reader import Looking, OfExercise, OfReading, Reader, Search
from workshop.desk.workshops import Plan
from workshop.errors import Refused
from workshop.paths import builtin_content

A_PLAN = Plan(("ALEX", "SAM"), ())
TODAY = StillClock().today()


def labels(guide: Reader | Picker | Directories) -> list[str]:
    return [option.label for option in guide.choice().options]


def test_every_page_leads_back_the_way_it_was_come_to() -> None:
    reader = Reader(SHIPPED, can_begin=False)
    seen = 0

    def visit(depth: int) -> None:
        nonlocal seen
        seen += 1
        here = reader.choice()
        for option in here.options:
            if isinstance(option.does, GoTo) and option.does.page != Looking() and depth:
                reader.reply(Chosen(option.does))
                visit(depth - 1)
                reader.reply(Chosen(Back()))
                assert reader.choice() == here

    visit(3)

    assert seen > 100
    reader.reply(Chosen(Back()))
    assert reader.over
    assert reader.begin is None


def test_every_exercise_is_linked_from_a_reading_and_leads_back_to_it() -> None:
    for exercise in SHIPPED.exercises():
        assert isinstance(exercise, Exercise)
        reader = Reader(SHIPPED, exercise.id, can_begin=False)
        reader.reply(Chosen(GoTo(OfExercise(exercise.id))))

        readings = [option.does for option in reader.choice().options][:-1]

        assert readings, exercise.id
        for deed in readings:
            reader.reply(Chosen(deed))
            assert reader.choice().option(GoTo(OfExercise(exercise.id))) is not None
            reader.reply(Chosen(Back()))


@pytest.mark.parametrize("words", ["RESENTMENT", "resent", "memory holiday"])
def test_words_are_found_in_parts_and_in_any_order(words: str) -> None:
    reader = Reader(SHIPPED, can_begin=False)
    reader.reply(Chosen(GoTo(Looking())))

    reader.reply(Chosen(Search(), words))

    assert "Signs: Signs that couples notice" in labels(reader)


def test_what_is_nowhere_is_said_to_be_nowhere_and_braces_are_only_braces() -> None:
    reader = Reader(SHIPPED, can_begin=False)
    reader.reply(Chosen(GoTo(Looking())))

    reader.reply(Chosen(Search(), "{count} [/]"))

    assert reader.choice().prompt.startswith('Nothing here holds "{count} [/]".')
    assert labels(reader) == ["Back"]


def test_nothing_to_look_for_is_refused() -> None:
    reader = Reader(SHIPPED, can_begin=False)
    reader.reply(Chosen(GoTo(Looking())))

    with pytest.raises(Refused, match="Type a word"):
        reader.reply(Chosen(Search(), "  \n"))


def test_ones_own_reading_stands_beside_the_others_and_a_broken_one_does_not_matter(
    tmp_path: Path,
) -> None:
    (tmp_path / "readings").mkdir()
    (tmp_path / "readings" / "ours.md").write_text(
        "# Ours\n<!-- theme: keeping -->\n\nWe *begin* with [thanks](../appreciation.toml).\n"
    )
    (tmp_path / "readings" / "broken.md").write_bytes(b"\xff")
    reader = Reader(Library(builtin_content(), tmp_path), can_begin=False)
    assert "Keeping: Ours" in labels(reader)

    reader.reply(Chosen(GoTo(OfReading("ours"))))

    assert reader.choice().page == ("We begin with “thanks”.",)
    assert labels(reader)[0].startswith("Exercise: Thanks, so that it lands")


def test_a_page_before_you_begin_is_never_ones_own(tmp_path: Path) -> None:
    (tmp_path / "readings").mkdir()
    (tmp_path / "readings" / "before-you-begin.md").write_text("# Other words\n")

    assert Library(builtin_content(), tmp_path).page("before-you-begin") == SHIPPED.page(
        "before-you-begin"
    )


def narrowed(picker: Picker, most: int | None) -> Picker:
    """Say how much time there is. Returns the picker, which shows what fits."""
    picker.reply(Chosen(SayHowLong()))
    picker.reply(Chosen(Within(most)))
    return picker


def test_all_there_is_is_shown_before_anybody_says_how_long_they_have() -> None:
    assert labels(Picker(SHIPPED)) == labels(narrowed(Picker(SHIPPED), None))


@pytest.mark.parametrize("most", MINUTES)
def test_what_is_offered_fits_and_is_there_for_any_time(most: int) -> None:
    found = offers(SHIPPED, sitting(guided=False), most)

    assert found
    for offer in found:
        assert offer.path
        if len(offer.path) == 1:
            assert SHIPPED.exercise(offer.path[0]).minutes + 10 <= most  # to open and to close


def test_more_time_offers_no_less() -> None:
    paths = [
        {offer.path for offer in offers(SHIPPED, sitting(guided=False), most)}
        for most in (*MINUTES, 1000)
    ]

    for less, more in itertools.pairwise(paths):
        assert less <= more


def test_the_picker_takes_what_was_chosen_and_goes_back() -> None:
    picker = narrowed(Picker(SHIPPED), 60)
    picker.reply(Chosen(SayHowLong()))
    picker.reply(Chosen(Back()))
    assert "One exercise, chosen in a moment" not in labels(picker)
    narrowed(picker, None)
    assert "One exercise, chosen in a moment" in labels(picker)

    picker.reply(Chosen(Take(())))

    assert picker.over
    assert picker.planned(A_PLAN) == A_PLAN


@pytest.mark.parametrize("most", [60, 90, None])
def test_a_first_evening_stands_first(most: int | None) -> None:
    picker = narrowed(Picker(SHIPPED), most)

    assert labels(picker)[0].startswith("A first evening")


@pytest.mark.parametrize("most", [20, 60, None])
def test_programmes_come_first_then_exercises_by_theme_each_with_what_it_holds(
    most: int | None,
) -> None:
    picker = narrowed(Picker(SHIPPED), most)

    *offered, _back = picker.choice().options
    heads = list(dict.fromkeys(option.under for option in offered))

    themes = ["Understanding", "Signs", "Origins", "Repair", "Building", "Keeping"]
    expected = ["Programmes", *themes, "Not decided yet"]
    assert heads == [head for head in expected if head in heads]
    assert set(themes) & set(heads)
    assert all(option.line for option in offered)
    assert all(option.details for option in offered if option.under != "Not decided yet")


def test_a_programme_is_read_before_it_is_begun() -> None:
    picker = narrowed(Picker(SHIPPED), 60)
    there = labels(picker)
    picker.reply(Chosen(LookAt("essentials")))
    page = picker.choice()
    assert page.prompt == "The essentials"
    assert page.page == (
        "Hear each other, ask and answer freely, and find room when you want different things.",
        "Evening 1 of 2, 50 minutes: Be heard all the way. Then ask for one thing, and say what"
        " you will do yourself.\n"
        "Say it, hear it; Asking, and saying no",
        "Evening 2 of 2, 36 minutes: What each of you needs to keep, and what can bend.\n"
        "What I need, what can bend",
    )
    picker.reply(Chosen(Back()))
    assert labels(picker) == there
    picker.reply(Chosen(LookAt("essentials")))
    begin, _back = picker.choice().options

    picker.reply(Chosen(begin.does))

    assert picker.planned(A_PLAN) == replace(
        A_PLAN, path=("active-listening", "boundaries", "compromise"), programme="essentials"
    )


def test_a_programme_for_a_guided_hour_comes_first_where_somebody_guides_and_last_elsewhere() -> (
    None
):
    hours = "Eight sessions, with a guide: 8 {} of up", "Fifty minutes, with a guide: 3 {} of up"
    guided, alone = Picker(SHIPPED, guided=True), Picker(SHIPPED)

    assert [label.partition(" to ")[0] for label in labels(guided)[:2]] == [
        hour.format("sessions") for hour in hours
    ]
    courses = [label.partition(" to ")[0] for label in labels(alone) if " of up to " in label]
    assert courses[-2:] == [hour.format("evenings") for hour in hours]
    guided.reply(Chosen(LookAt("eight-sessions")))
    assert guided.choice().page[1].startswith("Session 1 of 8, 50 minutes: ")


def test_with_no_exercise_that_short_there_is_still_a_way_back() -> None:
    picker = narrowed(Picker(MadeUp([])), 20)
    assert labels(picker) == ["Another time than this: Up to 20 minutes", "Back"]
    picker.reply(Chosen(Back()))

    assert picker.over
    assert picker.planned(A_PLAN) is None


def test_help_lines_by_country_name_them_all_and_leave_out_what_is_old() -> None:
    lines = SHIPPED.help_lines()
    guide = Directories(lines, TODAY)
    guide.reply(Chosen(GoTo(Countries())))
    assert labels(guide)[:-1] == sorted(country.name for country in lines.countries)
    guide.reply(Chosen(GoTo(InCountry("Germany"))))
    assert any("116 016" in paragraph for paragraph in guide.choice().page)

    later = Directories(lines, TODAY + timedelta(days=3 * 365))
    later.reply(Chosen(GoTo(Countries())))
    later.reply(Chosen(GoTo(InCountry("Germany"))))

    assert not any("116 016" in paragraph for paragraph in later.choice().page)
    assert any("findahelpline.com" in paragraph for paragraph in later.choice().page)


def test_help_lines_hold_at_least_twelve_countries_and_no_address_that_is_not_one() -> None:
    lines = SHIPPED.help_lines()

    assert len(lines.countries) >= 12
    for service in (
        *lines.directories,
        *(one for country in lines.countries for one in country.services),
    ):
        assert service.url.startswith(("https://", "http://"))
        assert service.checked <= date(2026, 11, 28)
