"""Commands that look at files closely: show, verify, check."""

from pathlib import Path

from workshop.commands.context import Context
from workshop.core import verify as core
from workshop.core.agreement import Agreement
from workshop.core.page import as_text
from workshop.errors import NotFound
from workshop.store import listing as store
from workshop.store.folder import Folder
from workshop.words import _


def show(context: Context) -> int:
    """Print an agreement as plain text."""
    target = context.options.target
    if target is not None and _is_file(Path(target)):
        context.say(as_text(store.read_agreement(Path(target))))
        return 0
    path = store.find(context.data, target)
    folder = Folder(path)
    agreement = folder.agreement()
    if agreement is None:
        workshop = folder.workshop()
        agreement = Agreement(partners=(workshop.left.name, workshop.right.name))
    context.say(as_text(agreement))
    return 0


def verify(context: Context) -> int:
    """Say whether an agreement is the text that both saw."""
    path = Path(context.options.file)
    if not _is_file(path):
        raise NotFound(_("There is no file {path}.").format(path=path))
    code = "".join(context.options.code) or None
    verdict = core.verify(store.read_agreement(path), code)
    context.say(verdict.sentence)
    return 0 if verdict.holds else 1


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:  # such as a name longer than any file's
        return False


def check(context: Context) -> int:
    """Say what is wrong in exercise, programme, help, workshop and agreement files."""
    from workshop.commands.checking import check_all

    return check_all(context)
