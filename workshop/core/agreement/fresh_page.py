"""A new page that both begin, with only what is in force."""

from workshop.core.agreement.agreement import Agreement, Clause
from workshop.core.agreement.chain import appended, owner_name
from workshop.core.agreement.effect import FreshPage
from workshop.core.agreement.origin import is_part, part


def begun_afresh(partners: tuple[str, str], fresh: FreshPage) -> Agreement:
    """Return the new agreement that both began, its clauses counted from c1."""
    page = Agreement(partners=partners)
    for number, terms in enumerate(fresh.terms, start=1):
        clause = Clause(
            id=f"c{number}",
            kind=terms.kind,
            text=terms.text,
            exercise=terms.exercise,
            agreed_on=terms.agreed_on or fresh.on,
            review_on=terms.review_on,
            status="in force",
            owner=owner_name(page, terms.owner),
        )
        page = appended(page, "agreed", clause, part(fresh.origin, number), fresh.on)
    return page


def is_begun_by(agreement: Agreement, fresh: FreshPage) -> bool:
    """Whether `agreement` is what `fresh` began, perhaps with more since."""
    if not fresh.terms:
        return not agreement.revisions and not agreement.clauses
    return any(is_part(one.origin, fresh.origin) for one in agreement.revisions)
