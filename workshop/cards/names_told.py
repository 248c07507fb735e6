"""What is told of the names of the two; read without any page."""

from collections.abc import Iterator

from workshop.words import _


def renamed_words(old: str, new: str) -> str:
    """Return that one of the two is called otherwise now."""
    return _("{old} is called {new} now.").format(old=old, new=new)


def differing(names: tuple[str, str], in_agreement: tuple[str, str]) -> Iterator[str]:
    """Yield a sentence for each of the two whom the agreement calls by another name."""
    for here, there in zip(names, in_agreement, strict=True):
        if here != there:
            said = _(
                "A name was changed by hand in one file only: workshop.toml says {here},"
                " agreement.toml says {there}. {mend}"
            )
            yield said.format(here=here, there=there, mend=which_it_is())


def names_mark(in_agreement: tuple[str, str] | None) -> str:
    """Return how a list marks one whose files have two names for somebody; empty for others.

    Args:
        in_agreement: what the agreement calls the two, where that differs.
    """
    return _("names differ") if in_agreement is not None else ""


def which_it_is() -> str:
    """Return how it is mended that two files have two names."""
    return _(
        "Say which it is on the page of the agreement, under your names, or by `workshop rename`."
    )
