"""The pictures that a pair kept, as they look at them again."""

from workshop.cards.choice import Drawn
from workshop.core.days import in_words
from workshop.errors import Unreadable
from workshop.store.documents import Kept, KeptPicture
from workshop.store.folder import Folder


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
