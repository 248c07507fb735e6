"""Names that were changed by hand in an agreement: which ones its revisions were made with."""

from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.renamed import Names
from workshop.core.agreement.verify import Altered, verify


def with_its_names(agreement: Agreement, *others: Names) -> Agreement:
    """Return `agreement` with the names that its revisions fit: its own, or else some others.

    Where they fit none, it is as it was: then more than a name was changed.
    """
    for names in (agreement.partners, *others):
        mended = agreement.model_copy(update={"partners": names})
        if not _is_broken(mended):
            return mended
    return agreement


def _is_broken(agreement: Agreement) -> bool:
    verdict = verify(agreement)
    return isinstance(verdict, Altered) and verdict.breaks_chain
