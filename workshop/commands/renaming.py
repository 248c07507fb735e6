"""The command rename: a workshop gets another label, or one of the two another name."""

from workshop.commands.context import Context
from workshop.errors import WrongUse
from workshop.store import listing as store
from workshop.words import _


def rename(context: Context) -> int:
    """Call a workshop otherwise."""
    options = context.options
    if options.new is None:
        raise WrongUse(_("What is it called then? Like this: workshop rename LABEL NEW"))
    path = store.find(context.data, options.label)
    from workshop.store.relabelling import relabel

    new = relabel(path, options.new)
    context.say(_("It is called {label} now.").format(label=new.name))
    return 0
