"""One of the two is called otherwise: everywhere in the folder of the workshop, or nowhere.

`workshop.toml` says it first, and what is not done yet. So a stop in between is made good when the
workshop is opened next, and whenever it comes there is one name or the other.
"""

from collections.abc import Iterator
from datetime import date

from workshop.cards.names_told import differing, renamed_words
from workshop.core.agreement.chain import name_of, renamed
from workshop.core.agreement.names_by_hand import with_its_names
from workshop.core.agreement.origin import ByOne
from workshop.core.people import SIDES, Side
from workshop.core.text import same_name
from workshop.desk.documents.open_folder import OpenFolder
from workshop.desk.documents.record import Record
from workshop.desk.read_name import read_name
from workshop.errors import NoAnswer, NotFound, Refused, Unreadable
from workshop.store.workshop import Partner, Renaming
from workshop.words import _


class Names:
    """What the two are called in one workshop. All of it can be done twice.

    Attributes:
        left_out: a sentence for each file that has a former name still, as it could not be read.
    """

    def __init__(self, opened: OpenFolder) -> None:
        self.left_out: tuple[str, ...] = ()
        self._opened = opened
        self._record = Record(opened)

    @property
    def two(self) -> tuple[str, str]:
        """The names, left and right."""
        return self._opened.names

    def partner(self, name: str) -> tuple[Side, str]:
        """Return the side of the partner called `name`, here or in the agreement; as written there.

        Raises:
            NotFound: neither is.
        """
        for names in (self._opened.names, self._in_agreement()):
            for side, called in zip(SIDES, names, strict=True):
                if same_name(called, name):
                    return side, called
        left, right = self._opened.names
        said = _("Neither of the two is called that: they are {left} and {right}.")
        raise NotFound(said.format(left=left, right=right))

    def call(self, side: Side, text: str, today: date) -> str:
        """Call the partner on `side` otherwise, everywhere. Returns the name.

        Raises:
            Refused: it can be no name, or is the one that is there already, or the other's.
            Unreadable: a file cannot be read; nothing was changed.
            NotSaved: it could not be written; what is not done is done at the next opening.
        """
        self.finish(today)
        place = SIDES.index(side)
        now, agreed = self._opened.names[place], self._in_agreement()[place]
        name = read_name(text, taken=self._opened.names[1 - place])
        if name == now == agreed:
            raise Refused(_("{name} is the name already.").format(name=name))
        self._record.look()  # what is wrong with it is told before anything is written
        old = agreed if name == now else now
        partner: Partner = getattr(self._opened.workshop, side)
        was = partner.was or old
        self._opened.change(
            **{
                side: partner.model_copy(update={"name": name, "was": None if was == name else was})
            },
            renaming=Renaming(side=side, old=old),
        )
        self.finish(today)
        return name

    def finish(self, today: date) -> None:
        """Do what is left to do, if a name is not changed everywhere yet. Raises NotSaved."""
        renaming = self._opened.workshop.renaming
        if renaming is None:
            return
        name = self._opened.names[SIDES.index(renaming.side)]
        self._in_what_was_kept(renaming.old, name)
        self._write_down(renaming.side, name, today)
        self._opened.change(renaming=None)

    def _write_down(self, side: Side, name: str, today: date) -> None:
        folder = self._opened.folder
        agreement = folder.agreement()
        if agreement is None:
            return
        mended = with_its_names(agreement, self._names_until(side), self._opened.names)
        if name_of(mended, side) != name:
            origin = str(ByOne(str(len(mended.revisions) + 1)))
            mended = renamed(mended, side, name, origin, today)
        if mended != agreement:
            self._record.save(mended)
        else:
            self._record.note()

    def _names_until(self, side: Side) -> tuple[str, str]:
        """Return the names before the one on `side` was changed."""
        renaming = self._opened.workshop.renaming
        left, right = self._opened.names
        if renaming is None:
            return left, right
        return (renaming.old, right) if side == "left" else (left, renaming.old)

    def _in_what_was_kept(self, old: str, name: str) -> None:
        """Say who wrote what was kept by the name of now; the words stay as they were written.

        Raises:
            NotSaved: it could not be written.
            NoAnswer: it could not be read now; it can be at another time.
        """
        folder, left_out = self._opened.folder, list[str]()
        for run in folder.kept_runs() if old != _("both") else ():
            try:
                kept = folder.kept(run)
            except NoAnswer:
                raise
            except Unreadable as trouble:
                said = _("{trouble} The name that is in it stays as it was.")
                left_out.append(said.format(trouble=trouble.sentence))
                continue
            if kept is None or all(one.who != old for one in kept.answers):
                continue
            answers = tuple(
                one.model_copy(update={"who": name}) if one.who == old else one
                for one in kept.answers
            )
            folder.save_kept(run, kept.model_copy(update={"answers": answers}))
        self.left_out = tuple(left_out)

    def _in_agreement(self) -> tuple[str, str]:
        agreement = self._opened.folder.agreement()
        return self._opened.names if agreement is None else agreement.partners

    # -- what is told of it -------------------------------------------------------------------

    def news(self) -> Iterator[str]:
        """Yield what both are told of their names when an evening opens."""
        for side in SIDES:
            partner: Partner = getattr(self._opened.workshop, side)
            if partner.was is not None:
                yield renamed_words(partner.was, partner.name)
        yield from self.doubts()

    def doubts(self) -> Iterator[str]:
        """Yield where two files call one of the two by two names: changed by hand in one alone.

        Or in all that could be read.
        """
        yield from self.left_out
        if self._opened.workshop.renaming is not None:
            return
        yield from differing(self._opened.names, self._in_agreement())

    @property
    def untold(self) -> tuple[str, str] | None:
        """The names now, where what both are told differs from what they knew; else None."""
        workshop = self._opened.workshop
        known = workshop.left.was is None and workshop.right.was is None
        return None if known else self._opened.names

    def note_told(self, names: tuple[str, str] | None) -> None:
        """Note that both heard that these are their names. Raises NotSaved."""
        told: dict[str, object] = {}
        for side, name in zip(SIDES, names or (), strict=False):
            partner: Partner = getattr(self._opened.workshop, side)
            if partner.was is not None and partner.name == name:
                told[side] = partner.model_copy(update={"was": None})
        if told:
            self._opened.change(**told)
