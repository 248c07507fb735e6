"""Exact numbers, as people say them."""

from fractions import Fraction

from workshop.words import _


def in_words(share: Fraction) -> str:
    """Return a share as people say it; as a fraction where it is no simple one."""
    said = {
        Fraction(1): _("all"),
        Fraction(1, 2): _("half"),
        Fraction(1, 3): _("a third"),
        Fraction(2, 3): _("two thirds"),
        Fraction(1, 4): _("a quarter"),
        Fraction(3, 4): _("three quarters"),
    }
    return said.get(share, str(share))


def about(value: Fraction) -> str:
    """Return a value as a whole number, and that it is rounded where it is."""
    if value.denominator == 1:
        return str(value.numerator)
    return _("about {whole}").format(whole=(value + Fraction(1, 2)).__floor__())


def in_figures(value: Fraction) -> str:
    """Return a value as a whole number, or as a fraction and about how much that is."""
    if value.denominator == 1:
        return str(value.numerator)
    tenths = (value * 10 + Fraction(1, 2)).__floor__()
    return _("about {whole}.{tenth} (exactly {fraction})").format(
        fraction=value, whole=tenths // 10, tenth=tenths % 10
    )
