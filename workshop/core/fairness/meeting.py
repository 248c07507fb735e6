"""The meeting point of two rankings: the highest place at which both find the same option.

Fallback bargaining with impasse: Brams & Kilgour 2001, Group Decision and Negotiation 10.
"""

from collections.abc import Sequence

from workshop.core.fairness.suited import check_same
from workshop.errors import Unsuited
from workshop.values import dataclass
from workshop.words import _


@dataclass(frozen=True)
class Meeting:
    """Where two rankings meet.

    Attributes:
        options: one option, or two that are equally far down; only `keep` when nothing stands
            above it on both.
        depth: how far down both had to go, from 1.
        keep: the option that leaves it as it is.
        left: the left one's order, best first.
        right: the right one's order, best first.
    """

    options: tuple[str, ...]
    depth: int
    keep: str
    left: tuple[str, ...]
    right: tuple[str, ...]

    def certificate(self, left: str = "", right: str = "") -> tuple[str, ...]:
        """Return both orders side by side, and where they meet, to be checked by hand.

        Args:
            left: the left one's name.
            right: the right one's name.
        """
        own = ((left or _("The left one"), self.left), (right or _("The right one"), self.right))
        lines = [
            f"{name}: "
            + ", ".join(f"{place} {option}" for place, option in enumerate(ranking, start=1))
            for name, ranking in own
        ]
        if self.options == (self.keep,):
            lines.append(_("Nothing is above “{keep}” in both orders.").format(keep=self.keep))
        elif self.depth == 1:
            lines.append(_("{options} is the first for both.").format(options=self.options[0]))
        else:
            lines.append(
                _(
                    "{options}: among the first {depth} of both of you. Nothing else that both put"
                    " above “{keep}” comes sooner."
                ).format(depth=self.depth, options="; ".join(self.options), keep=self.keep)
            )
        return tuple(lines)


def meeting_point(ranking_left: Sequence[str], ranking_right: Sequence[str], keep: str) -> Meeting:
    """Return where two rankings meet, by fallback bargaining with impasse (Brams & Kilgour 2001).

    Both orders are gone down one place at a time until an option stands on both; what either
    ranks below `keep` cannot be it. The result is Pareto-optimal among what both prefer to `keep`,
    and the lower of its two places is as high as it can be. Two options may be equally far down.

    Args:
        ranking_left: options, best first, each once.
        ranking_right: the same options in the right one's order.
        keep: the option that leaves it as it is.

    Raises:
        Unsuited: fewer than 2 options, other options, one that stands there twice, or no `keep`;
            names the option.
    """
    for ranking in (ranking_left, ranking_right):
        for place, option in enumerate(ranking):
            if option in ranking[:place]:
                raise Unsuited(
                    _("{item}: it stands there twice. Take one of the two out.").format(item=option)
                )
    check_same(ranking_left, ranking_right)
    if keep not in ranking_left:
        raise Unsuited(
            _("{item}: it is not among the options. Add it to both orders.").format(item=keep)
        )
    left, right = tuple(ranking_left), tuple(ranking_right)
    both = [
        option
        for option in left[: left.index(keep)]  # in the left one's order
        if right.index(option) < right.index(keep)
    ]
    depths = {option: 1 + max(left.index(option), right.index(option)) for option in both or [keep]}
    depth = min(depths.values())
    options = tuple(option for option, down in depths.items() if down == depth)
    return Meeting(options, depth, keep, left, right)
