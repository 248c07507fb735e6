"""The pages of the plain face: the help."""

from workshop.cards.help import help_page
from workshop.desk.desk import Desk
from workshop.words import _


def help_in_lines(desk: Desk) -> tuple[str, ...]:
    """Return the help, a paragraph each: first what can be typed."""
    guided = desk.guided
    own = (
        _("What you can type at any time, as a line of its own:"),
        "\n".join(
            (
                _(":pass   pass this turn; that is a full answer"),
                _(
                    ":back   your own last answer again, or a turn passed over too soon, until the"
                    " other goes on; in lists a row"
                ),
                _(":again  the turn once more, all of it"),
                _(":where  whose turn it is, what is asked, and how far you are"),
                _(":time   how long the turn has taken, and about how much is left"),
                _(":hear   what you typed so far, read back; what is sealed in headphones"),
                _(":pause  stop the clock for a while; nothing is recorded"),
                _(":paper  both write on paper instead, while nothing is sealed yet"),
                _(":readings  pages to read together; the clock stops meanwhile"),
                _(":agreement  what both of you said yes to; pause or end something"),
                _(":settings  where something can be set"),
                *([_(":guide  for the guide: the hour, and what can be done")] if guided else []),
                _(":lines  help lines: directories of services, by country"),
                _(":help   this page"),
                _(":hide   clear the screen and end at once, printing nothing"),
                _(":quit   stop; what is open is saved"),
            )
        ),
        _("To write such a line as text, double its sign: `::pass`, or `..` for a single dot."),
    )
    return help_page(
        own, desk.said, desk.path, ":hide", desk.library.help_lines(), desk.clock.today()
    )
