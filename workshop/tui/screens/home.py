"""Home: this pair's workshops, and what to do next. Draws first, and reads them after."""

from collections.abc import Iterable, Sequence

from textual import events, work
from textual.widget import Widget
from textual.widgets import Static

from workshop.core.days import in_words
from workshop.desk.workshops import Saved, Workshops
from workshop.tui.messages import (
    AgreementWanted,
    HelpLinesWanted,
    QuitWanted,
    ReadingsWanted,
    ResumeWanted,
    SetupWanted,
)
from workshop.tui.screens.room import Room
from workshop.tui.text import literal
from workshop.words import _


class Home(Room):
    """The workshops there are; the empty state says what this is."""

    upright = True

    def __init__(self, workshops: Workshops, saved: Sequence[Saved] | None = None) -> None:
        super().__init__()
        self._workshops, self._saved = workshops, saved
        self.title_line = _("Equal Say")
        self.where_line = in_words(workshops.clock.today())

    def body(self) -> Iterable[Widget]:
        """Return one line that says what to do next, and what is there."""
        if self._saved is None:
            yield Static(literal(_("One moment.")), classes="quiet")
            return
        for trouble in (saved.trouble for saved in self._saved if saved.trouble):
            yield Static(literal(trouble), classes="quiet")
        if self._good:
            yield Static(literal(_("Welcome back. Go on, or begin something new.")), id="prompt")
        else:
            yield Static(literal(_("Exercises for two, about having an equal say.")), id="prompt")
            yield Static(
                literal(
                    _(
                        "You sit side by side and take turns. Most of it is talking.\n"
                        "What you both say yes to stays, in a file of your own.\n"
                        "Stop whenever you want; every turn is saved."
                    )
                ),
                classes="quiet",
            )

    @property
    def _good(self) -> list[Saved]:
        return [saved for saved in self._saved or () if saved.glance is not None]

    def labels(self) -> Sequence[str]:
        """Return what to do."""
        if self._saved is None:
            return ()
        going = [_("Go on: {workshop}").format(workshop=told(saved)) for saved in self._good]
        reading = [_("Agreement: {workshop}").format(workshop=told(saved)) for saved in self._good]
        return (*going, _("Begin"), *reading, _("Readings"), _("Help lines"), _("Quit"))

    def pressed(self, place: int) -> None:
        """Go on, begin, read, or quit."""
        good = self._good
        n = len(good)
        if place < n:
            self.leave(ResumeWanted(good[place].path))
        elif place == n:
            self.leave(SetupWanted())
        elif place <= 2 * n:
            self.leave(AgreementWanted(good[place - n - 1].path))
        elif place == 2 * n + 1:
            self.leave(ReadingsWanted())
        elif place == 2 * n + 2:
            self.leave(HelpLinesWanted())
        else:
            self.leave(QuitWanted())

    def on_screen_resume(self, event: events.ScreenResume) -> None:  # noqa: ARG002  its signature
        """Read the workshops, once the screen is drawn."""
        if self._saved is None:
            self.call_after_refresh(self._read)

    @work(thread=True, exclusive=True)
    def _read(self) -> None:
        saved = list(self._workshops.saved())
        self.app.call_from_thread(self._show, saved)

    def _show(self, saved: list[Saved]) -> None:
        self._saved = saved
        self.call_later(self._draw_again)

    async def _draw_again(self) -> None:
        await self.recompose()
        self.on_mount()


def told(saved: Saved) -> str:
    """Return whose workshop it is, how far, and when it goes on."""
    glance = saved.glance
    assert glance is not None
    left, right = glance.names
    parts = [
        _("{left} and {right}").format(left=left, right=right),
        _("{done} of {of} done").format(done=glance.done, of=glance.of),
    ]
    if glance.half_done:
        parts.append(_("one under way"))
    return f"{', '.join(parts)} ({saved.label})"
