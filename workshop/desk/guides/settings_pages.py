"""The settings as pages: what is set, what else it could be, and it is; the same in both faces."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import assert_never

from workshop.cards.choice import Choice, Deed, Option
from workshop.cards.deeds import Back, GoTo
from workshop.cards.settings_told import KEY, look_of, name_of, value_of
from workshop.content.settings import FOLDERS, LOOKS, SWITCHES
from workshop.content.settings_keys import FREE, USUAL_KEYS
from workshop.desk.guides.guide import GuideOf
from workshop.desk.settings import ALL, SetUp
from workshop.errors import NotSaved, Refused
from workshop.values import dataclass
from workshop.words import _

KEYS = "keys"
"""The page of all keys; each page of one setting is called as that is."""


@dataclass(frozen=True)
class SetTo(Deed):
    """Set something.

    Attributes:
        name: what it is called.
        value: what it is set to; as it usually is when empty.
    """

    name: str
    value: str


@dataclass(frozen=True)
class SetToTyped(Deed):
    """Set something to what was typed with it.

    Attributes:
        name: what it is called.
    """

    name: str


@dataclass(frozen=True)
class BeginAnew(Deed):
    """Put the file aside, and begin with none."""


SettingsDeed = GoTo[str] | SetTo | SetToTyped | BeginAnew | Back


class SettingsPages(GuideOf[SettingsDeed]):
    """Goes from all settings to one of them, and back once it is set."""

    def __init__(self, setup: SetUp, page: str = ALL) -> None:
        """Begin at a page.

        Args:
            setup: what is set.
            page: which one.
        """
        self._setup, self._pages = setup, [page]
        self._told = ""  # what there is to know of what was set last

    @property
    def over(self) -> bool:
        """Whether they went back from the first page."""
        return not self._pages

    def choice(self) -> Choice[SettingsDeed]:
        """Return the page they are at."""
        match self._pages[-1]:
            case "all":
                return self._all()
            case "keys":
                return self._keys()
            case "theme":
                return self._looks()
            case "exercises" | "data" as name:
                return self._folder(name)
            case name:
                return self._key(name)

    # -- the pages ----------------------------------------------------------------------------

    def _all(self) -> Choice[SettingsDeed]:
        setup = self._setup
        rows = [
            Option(self._leads_to(name), self._row(name)) for name in ("theme", *SWITCHES, *FOLDERS)
        ]
        changed = len(setup.now.keys)
        keys = _("Keys: as usual") if not changed else _("Keys: {count} changed")
        anew = Option(
            BeginAnew(),
            _("Put {file} aside, and begin anew").format(file=setup.path.name),
            surely=_("Put it aside, really"),
        )
        return Choice(
            _("Settings"),
            self._lines(
                _("Choose one to change it. It is the same for both of you, and kept in {path}.")
            ),
            (
                *rows,
                Option(GoTo(KEYS), keys.format(count=changed)),
                *([anew] if setup.now.trouble else []),
                Option(Back(), _("Back")),
            ),
        )

    def _lines(self, how: str) -> tuple[str, ...]:
        """Return what was set last, or what is wrong in the file, and how to set something."""
        said = self._told or self._setup.now.trouble
        return (*([said] if said else []), how.format(path=self._setup.path))

    def _row(self, name: str) -> str:
        said = _("{name}: {value}")
        return said.format(name=name_of(name), value=value_of(name, self._setup))

    def _leads_to(self, name: str) -> GoTo[str] | SetTo:
        if name not in SWITCHES:
            return GoTo(name)
        return SetTo(name, "off" if self._setup.value(name) == "on" else "on")

    def _looks(self) -> Choice[SettingsDeed]:
        now = self._setup.value("theme")
        looks = [
            Option(SetTo("theme", look), _now(look_of(look)) if look == now else look_of(look))
            for look in LOOKS
        ]
        return Choice(_("Theme"), (), (*looks, Option(Back(), _("Back"))))

    def _folder(self, name: str) -> Choice[SettingsDeed]:
        setup = self._setup
        lines = {
            "exercises": _("Exercises of your own stand beside those of the program."),
            "data": _(
                "Nothing is moved: what is in the folder of now stays there, and `--data` finds it."
            ),
        }
        usual = {
            "exercises": _("Only those of the program"),
            "data": _("As usual: {folder}").format(folder=setup.folder),
        }
        if why_not := setup.why_not(name):
            return Choice(self._row(name), (why_not,), (Option(Back(), _("Back")),))
        return Choice(
            self._row(name),
            (lines[name],),
            (
                Option(SetToTyped(name), _("Take this folder"), _("Its path")),
                Option(SetTo(name, ""), usual[name]),
                Option(Back(), _("Back")),
            ),
        )

    def _keys(self) -> Choice[SettingsDeed]:
        setup = self._setup
        rows = [Option(GoTo(f"{KEY}{one}"), self._row(f"{KEY}{one}")) for one in USUAL_KEYS]
        lines = self._lines(_("They do this at any time on the screen; ^t is Ctrl and t."))
        every = [Option(SetTo(KEY, ""), _("All as usual"))] if setup.now.keys else []
        return Choice(_("Keys"), lines, (*rows, *every, Option(Back(), _("Back"))))

    def _key(self, name: str) -> Choice[SettingsDeed]:
        usual = ",".join(USUAL_KEYS[name.removeprefix(KEY)])
        free = _("It may be one of: {keys}.").format(keys=", ".join(FREE))
        return Choice(
            self._row(name),
            (free,),
            (
                Option(SetToTyped(name), _("Take this key"), _("Its name, such as f5 or ctrl+t")),
                Option(SetTo(name, ""), _("As usual: {key}").format(key=usual)),
                Option(Back(), _("Back")),
            ),
        )

    # -- what a choice does -------------------------------------------------------------------

    def _do(self, deed: SettingsDeed, text: str) -> None:
        match deed:
            case GoTo(page=page):
                self._pages.append(page)
                self._told = ""
            case SetTo(name=name, value=value):
                self._set(name, value)
            case SetToTyped(name=name):
                if not text.strip():
                    raise Refused(_("Nothing is typed yet."))
                self._set(name, text)
            case BeginAnew():
                with _refusing():
                    self._told = self._setup.begin_anew()
            case Back():
                self._pages.pop()
                self._told = ""
            case _:
                assert_never(deed)

    def _set(self, name: str, value: str) -> None:
        setup = self._setup
        with _refusing():
            self._told = setup.keys_as_usual() if name == KEY else setup.change(name, value)
        if self._pages[-1] not in (ALL, KEYS):
            self._pages.pop()


@contextmanager
def _refusing() -> Iterator[None]:
    """Refuse what could not be saved, so that they are asked again. Raises Refused."""
    try:
        yield
    except NotSaved as trouble:
        raise Refused(trouble.sentence) from None


def _now(value: str) -> str:
    return _("{value} (now)").format(value=value)
