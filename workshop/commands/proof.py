"""Commands that look at an agreement closely: show, verify."""

from pathlib import Path

from workshop.commands.context import Context
from workshop.commands.source import is_file, source
from workshop.core.agreement import verify as core
from workshop.core.agreement.page import as_text
from workshop.errors import NotFound
from workshop.store import listing as store
from workshop.words import _


def show(context: Context) -> int:
    """Print an agreement as plain text."""
    context.say(as_text(source(context, context.options.target).agreement))
    return 0


def verify(context: Context) -> int:
    """Say whether an agreement is the text that both saw."""
    path = Path(context.options.file)
    if not is_file(path):
        raise NotFound(_("There is no file {path}.").format(path=path))
    code = "".join(context.options.code) or None
    verdict = core.verify(store.read_agreement(path), code)
    context.say(verdict.sentence)
    return 0 if verdict.holds else 1
