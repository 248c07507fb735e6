"""The command rename: a workshop gets another label, or one of the two another name."""

from workshop.cards.names_told import renamed_words
from workshop.commands.context import Context
from workshop.commands.unlocking import folder_of
from workshop.errors import WrongUse
from workshop.words import _

_A_LABEL, _A_NAME = (True, False, False), (False, True, True)
"""Which words are there: the new label; whose name, and the new one."""


def rename(context: Context) -> int:
    """Call a workshop, or one of the two, otherwise."""
    options = context.options
    said = tuple(word is not None for word in (options.new, options.partner, options.to))
    if said not in (_A_LABEL, _A_NAME):
        raise WrongUse(
            _(
                "Say what gets another name. A workshop: workshop rename LABEL NEW. One of the"
                " two: workshop rename LABEL --partner NAME --to NAME."
            )
        )
    workshops = context.workshops
    path = workshops.find(options.label)
    context.say_unguarded([path])
    if said == _A_LABEL:
        found = workshops.rename_label(path, options.new)
        context.say(_("It is called {label} now.").format(label=found.name))
        return 0
    folder_of(context, path)  # of a locked one, the key is kept for what follows
    side, old = workshops.partner(path, options.partner)
    name, left_out = workshops.rename_partner(path, side, options.to)
    context.say(renamed_words(old, name), _("Both of you are told when you next sit down."))
    for sentence in left_out:
        context.complain(sentence)
    return 0
