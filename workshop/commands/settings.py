"""The command settings: tells what is set, and sets something."""

from workshop.cards.settings_told import name_of, value_of
from workshop.commands.context import Context
from workshop.desk.settings import NAMES
from workshop.errors import Refused, WrongUse
from workshop.words import _


def settings(context: Context) -> int:
    """Tell all settings, or one; or set one, which is saved at once."""
    options, setup = context.options, context.settings
    if options.name is None:
        context.say(*(f"{name} = {setup.value(name)}" for name in NAMES))
        context.say("", _("They are kept in {path}.").format(path=setup.path))
        if setup.named_by is not None:
            context.say(_("{what} names the data folder.").format(what=setup.named_by))
        _tell_trouble(context)
        return 0
    if options.value is not None and options.usual:
        raise WrongUse(_("Give a value, or --usual, and not both."))
    if options.value is not None and not options.value.strip():
        raise WrongUse(_("The value is empty. --usual sets it as it usually is."))
    try:
        setup.check_name(options.name)
        if options.value is not None or options.usual:
            setup.check(options.name, options.value or "")
    except Refused as refused:
        raise WrongUse(refused.sentence) from None
    if options.value is None and not options.usual:
        context.say(f"{name_of(options.name)}: {value_of(options.name, setup)}")
        _tell_trouble(context)
    else:
        context.say(setup.change(options.name, options.value or ""))
    return 0


def _tell_trouble(context: Context) -> None:
    if context.settings.now.trouble:
        context.complain(context.settings.now.trouble)
