"""The settings of a program: what they are, and one of them changed, in `settings.toml`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import count
from pathlib import Path
from typing import Literal

from workshop import paths
from workshop.cards.settings_told import KEY
from workshop.content.settings import FOLDERS, LOOKS, SWITCHES, Settings, read_settings
from workshop.content.settings_keys import USUAL_KEYS, Refusal, keys_now, refusal
from workshop.core.text import clean, one_line
from workshop.errors import Refused, Trouble, Unreadable
from workshop.places import is_folder, is_taken
from workshop.plain_file import SIZE_LIMIT, read_plain
from workshop.system import SYSTEM
from workshop.words import _

ALL = "all"
"""The page of all settings."""
NamedBy = Literal["--data", "WORKSHOP_DATA"]
"""What names the data folder before any setting does."""
ON = {"on": True, "true": True, "yes": True, "off": False, "false": False, "no": False}
"""What switches are set to, as it is typed."""
NAMES: tuple[str, ...] = ("theme", *SWITCHES, *FOLDERS, *(f"{KEY}{one}" for one in USUAL_KEYS))
"""All that can be set here, as it is called in the file."""


class SetUp:
    """The settings of one program.

    Attributes:
        folder: where the file is.
        named_by: what named the data folder, where no setting did.
    """

    def __init__(self, folder: Path, named_by: NamedBy | None = None) -> None:
        """Read nothing yet.

        Args:
            folder: where the file is.
            named_by: what named it, if anything.
        """
        self.folder, self.named_by = folder, named_by
        self._read: Settings | None = None
        self._listen: Callable[[Settings], None] | None = None

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / paths.SETTINGS

    @property
    def now(self) -> Settings:
        """The settings that hold now."""
        if self._read is None:
            self._read = read_settings(self.folder)
        return self._read

    @property
    def data(self) -> Path:
        """Where workshops are kept: what the command line or the environment names goes first."""
        named = self.now.data if self.named_by is None else None
        return self.folder if named is None else named

    def listen(self, changed: Callable[[Settings], None]) -> None:
        """Have `changed` told the settings whenever one is another."""
        self._listen = changed

    def value(self, name: str) -> str:
        """Return what a setting is now, as it would be typed."""
        now = self.now
        match name:
            case "theme":
                return now.theme
            case "clock" | "motion" | "mouse":
                return "on" if getattr(now, name) else "off"
            case "exercises":
                return str(now.exercises or "")
            case "data":
                return str(self.data)
            case _:
                return ",".join(keys_now(now.keys)[name.removeprefix(KEY)])

    def change(self, name: str, typed: str) -> str:
        """Set something, and save it. Returns what there is to know of it, in sentences.

        Args:
            name: one of `NAMES`.
            typed: what it is set to; as it usually is when empty.

        Raises:
            Refused: it cannot be so, or the file cannot be changed; nothing was.
            NotSaved: it could not be saved.
        """
        value, told = self._understood(name, one_line(typed).strip())
        self._save(name.split("."), value)
        self._look_again()
        return told

    def check_name(self, name: str) -> None:
        """Raise Refused where no setting is called so."""
        if name not in NAMES:
            known = ", ".join(("theme", *SWITCHES, *FOLDERS, f"{KEY}pause"))
            raise Refused(
                _("No setting is called {name}. There are: {known}.").format(name=name, known=known)
            )

    def check(self, name: str, typed: str) -> None:
        """Raise Refused where a setting cannot be so, whatever the file is like."""
        self._understood(name, one_line(typed).strip())

    def keys_as_usual(self) -> str:
        """Take every key back that was chosen. Returns what there is to know of it.

        Raises:
            Refused: the file cannot be changed.
            NotSaved: it could not be saved.
        """
        for action in self.now.keys:
            self._save(("keys", action), None)
        self._look_again()
        return _("Saved: it holds from now on.")

    def why_not(self, name: str) -> str:
        """Return why a folder cannot be set here; empty where it can."""
        if name != "data" or self.named_by is None:
            return ""
        said = _("{what} names the data folder here, which goes before any setting.")
        return said.format(what=self.named_by)

    def begin_anew(self) -> str:
        """Put the file aside, and begin with none. Returns where it is now.

        Raises:
            NotSaved: it could not be called otherwise.
        """
        from workshop.store import atomic

        aside = next(path for path in self._asides() if not is_taken(path))
        atomic.rename(self.path, aside)
        self._look_again()
        return _("It is in {path} now.").format(path=aside)

    def _asides(self) -> Iterator[Path]:
        for number in count(1):
            end = f"-{number}" if number > 1 else ""
            yield self.path.with_name(f"{self.path.name}{paths.BROKEN}{end}")

    def _look_again(self) -> None:
        self._read = read_settings(self.folder)
        if self._listen is not None:
            self._listen(self._read)

    # -- what was typed -----------------------------------------------------------------------

    def _understood(self, name: str, typed: str) -> tuple[str | bool | None, str]:
        """Return what is saved for what was typed, and what there is to know of it."""
        saved = _("Saved: it holds from now on.")
        self.check_name(name)
        if name in FOLDERS:
            return self._folder(name, typed)
        if not typed:
            self._check_usual_key(name)
            return None, saved
        if name == "theme":
            return _one_of(typed, {look: look for look in LOOKS}), saved
        if name in SWITCHES:
            return _one_of(typed, ON), saved
        action, key = name.removeprefix(KEY), typed.lower().replace("^", "ctrl+")
        refused = refusal(action, key, self.now.keys)
        if refused is not None:
            raise Refused(_whole(refused))
        return (None if (key,) == USUAL_KEYS[action] else key), saved

    def _check_usual_key(self, name: str) -> None:
        """Raise Refused where another action has the usual key of one."""
        action = name.removeprefix(KEY)
        others = {other: key for other, key in self.now.keys.items() if other != action}
        for key in USUAL_KEYS.get(action, ()):
            if key in others.values():
                refused = refusal(action, key, others)
                assert refused is not None
                raise Refused(_whole(refused))

    def _folder(self, name: str, typed: str) -> tuple[str | None, str]:
        later = _("Saved. It holds from the next start on.")
        if why_not := self.why_not(name):
            raise Refused(why_not)
        if not typed:
            new, value = self.folder, None
        else:
            new = paths.whole(typed)
            value = str(new)
        try:
            if typed and (clean(str(new)) != str(new) or not is_folder(new)):
                raise Refused(_("There is no folder {folder}. Make it first.").format(folder=new))
        except Unreadable as trouble:
            raise Refused(trouble.sentence) from None
        if name == "exercises":
            return value, later
        stay = _(
            "Saved. From the next start on, workshops are kept in {new}. Nothing is moved: what is"
            " in {old} stays there, and `workshop --data {old}` shows it."
        )
        return value, stay.format(new=new, old=self.data) if new != self.data else later

    # -- the file -----------------------------------------------------------------------------

    def _save(self, key: Sequence[str], value: str | bool | None) -> None:
        from workshop.content.settings_text import BEGINNING, with_value
        from workshop.store import atomic

        try:
            text = read_plain(self.path, SIZE_LIMIT + 1).decode("utf-8-sig")
        except (FileNotFoundError, NotADirectoryError):
            text = BEGINNING
        except (OSError, UnicodeDecodeError):
            raise Refused(self._by_hand()) from None
        try:
            changed = with_value(text, key, value)
        except Trouble:
            changed = None
        if changed is None:
            raise Refused(self._by_hand())
        atomic.make_folder(self.folder)
        elsewhere = SYSTEM.real_path(self.path)  # one may keep such files there, and link them here
        atomic.save(elsewhere, changed.encode())

    def _by_hand(self) -> str:
        return _(
            "{path} cannot be changed from here: something in it is not written as usual. It is"
            " left as it is. `workshop check {path}` tells what, if anything; mend it there."
        ).format(path=self.path)


def _whole(refused: Refusal) -> str:
    return f"{refused.what[0].upper()}{refused.what[1:]}. {refused.mend}"


def _one_of(typed: str, known: Mapping[str, str | bool]) -> str | bool:
    found = known.get(typed.casefold())
    if found is None:
        raise Refused(_("Type one of: {known}.").format(known=", ".join(known)))
    return found
