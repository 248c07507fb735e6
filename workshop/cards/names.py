"""What is said of the names of the two."""

from workshop.words import _


def renamed_words(old: str, new: str) -> str:
    """Return that one of the two is called otherwise now."""
    return _("{old} is called {new} now.").format(old=old, new=new)


def differing_words(here: str, there: str) -> str:
    """Return that the files call one of the two by two names, and how that is mended."""
    return _(
        "A name was changed by hand in one file only: workshop.toml says {here}, agreement.toml"
        " says {there}. Say which it is on the page of the agreement, under the names."
    ).format(here=here, there=there)
