"""The agreement, to look at: all of it, one clause with its history, and what can be done with it.

To pause or end a clause one is enough, at once and without a reason; nobody is named. What takes
two (to add, to change, to take up again, a fresh page) begins here, and both are asked.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from typing import assert_never

from workshop.cards.adding import kinds, owners
from workshop.cards.agreement_deeds import (
    AddClause,
    AgreementDeed,
    AgreementPage,
    Alone,
    CallOtherwise,
    Clauses,
    CodeToNote,
    Copies,
    Kinds,
    Names,
    OneClause,
    OneRule,
    Owners,
    PutBack,
    RenewPage,
    ReviewPage,
    Rules,
    SaveCopy,
    SetOut,
    TakeRuleOff,
    Whole,
)
from workshop.cards.choice import Choice, Option
from workshop.cards.clause import listed, page_of, whole_page
from workshop.cards.clause_events import done_alone, not_kept, put_back
from workshop.cards.deeds import Back, GoTo
from workshop.cards.names import names_page
from workshop.cards.place_told import keeps_nobody_out
from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.by_hand import Terms, terms_of
from workshop.core.agreement.verify import Altered, code, code_of, verify
from workshop.core.evening.page_work import PageWork, What, next_number
from workshop.core.text import one_line
from workshop.desk.copying import place_for, save_copy
from workshop.desk.documents.open_workshop import OpenWorkshop
from workshop.desk.guides.guide import GuideOf
from workshop.errors import Refused, Trouble
from workshop.export.copy import To
from workshop.words import _

REVIEW = "agreement-review"
"""The exercise in which both look at the page again."""
Opening = Callable[[], AbstractContextManager[OpenWorkshop]]
"""Opens the workshop to write in it, for a moment."""


class AgreementPages(GuideOf[AgreementDeed]):
    """Goes from the whole page to a clause, and back the same way.

    Attributes:
        begin: the exercise that they chose to begin, once they did.
        work: what both set out to do on the page, once they did.
    """

    def __init__(
        self,
        workshop: OpenWorkshop,
        today: date,
        opening: Opening,
        *,
        both: bool = False,
        names: bool = True,
        at_the_list: bool = False,
    ) -> None:
        """Show the whole page, or the list of its clauses.

        Args:
            workshop: the workshop, to read.
            today: the day, for what is due.
            opening: opens it to write.
            both: whether both are here, with nothing else under way: what takes two may begin.
            names: whether a name may be changed: not while something that says them is under way.
            at_the_list: whether it begins with the list, where there are clauses.
        """
        self._workshop, self._today, self._opening, self._both = workshop, today, opening, both
        self._may_rename = names
        self._note_names(workshop)
        self._agreement = workshop.agreement.as_it_stands()
        self._order = [option.does for option in listed(self._agreement, today)]
        self._ground_rules = workshop.saved.ground_rules
        self._pages: list[AgreementPage] = [Whole()]
        if at_the_list and self._order:
            self._pages.append(Clauses())
        self._said = ""
        self._told: tuple[str, ...] = ()
        self.begin: str | None = None
        self.work: PageWork | None = None

    @property
    def over(self) -> bool:
        """Whether they went back from the first page, or began something."""
        return not self._pages or self.begin is not None or self.work is not None

    @property
    def code(self) -> str:
        """The agreement code; empty where there is none that vouches for the text."""
        return code_of(self._agreement)

    def choice(self) -> Choice[AgreementDeed]:
        """Return the page they are at, and what is to be known of what was just written."""
        page = self._choice()
        return replace(page, lines=(*self._told, *page.lines)) if self._told else page

    def _choice(self) -> Choice[AgreementDeed]:
        match page := self._pages[-1]:
            case Whole():
                return self._all()
            case Clauses():
                return self._list()
            case OneClause(id=id):
                return self._page(*page_of(self._agreement, id, both=self._both))
            case Kinds():
                return kinds()
            case Owners(kind=kind):
                return owners(kind, self._agreement.partners)
            case Copies():
                return self._copies()
            case Rules():
                return self._rules()
            case OneRule(rule=rule):
                return self._rule(rule)
            case CodeToNote():
                return self._code()
            case Names():
                return self._page(*names_page(self._names, self._agreement, self._doubts))
            case _:
                assert_never(page)

    def _do(self, deed: AgreementDeed, text: str) -> None:
        self._said, self._told = "", ()
        match deed:
            case Back():
                self._pages.pop()
            case GoTo(page=page):
                self._pages.append(page)
            case ReviewPage():
                self.begin = REVIEW
            case Alone() | PutBack() | TakeRuleOff() | SaveCopy() | CallOtherwise():
                self._write(deed, text)
            case SetOut(what=what, clause=clause):
                self._begin(what, (terms_of(self._by_its_names, clause),))
            case AddClause(kind=kind, owner=owner):
                self._begin("add", (Terms(kind=kind, owner=owner),))
            case RenewPage():
                self._begin("fresh", self._in_force())
            case _:
                assert_never(deed)

    def _note_names(self, workshop: OpenWorkshop) -> None:
        """Take the names from `workshop`, which was read last, and what is odd about the page."""
        self._names, self._doubts = workshop.names.two, tuple(workshop.names.doubts())
        self._missed = tuple(workshop.record.doubts())

    # -- what is done -------------------------------------------------------------------------

    def _write(
        self, deed: Alone | PutBack | TakeRuleOff | SaveCopy | CallOtherwise, text: str
    ) -> None:
        """Do what one is enough for."""
        try:
            with self._opening() as workshop:
                match deed:
                    case TakeRuleOff(rule=rule):
                        workshop.rules.drop(rule)
                        self._ground_rules = workshop.saved.ground_rules
                        self._pages.pop()
                    case Alone(event=event, clause=clause):
                        self._agreement = workshop.agreement.alone(event, clause, self._today)
                        self._back_to_the_list(done_alone(event))
                    case PutBack(clause=back):
                        self._agreement = workshop.agreement.put_back(back)
                        if back is not None:
                            self._back_to_the_list(put_back())
                    case CallOtherwise(side=side, name=name):
                        workshop.names.call(side, name or text, self._today)
                        self._agreement = workshop.agreement.as_it_stands()
                        self._note_names(workshop)
                    case SaveCopy(to=to):
                        self._said = save_copy(workshop, to, text, self._today)
                    case _:
                        assert_never(deed)
                if workshop is not self._workshop and not workshop.folder.guarded:
                    self._told = keeps_nobody_out()  # at a Desk it was said before
        except Trouble as trouble:
            raise Refused(trouble.sentence) from None

    def _back_to_the_list(self, said: str) -> None:
        """Go back to where the clause was chosen, and say what was done with it."""
        self._pages.pop()
        self._said = said

    def _in_force(self) -> tuple[Terms, ...]:
        """Return what a fresh page is made of."""
        verdict = verify(self._agreement)
        trusted = not (isinstance(verdict, Altered) and verdict.breaks_chain)
        clauses = (one for one in self._agreement.clauses if one.status == "in force")
        page = self._by_its_names
        return tuple(terms_of(page, one.id, trusted=trusted) for one in clauses)

    @property
    def _by_its_names(self) -> Agreement:
        """The page, with the names that say whose a clause is."""
        return self._workshop.agreement.by_its_names(self._agreement)

    def _begin(self, what: What, terms: tuple[Terms, ...]) -> None:
        number = next_number(self._agreement)
        self.work = PageWork(number=number, on=self._today, what=what, terms=terms)

    # -- the whole page -----------------------------------------------------------------------

    def _all(self) -> Choice[AgreementDeed]:
        agreement = self._agreement
        title, (*paragraphs,) = whole_page(agreement, self._today)
        if self._ground_rules:
            paragraphs.append(_("# Your rules for talking"))
            paragraphs += [_quoted(rule, point=True) for rule in self._ground_rules]
        verdict = verify(agreement)
        options: list[Option[AgreementDeed]] = []
        if agreement.clauses or agreement.revisions:
            options.append(Option(GoTo(Clauses()), _("A clause: its history, and what you can do")))
        if self._ground_rules:
            options.append(Option(GoTo(Rules()), _("A rule for talking: take one off")))
        if self._both:
            options.append(Option(GoTo(Kinds()), _("Add something by hand (both of you)")))
        if self._may_rename:
            options.append(Option(GoTo(Names()), _("Your names: change one")))
        if agreement.clauses:
            options.append(Option(GoTo(Copies()), _("A copy to print, or days for a calendar")))
        if agreement.revisions and verdict.holds:
            options.append(Option(GoTo(CodeToNote()), _("The code, to note")))
        if self._workshop.folder.agreement_was_laid_out:
            paragraphs.insert(1, not_kept())
        paragraphs[1:1] = (*self._missed, *self._doubts)
        if isinstance(verdict, Altered):
            paragraphs.remove(verdict.sentence)  # it is said on top
            paragraphs.insert(1, f"{verdict.sentence} {self._mend(verdict)}")
            if self._both and not verdict.breaks_chain:
                back = _("Put back all that you both said yes to")
                surely = _("Put all of it back, really")
                options.append(Option(PutBack(), back, surely=surely))
        if self._both and agreement.revisions:
            options.append(Option(RenewPage(), _("A fresh page, with only what applies now")))
        return self._page(title, tuple(paragraphs), (*options, Option(Back(), _("Back"))))

    def _mend(self, verdict: Altered) -> str:
        if verdict.breaks_chain:
            return _("It cannot be put right clause by clause; a fresh page mends it.")
        return _("What is marked counts once both of you said yes to it.")

    def _page(
        self, title: str, page: tuple[str, ...], options: tuple[Option[AgreementDeed], ...]
    ) -> Choice[AgreementDeed]:
        lines = (self._said,) if self._said else ()
        return Choice(title, lines, options, page=page)

    def _list(self) -> Choice[AgreementDeed]:
        # As it was at first: else what was chosen by its number would be another after each choice.
        places = {deed: place for place, deed in enumerate(self._order)}
        options = listed(self._agreement, self._today)
        options.sort(key=lambda option: places.get(option.does, len(places)))
        lines = (self._said,) if self._said else ()
        return Choice(_("Which one?"), lines, (*options, Option(Back(), _("Back"))))

    # -- rules for talking --------------------------------------------------------------------

    def _rules(self) -> Choice[AgreementDeed]:
        options = [Option(GoTo(OneRule(rule)), one_line(rule)) for rule in self._ground_rules]
        prompt = _("Which one?") if options else _("You have no rules for talking.")
        return Choice(prompt, (), (*options, Option(Back(), _("Back"))))

    def _rule(self, rule: str) -> Choice[AgreementDeed]:
        rights = _("One of you is enough to take it off; no reason is asked.")
        page = (_quoted(rule), rights)
        off = Option(TakeRuleOff(rule), _("Take it off"), surely=_("Take it off, really"))
        options = (off, Option(Back(), _("Back")))
        return self._page(_("A rule for talking"), page, options)

    # -- what is copied and noted ----------------------------------------------------------------

    def _copies(self) -> Choice[AgreementDeed]:
        said: dict[To, str] = {
            "html": _("Save a page to print"),
            "md": _("Save a text to share"),
            "ics": _("Save the days for a calendar, without names or words"),
        }
        options: list[Option[AgreementDeed]] = []
        for to, label in said.items():
            path = place_for(self._workshop, to)
            asks = _("Where: the path of a new file. Left empty, it is {path}").format(path=path)
            if path is None:
                asks = _("Where: the path of a new file.")
            options.append(Option(SaveCopy(to), label, asks_for=asks))
        hint = _("A copy is a file of yours: it does not change when the page does.")
        options.append(Option(Back(), _("Back")))
        return self._page(_("A copy of the agreement"), (hint,), tuple(options))

    def _code(self) -> Choice[AgreementDeed]:
        path = self._workshop.folder.agreement_path
        page = (
            code(self._agreement),
            _("Write it down, and you can see later whether the text was changed:"),
            _("workshop verify FILE CODE"),
            _("FILE is where it lies: {path}").format(path=path),
            _("It cannot show who pressed yes, or that anyone was free to refuse."),
        )
        return self._page(_("Agreement code"), page, (Option(Back(), _("Back")),))


def _quoted(rule: str, *, point: bool = False) -> str:
    """Return a ground rule in quotation marks: it is never taken for a heading or a point."""
    return (_("- “{rule}”") if point else _("“{rule}”")).format(rule=one_line(rule))
