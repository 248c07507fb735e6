"""An agreement as one web page: no script, nothing fetched, no link; it prints on one sheet."""

from datetime import date
from html import escape

from workshop.core.agreement.agreement import Agreement
from workshop.core.agreement.sheet import Item, Words
from workshop.export.frame import Copy, Group, Part, copy_of
from workshop.words import _, language

STYLE = """
:root { color-scheme: light dark; --paper: #fff; --ink: #22242a; --quiet: #5c5d60;
  --line: #ddd6c8; --mark: #8a6d3b; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14161b; --ink: #e8e6e1; --quiet: #a3a29f; --line: #383e4a; --mark: #cfc3a8; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 Charter, "Bitstream Charter", Georgia, Cambria, "DejaVu Serif", serif; }
main { max-width: 42rem; margin: 0 auto; padding: 2.5rem 1.25rem; }
h1, h2, h3, p, ul { margin: 0; }
h1 { font-size: 1.75rem; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin-top: 2rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line);
  font-size: 1.15rem; }
h3 { margin-top: 1.25rem; color: var(--mark); font-size: .95rem; }
h2, h3 { break-after: avoid; }
ul { padding: 0; list-style: none; }
li { margin-top: .75rem; padding-left: .85rem; border-left: 3px solid var(--line);
  break-inside: avoid; }
.opening { margin-top: .75rem; color: var(--quiet); font-style: italic; }
.words { overflow: hidden; overflow-wrap: anywhere; white-space: pre-wrap; }
.notes, footer { color: var(--quiet); font-size: .8rem; }
.notes { overflow-wrap: anywhere; }
.notes span { display: inline-block; max-width: 100%; }
.opening { text-wrap: pretty; }
.ended { color: var(--quiet); font-size: .8rem; }
.ended h2 { font-size: .95rem; }
footer { margin-top: 2rem; padding-top: .75rem; border-top: 1px solid var(--line);
  break-inside: avoid; }
.code { color: var(--ink); font: 1rem/1.6 ui-monospace, Consolas, "DejaVu Sans Mono", monospace; }
@page { margin: 16mm 18mm; }
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #444; --line: #bbb; --mark: #333; }
  body { font-size: 10pt; line-height: 1.35; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 16pt; }
  h2 { margin-top: 4.5mm; font-size: 11.5pt; }
  .ended h2 { font-size: 9.5pt; }
  h3 { margin-top: 3mm; font-size: 10pt; }
  li { margin-top: 2mm; }
  .notes, .ended, footer { font-size: 8pt; }
  footer { margin-top: 5mm; }
  .code { font-size: 10pt; }
}
"""


def html(agreement: Agreement, today: date) -> str:
    """Return `agreement` as one HTML page, as of `today`; ends with a newline."""
    page = copy_of(agreement, today)
    opening = escape(page.opening)
    parts = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(language().partition("@")[0].replace("_", "-"))}">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        # Phones make links of days and numbers.
        '<meta name="format-detection" content="telephone=no, date=no, address=no, email=no">',
        f"<title>{escape(page.title.shown())}</title>",
        f"<style>{STYLE}</style>",
        "</head>",
        "<body>",
        "<main>",
        f"<header><h1>{_shown(page.title)}</h1>",
        f'<p class="opening">{opening}</p></header>',
        *map(_section, page.parts),
        _footer(page),
        "</main>",
        "</body>",
        "</html>",
    ]
    return "\n".join(parts) + "\n"


def _section(part: Part) -> str:
    lines = [f'<section class="{part.stands.replace(" ", "-")}">']
    lines.append(f"<h2>{escape(part.heading)}</h2>")
    for group in part.groups:
        if group.heading:
            lines.append(f"<h3>{escape(group.heading)}</h3>")
        lines += ["<ul>", *(_item(item, group) for item in group.items), "</ul>"]
    return "\n".join([*lines, "</section>"])


def _item(item: Item, group: Group) -> str:
    said = group.what(item)
    what = [f"<b>{_shown(said)}.</b>"] if said else []
    notes = " ".join([f"{escape(item.id)} ·", *what, *map(_unbroken, item.notes)])
    words = f'<p class="words" dir="auto">{escape(item.text)}</p>'
    return f'<li>{words}\n<p class="notes">{notes}</p></li>'


def _footer(page: Copy) -> str:
    lines = [f"<p>{escape(line)}</p>" for line in page.closing]
    if page.code:
        code = f'<span class="code">{escape(page.code)}</span>'
        said = escape(_("Agreement code: {code}")).format(code=code)
        lines.insert(0, f"<p>{said}</p>")
    return "\n".join(["<footer>", *lines, "</footer>"])


def _unbroken(sentence: str) -> str:
    """Return a sentence that begins a line of its own before it breaks."""
    return f"<span>{escape(sentence)}</span>"


def _shown(words: Words) -> str:
    """Return a sentence in which no name can turn the direction of what stands around it."""
    return words.shown(escape, lambda name: f"<bdi>{escape(name)}</bdi>")
