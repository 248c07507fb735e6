"""Work on the page of the agreement at a Desk: what they choose, then a couple answers."""

from collections.abc import Callable
from pathlib import Path

from support.choosing import moment
from support.couple import Couple, answering
from support.evening import UNSYNCED, answer, asks, documents, workshop_of
from support.page import page_of
from workshop.cards.choice import Choice, Chosen, Deed, Farewell
from workshop.cards.deeds import Back, LookAtAgreement
from workshop.core.agreement.agreement import Agreement, Clause
from workshop.core.course.session import Ask
from workshop.core.people import Pair
from workshop.core.turns import Consent, Draft
from workshop.core.turns.reply import Drafted, NotNow, Reply, Yes
from workshop.desk.desk import Desk
from workshop.store.folder import Folder

NEW = "We sleep on what costs more than 200."


def a_page(path: Path, page: Agreement | None = None) -> Path:
    """Make a workshop that has an agreement; nobody has sat down yet."""
    folder = Folder(path, UNSYNCED)
    folder.create(workshop_of(["appreciation", "compromise"]))
    folder.save_agreement(page or page_of())
    folder.close()
    return path


def to_the_map(desk: Desk) -> Desk:
    """Answer everything until the evening asks what comes next."""
    for asked in asks(desk, answering):
        if isinstance(asked, Choice):
            return desk
    raise AssertionError("the evening never came to its map")


def drafting(text: str, first: Reply | None = None, second: Reply | None = None) -> Couple:
    """Return a couple that drafts `text`, and answers a consent so; yes where nothing is said."""

    def reply(asked: Ask, pair: Pair) -> Reply:
        match asked.turn:
            case Draft(weeks=weeks):
                return Drafted(text=text, weeks=weeks[0] if weeks else None)
            case Consent():
                return (first if asked.turn.id.endswith("/1") else second) or Yes()
            case _:
                return answering(asked, pair)

    return reply


def work(desk: Desk, *deeds: Deed, couple: Couple = answering) -> list[Ask]:
    """Choose `deeds` on the page, and let `couple` answer what is asked. Returns the asks."""
    for deed in (LookAtAgreement(), *deeds):
        desk.reply(Chosen(deed))
    asked: list[Ask] = []
    while not isinstance(now := desk.ask(), Choice):
        assert not isinstance(now, Farewell)
        asked.append(now)
        answer(desk, couple)
    assert now.option(Back()) is not None, "they are back on the page"
    from_the_page(desk)
    return asked


def from_the_page(desk: Desk) -> Desk:
    """Go back from the page of the agreement to the map."""
    while moment(asked := desk.ask()) != "map":
        assert isinstance(asked, Choice)
        desk.reply(Chosen(Back()))
    return desk


def refusing(asked: Ask, pair: Pair) -> Reply:
    """Draft, and say not now to all but the evening."""
    if isinstance(asked.turn, Consent) and asked.turn.to != "evening":
        return NotNow()
    return drafting(NEW)(asked, pair)


def agreement_in(path: Path) -> Agreement:
    """Return the agreement of the workshop in `path`."""
    found = documents(path)["agreement.toml"]
    assert isinstance(found, Agreement)
    return found


def clause_in(path: Path, id: str) -> Clause:
    """Return one of its clauses."""
    found = agreement_in(path).clause(id)
    assert found is not None
    return found


def edit(path: Path, change: Callable[[str], str]) -> bytes:
    """Change the file of the agreement as an editor does. Returns what is in it now."""
    file = path / "agreement.toml"
    before = file.read_text("utf-8")
    after = change(before)
    assert after != before
    file.write_text(after, "utf-8", newline="")
    return file.read_bytes()
