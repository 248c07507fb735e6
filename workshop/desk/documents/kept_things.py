"""What a pair kept of an exercise that is over: their answers and pictures, to look at again."""

from collections.abc import Collection

from workshop.cards.choice import Drawn
from workshop.core.course.session import Session
from workshop.core.days import in_words
from workshop.core.turns.reply import Wish
from workshop.desk.documents.open_exercises import exercise_of
from workshop.desk.documents.open_folder import OpenFolder
from workshop.desk.kept_notes import kept_answers, pictures_of
from workshop.errors import Unreadable
from workshop.store.documents import Kept, KeptPicture
from workshop.store.folder import Folder


class KeptThings:
    """What is kept of one workshop's exercises."""

    def __init__(self, opened: OpenFolder) -> None:
        self._opened = opened
        self._has_pictures: bool | None = None

    @property
    def has_pictures(self) -> bool:
        """Whether any picture was kept, or may be in a file that cannot be read."""
        if self._has_pictures is None:
            self._has_pictures = self.pictures() != ((), ())
        return self._has_pictures

    def pictures(self) -> tuple[tuple[Drawn, ...], tuple[str, ...]]:
        """Return the pictures that both kept, and what could not be read."""
        return kept_pictures(self._opened.folder)

    def keep(self, session: Session, wishes: Collection[Wish]) -> None:
        """Keep of a finished exercise what both wish, if there is any. Raises NotSaved."""
        done = self._opened.workshop.done
        finished = next(one for one in done if one.run == session.run)
        answers = kept_answers(session) if "notes" in wishes else ()
        pictures = pictures_of(session) if "picture" in wishes else ()
        if answers or pictures:
            exercise = exercise_of(session)
            kept = Kept(
                exercise=exercise.id,
                title=exercise.title,
                on=finished.on,
                answers=answers,
                pictures=pictures,
            )
            self._opened.folder.save_kept(session.run, kept)
            self._has_pictures = None


def kept_pictures(folder: Folder) -> tuple[tuple[Drawn, ...], tuple[str, ...]]:
    """Return the pictures that both kept, and a sentence for each file that could not be read.

    Those of the same things stand together, the oldest first.
    """
    alike: dict[str, list[tuple[Kept, KeptPicture]]] = {}
    unread: list[str] = []
    for run in folder.kept_runs():
        try:
            kept = folder.kept(run)
        except Unreadable as trouble:
            unread.append(trouble.sentence)
            continue
        if kept is None:
            continue
        for one in kept.pictures:
            picture = one.picture
            same = kept.exercise, one.step, picture.axes, [m.item for m in picture.items]
            alike.setdefault(str(same), []).append((kept, one))
    drawn = tuple(
        Drawn(
            title=group[-1][0].title,
            days=tuple(in_words(kept.on) for kept, _one in group),
            pictures=tuple(one.picture for _kept, one in group),
        )
        for group in alike.values()
    )
    return drawn, tuple(unread)
