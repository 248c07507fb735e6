"""The agreement, to look at: all of it, one clause with its history, and what can be done with it.

To pause or end a clause one is enough, at once and without a reason; nobody is named. What takes
two (to add, to change, to take up again, a fresh page) begins here, and both are asked.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import get_args

from workshop.cards.choice import Choice, Chosen, Option
from workshop.cards.clause import listed, page_of
from workshop.cards.clause_events import not_kept
from workshop.core.agreement.agreement import ClauseKind
from workshop.core.agreement.by_hand import Terms, terms_of
from workshop.core.agreement.page import paragraphs_of
from workshop.core.agreement.sheet import kind_in_words
from workshop.core.agreement.verify import Altered, code, verify
from workshop.core.evening.page_work import PageWork, What, next_number
from workshop.core.people import Side
from workshop.core.text import one_line
from workshop.desk.copying import place_for, save_copy
from workshop.desk.documents.open_workshop import OpenWorkshop
from workshop.errors import Refused, Trouble
from workshop.export.copy import To
from workshop.words import _

REVIEW = "agreement-review"
"""The exercise in which both look at the page again."""
OWN: tuple[ClauseKind, ...] = ("promise", "responsibility", "boundary")
"""Kinds of clause that are one's own."""
Opening = Callable[[], AbstractContextManager[OpenWorkshop]]
"""Opens the workshop to write in it, for a moment."""


class AgreementPages:
    """Goes from the whole page to a clause, and back the same way.

    Attributes:
        begin: the exercise that they chose to begin, once they did.
        work: what both set out to do on the page, once they did.
    """

    def __init__(
        self, workshop: OpenWorkshop, today: date, opening: Opening, *, both: bool = False
    ) -> None:
        """Show the whole page.

        Args:
            workshop: the workshop, to read.
            today: the day, for what is due.
            opening: opens it to write.
            both: whether both are here, with nothing else under way: what takes two may begin.
        """
        self._workshop, self._today, self._opening, self._both = workshop, today, opening, both
        self._agreement = workshop.agreement.as_it_stands()
        self._order = [option.key for option in listed(self._agreement, today)]
        self._ground_rules = workshop.saved.ground_rules
        self._pages: list[str] = [""]  # "" all of it, else what was chosen on the page before
        self._said = ""
        self.begin: str | None = None
        self.work: PageWork | None = None

    @property
    def over(self) -> bool:
        """Whether they went back from the first page, or began something."""
        return not self._pages or self.begin is not None or self.work is not None

    def choice(self) -> Choice:
        """Return the page they are at."""
        match self._pages[-1].split():
            case []:
                return self._all()
            case ["clauses"]:
                return self._list()
            case ["clause", id]:
                return self._one(id)
            case ["add"]:
                return self._kinds()
            case ["add", kind]:
                return self._owners(kind)
            case ["copies"]:
                return self._copies()
            case ["rules"]:
                return self._rules()
            case ["rule", number]:
                return self._rule(int(number))
            case _:
                return self._code()

    def reply(self, chosen: Chosen) -> None:
        """Go where they chose to go, or do what they chose to do.

        Raises:
            Refused: it could not be done; nothing has changed.
        """
        self._said = ""
        match chosen.key.split():
            case ["back"]:
                self._pages.pop()
            case ["review"]:
                self.begin = REVIEW
            case ["paused" | "ended" | "put-back" | "rule-off" | "html" | "md" | "ics"]:
                self._write(chosen)
            case ["change" | "resume" | "by-hand"]:
                self._set_out(chosen.key)
            case ["add", kind] if kind not in OWN:
                self._begin("add", (Terms.model_validate({"kind": kind}),))
            case ["add", kind, side]:
                self._begin("add", (Terms.model_validate({"kind": kind, "owner": side}),))
            case ["fresh"]:
                verdict = verify(self._agreement)
                trusted = not (isinstance(verdict, Altered) and verdict.breaks_chain)
                clauses = (one for one in self._agreement.clauses if one.status == "in force")
                terms = (terms_of(self._agreement, one.id, trusted=trusted) for one in clauses)
                self._begin("fresh", tuple(terms))
            case _:
                self._pages.append(chosen.key)

    # -- what is done -------------------------------------------------------------------------

    def _write(self, chosen: Chosen) -> None:
        """Do what one is enough for."""
        at = self._pages[-1].removeprefix("clause ")
        try:
            with self._opening() as workshop:
                match chosen.key:
                    case "rule-off":
                        workshop.rules.drop(self._ground_rules[int(at.removeprefix("rule ")) - 1])
                        self._ground_rules = workshop.saved.ground_rules
                        self._pages.pop()
                    case ("paused" | "ended") as event:
                        self._agreement = workshop.agreement.alone(event, at, self._today)
                    case "put-back":
                        self._agreement = workshop.agreement.put_back(at or None)
                        if at and self._agreement.clause(at) is None:
                            self._pages = self._pages[:1]  # it was only written in by hand
                    case ("html" | "md" | "ics") as to:
                        self._said = save_copy(workshop, to, chosen.text, self._today)
        except Trouble as trouble:
            raise Refused(trouble.sentence) from None

    def _set_out(self, key: str) -> None:
        """Begin what takes two, with one clause."""
        id = self._pages[-1].removeprefix("clause ")
        terms = terms_of(self._agreement, id)
        whats: dict[str, What] = {"change": "change", "resume": "resume", "by-hand": "by hand"}
        self._begin(whats[key], (terms,))

    def _begin(self, what: What, terms: tuple[Terms, ...]) -> None:
        number = next_number(self._agreement)
        self.work = PageWork(number=number, on=self._today, what=what, terms=terms)

    # -- the whole page -----------------------------------------------------------------------

    def _all(self) -> Choice:
        agreement = self._agreement
        whole = (
            "\n".join(text for _indent, text in one)
            for one in paragraphs_of(agreement, self._today)
        )
        title, *paragraphs = whole
        if self._ground_rules:
            paragraphs.append(_("# Your rules for talking"))
            paragraphs += [_quoted(rule, point=True) for rule in self._ground_rules]
        verdict = verify(agreement)
        options = [Option("back", _("Back"))]
        if agreement.clauses or agreement.revisions:
            options.append(Option("clauses", _("A clause: its history, and what you can do")))
        if self._ground_rules:
            options.append(Option("rules", _("A rule for talking: take one off")))
        if self._both:
            options.append(Option("add", _("Add something by hand (both of you)")))
        if agreement.clauses:
            options.append(Option("copies", _("A copy to print, or days for a calendar")))
        if agreement.revisions and verdict.holds:
            options.append(Option("code", _("The code, to note")))
        if self._workshop.folder.agreement_was_laid_out:
            paragraphs.insert(1, not_kept())
        if isinstance(verdict, Altered):
            paragraphs.remove(verdict.sentence)  # it is said on top
            paragraphs.insert(1, f"{verdict.sentence} {self._mend(verdict)}")
            if self._both and not verdict.breaks_chain:
                options.append(Option("put-back", _("Put back all that you both said yes to")))
        if self._both and agreement.revisions:
            options.append(Option("fresh", _("A fresh page, with only what is in force")))
        return self._page(title, tuple(paragraphs), tuple(options))

    def _mend(self, verdict: Altered) -> str:
        if verdict.breaks_chain:
            return _("It cannot be put right clause by clause; a fresh page mends it.")
        return _("What is marked counts once both of you said yes to it.")

    def _page(self, title: str, page: tuple[str, ...], options: tuple[Option, ...]) -> Choice:
        lines = (self._said,) if self._said else ()
        return Choice("agreement", title, lines, options, page=page)

    def _list(self) -> Choice:
        # As it was at first: else what was chosen by its number would be another after each choice.
        places = {key: place for place, key in enumerate(self._order)}
        options = listed(self._agreement, self._today)
        options.sort(key=lambda option: places.get(option.key, len(places)))
        return Choice("agreement", _("Which one?"), (), (*options, Option("back", _("Back"))))

    def _one(self, id: str) -> Choice:
        return self._page(*page_of(self._agreement, id, both=self._both))

    # -- rules for talking --------------------------------------------------------------------

    def _rules(self) -> Choice:
        options = [
            Option(f"rule {number}", one_line(rule))
            for number, rule in enumerate(self._ground_rules, start=1)
        ]
        prompt = _("Which one?") if options else _("You have no rules for talking.")
        return Choice("agreement", prompt, (), (*options, Option("back", _("Back"))))

    def _rule(self, number: int) -> Choice:
        rights = _("One of you is enough to take it off; no reason is asked.")
        page = (_quoted(self._ground_rules[number - 1]), rights)
        options = (Option("back", _("Back")), Option("rule-off", _("Take it off")))
        return self._page(_("A rule for talking"), page, options)

    # -- what is added, copied and noted ------------------------------------------------------

    def _kinds(self) -> Choice:
        said: dict[ClauseKind, str] = {
            "agreement": _("Something for both of you"),
            "decision": _("How you decide something"),
            "promise": _("A promise of one of you"),
            "responsibility": _("A responsibility of one of you"),
            "boundary": _("A boundary of one of you"),
        }
        options = [Option(f"add {kind}", said[kind]) for kind in get_args(ClauseKind)]
        lines = (_("Nothing is in force before both of you said yes to the same words."),)
        return Choice(
            "agreement", _("What do you add?"), lines, (*options, Option("back", _("Back")))
        )

    def _owners(self, kind: str) -> Choice:
        sides: tuple[Side, Side] = ("left", "right")
        options = [
            Option(f"add {kind} {side}", name)
            for side, name in zip(sides, self._agreement.partners, strict=True)
        ]
        of_kind = next(each for each in get_args(ClauseKind) if each == kind)
        prompt = _("{kind}: whose is it?").format(kind=kind_in_words(of_kind))
        return Choice("agreement", prompt, (), (*options, Option("back", _("Back"))))

    def _copies(self) -> Choice:
        said: dict[To, str] = {
            "html": _("Save a page to print"),
            "md": _("Save a text to share"),
            "ics": _("Save the days for a calendar, without names or words"),
        }
        options = [Option("back", _("Back"))]
        for to, label in said.items():
            path = place_for(self._workshop, to)
            asks = _("Where: the path of a new file. Left empty, it is {path}").format(path=path)
            options.append(Option(to, label, asks_for=asks))
        hint = _("A copy is a file of yours: it does not change when the page does.")
        return self._page(_("A copy of the agreement"), (hint,), tuple(options))

    def _code(self) -> Choice:
        path = self._workshop.folder.agreement_path
        page = (
            code(self._agreement),
            _("Whoever notes it can see later whether the text was changed:"),
            _("workshop verify FILE CODE"),
            _("FILE is where it lies: {path}").format(path=path),
            _("It cannot show who pressed yes, or that anyone was free to refuse."),
        )
        return self._page(_("Agreement code"), page, (Option("back", _("Back")),))


def _quoted(rule: str, *, point: bool = False) -> str:
    """Return a ground rule in quotation marks: it is never taken for a heading or a point."""
    return (_("- “{rule}”") if point else _("“{rule}”")).format(rule=one_line(rule))
