"""Commands that show what there is to read: before, help-lines."""

from workshop.commands.context import Context


def before(context: Context) -> int:
    """Print the page to read alone beforehand."""
    context.say(context.library.page("before-you-begin").rstrip("\n"))
    return 0


def help_lines(context: Context) -> int:
    """Print directories of services. Nothing of it is recorded."""
    country = " ".join(context.options.country).strip() or None
    lines = context.library.help_lines().lines(context.clock.today(), country)
    context.say("\n\n".join(lines))
    return 0
