"""One clause of the agreement: in the list, with its history, and with what can be done with it."""

from datetime import date

from workshop.cards.agreement_deeds import (
    Alone,
    ClauseDeed,
    OneClause,
    PutBack,
    ReviewPage,
    SetOut,
)
from workshop.cards.choice import Option
from workshop.cards.clause_events import told
from workshop.cards.deeds import Back, GoTo
from workshop.core.agreement.agreement import Agreement, Clause
from workshop.core.agreement.by_hand import ByHand, changed_by_hand
from workshop.core.agreement.page import paragraphs_of
from workshop.core.agreement.sheet import in_order, is_due, kind_and_owner
from workshop.core.days import in_words
from workshop.core.text import one_line
from workshop.words import _

SHOWN = 50
"""How many characters of a clause stand in the list."""


def whole_page(agreement: Agreement, today: date) -> tuple[str, tuple[str, ...]]:
    """Return the heading of the whole page, and its paragraphs."""
    paragraphs = paragraphs_of(agreement, today)
    title, *whole = ("\n".join(text for _indent, text in one) for one in paragraphs)
    return title, tuple(whole)


def listed(agreement: Agreement, today: date) -> list[Option[GoTo[OneClause]]]:
    """Return the clauses to choose from: what was changed by hand, then what is due, first."""
    by_hand = {one.id: one for one in changed_by_hand(agreement)}
    missing = [one.agreed for one in by_hand.values() if one.now is None and one.agreed]

    clauses = in_order((*agreement.clauses, *missing), today)
    clauses = tuple(sorted(clauses, key=lambda clause: clause.id not in by_hand))
    return [
        Option(GoTo(OneClause(one.id)), _label(one, one.id in by_hand, today))
        for one in clauses
        if one in agreement.shown or one.id in by_hand
    ]


def _label(clause: Clause, by_hand: bool, today: date) -> str:
    text = one_line(clause.text)
    if len(text) > SHOWN:
        text = text[: SHOWN - 1].rstrip() + "…"
    due = _("due") if is_due(clause, today) else ""
    marks = {"in force": due, "paused": _("paused"), "ended": _("ended")}
    mark = _("changed by hand") if by_hand else marks[clause.status]
    kind = kind_and_owner(clause) + (f", {mark}" if mark else "")
    return _("{kind}: {text}").format(kind=kind, text=text)


def page_of(
    agreement: Agreement, id: str, *, both: bool
) -> tuple[str, tuple[str, ...], tuple[Option[ClauseDeed], ...]]:
    """Return the page of one clause: its heading, its paragraphs, and what can be done.

    Args:
        agreement: where it stands.
        id: what revisions call it.
        both: whether what takes two may begin.
    """
    by_hand = next((one for one in changed_by_hand(agreement) if one.id == id), None)
    there = agreement.clause(id)
    clause = there or agreement.agreed(id)
    assert clause is not None
    # In quotation marks, their words are never taken for a heading or a point.
    page = [_("“{text}”").format(text=clause.text)]
    if by_hand:
        page += _marked(by_hand)
    happened = [one for one in agreement.of_clauses if one.clause == id]
    if happened:
        page.append(_("# What happened to it"))
        page += [f"- {told(one)}" for one in happened]
    if clause.review_on and clause.status == "in force":
        day = in_words(clause.review_on)
        page.append(_("To be looked at again on {day}.").format(day=day))
    options: list[Option[ClauseDeed]] = []
    if by_hand and both:
        options += _taken_in(by_hand)
    if there is not None and clause.status != "ended":
        options += _alone(clause)
        options += _together(clause) if both and not by_hand else []
        page.append(_rights(clause, both))
    return kind_and_owner(clause), tuple(page), (*options, Option(Back(), _("Back")))


def _taken_in(by_hand: ByHand) -> list[Option[PutBack | SetOut]]:
    back = _("Take it out again") if by_hand.agreed is None else _("Put back what you agreed")
    options: list[Option[PutBack | SetOut]] = [
        Option(PutBack(by_hand.id), back, surely=_("Put it back, really"))
    ]
    if by_hand.can_be_agreed:
        options.insert(0, Option(SetOut("by hand", by_hand.id), _("Ask both of you about it")))
    return options


def _alone(clause: Clause) -> list[Option[Alone]]:
    end = Option(Alone("ended", clause.id), _("End it"), surely=_("End it, really"))
    pause = Option(Alone("paused", clause.id), _("Pause it"), surely=_("Pause it, really"))
    return [pause, end] if clause.status == "in force" else [end]


def _together(clause: Clause) -> list[Option[SetOut | ReviewPage]]:
    change = SetOut("change", clause.id)
    options: list[Option[SetOut | ReviewPage]] = []
    if clause.status == "paused":
        resume = SetOut("resume", clause.id)
        options.append(Option(resume, _("Take it up again (both of you)")))
    elif clause.owner:
        said = _("Change its words ({owner} writes, both say yes)").format(owner=clause.owner)
        options.append(Option(change, said))
    else:
        options.append(Option(change, _("Change its words (both of you)")))
    if clause.kind != "boundary":
        options.append(Option(ReviewPage(), _("Look at the whole page together")))
    return options


def _rights(clause: Clause, both: bool) -> str:
    if clause.kind == "boundary":
        rights = _(
            "Either of you can take it off the page by ending it here. Only {owner} changes its"
            " words."
        ).format(owner=clause.owner)
    else:
        rights = _(
            "One of you is enough to pause or to end it; no reason is asked. You both hear of it"
            " when you next sit down, without a name. To change its words, or to take up again"
            " what is paused, takes both of you."
        )
    where = _("For that, sit down together, and open this page between two exercises.")
    return rights if both else f"{rights} {where}"


def _marked(by_hand: ByHand) -> list[str]:
    """Return what is said of a clause that was changed by hand."""
    if by_hand.now is None:
        return [_("It was taken out of the file by hand; both of you have not said yes to that.")]
    if by_hand.agreed is None:
        return [_("It was written into the file by hand; both of you have not said yes to it.")]
    lines = [_("It was changed in the file by hand; both of you have not said yes to that.")]
    if by_hand.agreed.text != by_hand.now.text:
        lines.append(_("You both said yes to: “{text}”").format(text=by_hand.agreed.text))
    if by_hand.agreed.status != by_hand.now.status:
        stood = {"in force": _("agreed"), "paused": _("paused"), "ended": _("ended")}
        status = stood[by_hand.agreed.status]
        lines.append(_("How it stood between you: {status}.").format(status=status))
    if by_hand.agreed.review_on != by_hand.now.review_on:
        day = in_words(by_hand.agreed.review_on) if by_hand.agreed.review_on else _("no day")
        lines.append(_("You would have looked at it again on: {day}.").format(day=day))
    if not by_hand.can_be_agreed:
        lines.append(_("What kind it is, whose, and since when is told by what happened to it."))
    return lines
