"""The command that prints the guides."""

from workshop.commands.context import Context
from workshop.commands.pager import screen, shown_in_pages
from workshop.content.guides import GUIDES, about, command_for, guide_text
from workshop.content.laid_out import WIDTH, laid_out


def guide(context: Context) -> int:
    """Print a guide; without its name, which there are."""
    name = context.options.guide
    if name is None:
        for one in GUIDES:
            context.say(f"workshop guide {one}", f"  {about(one)}")
        return 0
    size = screen()
    width = WIDTH if size is None else min(WIDTH, size.columns)
    text = laid_out(guide_text(name), _leads, width)
    if context.options.plain or not shown_in_pages(text, context.environment):
        context.say(text.rstrip("\n"))
    return 0


def _leads(target: str) -> str:
    """Return what is said beside a link: how to read another guide, or the address of a page."""
    command = command_for(target)
    if command:
        return f"`{command}`"
    return target if target.startswith("https://") else ""
