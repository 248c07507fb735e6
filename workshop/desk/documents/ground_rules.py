"""The pair's ground rules: what both ticked, and what one of them took off."""

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
            self._opened.change(ground_rules=rules)

    def drop(self, rule: str) -> None:
        """Take a rule off. Raises NotSaved."""
        workshop = self._opened.workshop
        rules = tuple(one for one in workshop.ground_rules if one != rule)
        news: dict[str, object] = {"ground_rules": rules}
        if (
            set(self._opened.folder.runs()) - self._opened.done_runs
        ):  # its notes would bring it back
            news["rules_off"] = (*(workshop.rules_off or ()), rule)
        self._opened.change(**news)

    def forget_dropped(self) -> None:
        """Forget what was taken off: no notes would bring it back any more. Raises NotSaved."""
        if self._opened.workshop.rules_off is not None:
            self._opened.change(rules_off=None)
