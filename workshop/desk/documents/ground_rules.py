"""The pair's ground rules: what both ticked, and what one of them took off."""

from collections.abc import Iterable

from workshop.core.agreement.effect import RulesAgreed
from workshop.core.text import merged
from workshop.desk.documents.open_folder import OpenFolder


class GroundRules:
    """The ground rules of one workshop."""

    def __init__(self, opened: OpenFolder) -> None:
        self._opened = opened

    def add(self, agreed: RulesAgreed) -> None:
        """Add rules that are not there yet, unless one was taken off since. Raises NotSaved."""
        before = self._opened.workshop.ground_rules
        off = self._opened.workshop.rules_off or ()
        rules = tuple(one for one in merged((*before, *off, *agreed.rules)) if one not in off)
        if rules != before:
            self._opened.change(ground_rules=rules, rules_untold=self._without(rules))

    def drop(self, rule: str) -> None:
        """Take a rule off. Raises NotSaved."""
        workshop = self._opened.workshop
        rules = tuple(one for one in workshop.ground_rules if one != rule)
        untold = (*(self._without((rule,)) or ()), rule)
        news: dict[str, object] = {"ground_rules": rules, "rules_untold": untold}
        if (
            set(self._opened.folder.runs()) - self._opened.done_runs
        ):  # its notes would bring it back
            news["rules_off"] = (*(workshop.rules_off or ()), rule)
        self._opened.change(**news)

    @property
    def untold(self) -> tuple[str, ...]:
        """Those that were taken off since an opening told of any."""
        return self._opened.workshop.rules_untold or ()

    def note_told(self, rules: Iterable[str]) -> None:
        """Note that both have heard that `rules` were taken off. Raises NotSaved."""
        left = self._without(rules)
        if left != self._opened.workshop.rules_untold:
            self._opened.change(rules_untold=left)

    def _without(self, rules: Iterable[str]) -> tuple[str, ...] | None:
        """Return what is still untold beside `rules`; None where that is nothing."""
        told = set(rules)
        return tuple(one for one in self.untold if one not in told) or None

    def forget_dropped(self) -> None:
        """Forget what was taken off: no notes would bring it back any more. Raises NotSaved."""
        if self._opened.workshop.rules_off is not None:
            self._opened.change(rules_off=None)
