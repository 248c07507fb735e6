"""The agreement, to look at: all of it, one clause with its history, and the end of it by one.

To pause or end a clause one is enough, at once and without a reason; nobody is named. Words are
changed, and what rests is taken up again, where both are asked: in the review.
"""

from collections.abc import Callable
from datetime import date
from typing import Literal

from workshop.core.agreement import Agreement, Clause, Event, Revision
from workshop.core.days import in_words
from workshop.core.page import kind_and_owner, paragraphs_of
from workshop.core.text import one_line
from workshop.desk.choice import Choice, Chosen, Option
from workshop.errors import Refused, Trouble
from workshop.words import _

REVIEW = "agreement-review"
"""The exercise in which both look at the page again."""
SHOWN = 50
"""How many characters of a clause stand in the list."""
Alone = Callable[[Literal["paused", "ended"], str], Agreement]
"""Writes down that one of them pauses or ends a clause, and returns the agreement after it."""


class AgreementPages:
    """Goes from the whole page to a clause, and back the same way.

    Attributes:
        begin: the exercise that they chose to begin, once they did.
    """

    def __init__(
        self, agreement: Agreement, today: date, alone: Alone, *, can_begin: bool = False
    ) -> None:
        """Show the whole page.

        Args:
            agreement: as it stands.
            today: the day, for what is due.
            alone: what writes down that one of them pauses or ends a clause.
            can_begin: whether the review may be begun from here.
        """
        self._agreement, self._today, self._alone = agreement, today, alone
        self._can_begin = can_begin
        self._pages: list[str] = [""]  # "" all of it, "?" the list, else the id of a clause
        self.begin: str | None = None

    @property
    def over(self) -> bool:
        """Whether they went back from the first page, or chose the review."""
        return not self._pages or self.begin is not None

    def choice(self) -> Choice:
        """Return the page they are at."""
        match self._pages[-1]:
            case "":
                return self._all()
            case "?":
                return self._list()
            case id:
                clause = self._agreement.clause(id)
                assert clause is not None
                return self._one(clause)

    def reply(self, chosen: Chosen) -> None:
        """Go where they chose to go, or let one of them pause or end a clause.

        Raises:
            Refused: it could not be written down; nothing has changed.
        """
        match chosen.key.split():
            case ["back"]:
                self._pages.pop()
            case ["clauses"]:
                self._pages.append("?")
            case ["clause", id]:
                self._pages.append(id)
            case ["review"]:
                self.begin = REVIEW
            case [("paused" | "ended") as event]:
                try:
                    self._agreement = self._alone(event, self._pages[-1])
                except Trouble as trouble:
                    raise Refused(trouble.sentence) from None

    def _all(self) -> Choice:
        whole = ("\n".join(text for _indent, text in one) for one in paragraphs_of(self._agreement))
        title, *paragraphs = whole
        options = [Option("back", _("Back"))]
        if self._agreement.clauses:
            options.append(Option("clauses", _("A clause: its history, pause it, end it")))
        return Choice("agreement", title, (), tuple(options), page=tuple(paragraphs))

    def _list(self) -> Choice:
        clauses = sorted(self._agreement.clauses, key=self._order)
        options = [Option(f"clause {one.id}", self._label(one)) for one in clauses]
        return Choice("agreement", _("Which one?"), (), (*options, Option("back", _("Back"))))

    def _order(self, clause: Clause) -> tuple[int, date]:
        place = ("in force", "paused", "ended").index(clause.status)
        return place, clause.review_on or date.max

    def _label(self, clause: Clause) -> str:
        text = one_line(clause.text)
        if len(text) > SHOWN:
            text = text[: SHOWN - 1].rstrip() + "…"
        marks = {"in force": "", "paused": _("paused"), "ended": _("ended")}
        mark = marks[clause.status] or (_("due") if self._is_due(clause) else "")
        kind = kind_and_owner(clause) + (f", {mark}" if mark else "")
        return _("{kind}: {text}").format(kind=kind, text=text)

    def _is_due(self, clause: Clause) -> bool:
        day = clause.review_on
        return clause.status == "in force" and day is not None and day <= self._today

    def _one(self, clause: Clause) -> Choice:
        # In quotation marks, their words are never taken for a heading or a point.
        page = [_("“{text}”").format(text=clause.text), _("# What happened to it")]
        happened = [one for one in self._agreement.revisions if one.clause == clause.id]
        page += [f"- {told(one)}" for one in happened]
        if clause.review_on and clause.status == "in force":
            day = in_words(clause.review_on)
            page.append(_("To be looked at again on {day}.").format(day=day))
        options = [Option("back", _("Back"))]
        if clause.status == "in force":
            options.append(Option("paused", _("Pause it")))
        if clause.status != "ended":
            options.append(Option("ended", _("End it")))
            page.append(_rights(clause))
            if self._can_begin and clause.kind != "boundary":
                options.append(Option("review", _("Look at the whole page together")))
        return Choice("agreement", kind_and_owner(clause), (), tuple(options), page=tuple(page))


def told(revision: Revision) -> str:
    """Return what happened to a clause, in neutral words that name nobody."""
    events: dict[Event, str] = {
        "agreed": _("agreed"),
        "changed": _("in other words: “{text}”"),
        "paused": _("paused"),
        "resumed": _("taken up again"),
        "ended": _("ended"),
        "review": _("looked at again, and kept"),
    }
    if revision.event == "agreed" and revision.kind == "boundary":
        events["agreed"] = _("written down")
    event = events[revision.event].format(text=one_line(revision.text))
    return _("{day}: {event}").format(day=in_words(revision.on), event=event)


def told_of(revision: Revision) -> str:
    """Return what happened, and to which words: for two who hear of it at an opening."""
    if revision.event == "changed":
        return told(revision)
    return _("{told}: “{text}”").format(told=told(revision), text=one_line(revision.text))


def _rights(clause: Clause) -> str:
    if clause.kind == "boundary":
        return _(
            "Either of you takes it off the page by ending it here; it still stands as it was"
            " said. Only {owner} changes its words."
        ).format(owner=clause.owner)
    return _(
        "One of you is enough to pause or to end it; no reason is asked, and nobody is named. To"
        " change its words, or to take up again what is paused, takes both of you."
    )
