"""Agreements that hold every text which could act, and the strategies that find more of them."""

from datetime import date
from typing import get_args

from hypothesis import strategies as st

from workshop.core.agreement.agreement import Agreement, Clause, Revision, base, digest
from workshop.core.agreement.effect import ClauseAgreed, ClauseEvent
from workshop.core.agreement.kinds import ClauseKind, Status
from workshop.core.agreement.settling import settle
from workshop.core.text import clean, is_blank, is_name, one_line, same_name

TODAY = date(2026, 11, 25)

TEXTS = {
    "a link": "[x](https://example.com) [y][1]\n\n[1]: https://example.com 'z'",
    "an image": "![x](https://example.com/x.png)",
    "an address": "https://example.com/a?b=c&d http://localhost ftp://x.org //example.com",
    "www": "www.example.com (www.example.com) WWW.EXAMPLE.COM xwww.example.com",
    "a bare domain": "example.com, see example.org/x. münchen.de 例え.jp xn--p1ai.xn--p1ai",
    "mail": "a@example.com <a@example.com> mailto:a@example.com (a@b.co)",
    "autolinks": "<https://example.com> <mailto:a@b.co> <javascript:alert(1)>",
    "schemes": "javascript:alert(1) data:text/html,x tel:+123 file:///etc/passwd",
    "HTML": "<script>alert(1)</script> <b onclick='x'>y</b> <!-- z --> <?php ?> <![CDATA[x]]>",
    "HTML that closes ours": "</p></li></ul></main></body></html></title></style>\"'><img src=x>",
    "entities": "&amp; &lt;b&gt; &#60; &#x3c; &copy; & &;",
    "ATX headings": "# one\n## two ##\n#three\n   # four\n#",
    "setext headings": "one\n===\ntwo\n---\nthree\n=\nfour\n-",
    "lists": "- one\n* two\n+ three\n1. four\n2) five\n-\n1.\n- [ ] six\n- [x] seven",
    "letters": "a. one\n(b) two\niv) three\nI. four\n(1) five\n#. six",
    "code": "`x` ``y`` ``` z\n```\nfenced\n```\n~~~\nfenced\n~~~\n    indented\n\ttabbed",
    "code and an address": "`a@b.co` ``a@b.co`` a@b.co` `a@b.co\\` \\`a@b.co",
    "quotes": "> one\n>two\n> > three",
    "emphasis": "*a* **b** _c_ __d__ ***e*** ~~f~~ ~g~ ==h== ++i++ ^j^ f*oo*",
    "tables": "|a|b|\n|-|-|\n|c|d|\n\na | b\n--- | ---\nc | d\n\na\n:--\nb\n\na|b\n-|-",
    "rules": "---\n***\n___\n- - -\n* * *\n_ _ _",
    "hard breaks": "one  \ntwo\\\nthree\\\\\nfour \t \nfive",
    "definitions": "word\n: what it means\n::: note\nx\n:::",
    "footnotes": "x[^1]\n\n[^1]: y",
    "sums": "$x$ $$y$$ \\(z\\) \\[w\\]",
    "attributes": "# x {#id .class onclick=x}\n{% include x %} {{ x }}",
    "people and smileys": "@everyone #1 :smile: :+1: x/y#2",
    "backslashes": "\\ \\\\ \\* \\[x\\](y) a\\",
    "front matter": "---\ntitle: x\n---\n+++\nx = 1\n+++",
    "hidden": "%% x %% <!-- y -->",
    "calendar": 'x\r\nEND:VEVENT\r\nBEGIN:VALARM\nATTACH:https://x.org\nx;y,z:\\n\\;\\,"\n DESC:y',
    "words of ours": "{one} {two} {code} {day} {names} {owner} {} {0} %s",
    "blank lines": "\n\n one\n\n\n\n two \n\n",
    "line separators": "a\u2028# b\u2029- c",
    "odd spaces": "a\u00a0b\u3000c\u2003d\t\te   f\n\u00a0# g\n\u3000- h",
    "unseen": "\u200b# x\n\ufeff- y\n\u00ad1. z \u200d",
    "right to left": "السلام \u200fعليكم abc שלום \u202eevil\u202c \u2066x\u2069",
    "emoji": "🙂👩‍❤️‍👨🏳️‍🌈",
    "zalgo": "x" + "\u0301" * 50,
    "decomposed": "e\u0301 cafe\u0301",
    "Chinese": "李先生 " * 40,
    "long": "x" * 4000,
    "long and wide": "李" * 4000,
    "long and acting": "<*" * 2000,
    "plain": "Above 150 we talk first - and sleep on it (e.g. a sofa: 3.50 + 2 = 5.50).",
}

SIGNS = [*"\\`*_[]()<>#+-=.!|~&:@/;,\"'^$%{}\n\t 1aix", "www.", "://", "a.com", "@b.co", "\u2028"]
texts = (
    st.lists(st.sampled_from(SIGNS) | st.text(max_size=3), min_size=1, max_size=25).map("".join)
    | st.text(min_size=1, max_size=60)
    | st.sampled_from(list(TEXTS.values()))
).filter(lambda text: not is_blank(clean(text)) and len(clean(text)) <= 4000)
names = texts.map(lambda text: one_line(text)[:40].strip()).filter(
    lambda text: is_name(text) and one_line(text) == text
)
days = st.dates(date(2026, 1, 1), date(2027, 12, 31)) | st.sampled_from([date.min, date.max])


@st.composite
def clauses(draw: st.DrawFn, number: int) -> Clause:
    """One clause as a file may hold it, whoever wrote that."""
    return Clause(
        id=f"c{number}",
        kind=draw(st.sampled_from(get_args(ClauseKind))),
        text=clean(draw(texts)),
        exercise=clean(draw(texts)),
        agreed_on=draw(days),
        review_on=draw(st.none() | days),
        status=draw(st.sampled_from(get_args(Status))),
        owner=draw(st.none() | names),
    )


@st.composite
def agreements(draw: st.DrawFn) -> Agreement:
    """An agreement with somebody's text in every field that takes text, and a whole record."""
    pair = draw(st.tuples(names, names).filter(lambda pair: not same_name(*pair)))
    count = draw(st.integers(0, 4))
    held = tuple(draw(clauses(number)) for number in range(1, count + 1))
    return whole(Agreement(partners=pair, clauses=held), draw(days))


def holding(text: str) -> Agreement:
    """Return an agreement with `text` wherever it may stand."""
    name = one_line(text)[:39].strip()
    clause = {
        "text": clean(text),
        "exercise": clean(text),
        "agreed_on": TODAY,
        "review_on": TODAY,
        "owner": name,
    }
    held = [
        Clause.model_validate({"id": f"c{number}", "kind": kind, "status": status, **clause})
        for number, (kind, status) in enumerate(
            [(kind, status) for kind in get_args(ClauseKind) for status in get_args(Status)], 1
        )
    ]
    return whole(Agreement(partners=(name, "Sam"), clauses=tuple(held)), TODAY)


def whole(agreement: Agreement, on: date) -> Agreement:
    """Return `agreement` with revisions that add up to its clauses, whatever is in them."""
    happened: list[tuple[str, Clause]] = []
    for clause in agreement.clauses:
        happened.append(("agreed", clause.model_copy(update={"status": "in force"})))
        if clause.status != "in force":
            happened.append((clause.status, clause))
    revisions: list[Revision] = []
    before = base(agreement.partners)
    for number, (event, clause) in enumerate(happened, start=1):
        fields = {
            "number": number,
            "on": on,
            "clause": clause.id,
            "event": event,
            **clause.model_dump(exclude={"id"}, exclude_none=True),
            "origin": f"{number}/a",
        }
        before = digest(before, fields)
        revisions.append(Revision.model_validate({**fields, "digest": before}))
    news = {"revisions": tuple(revisions), "updated": on if revisions else None}
    return agreement.model_copy(update=news)


def rich() -> Agreement:
    """An agreement as a pair has it after some weeks: every kind, every status, and a code."""
    start = Agreement(partners=("Alex", "Sam"))
    first, second = date(2026, 11, 2), date(2026, 11, 23)

    def agreed(turn: str, kind: ClauseKind, text: str, **more: object) -> ClauseAgreed:
        usual = {"origin": turn, "kind": kind, "text": text, "exercise": "x", "on": first}
        return ClauseAgreed.model_validate({**usual, "weeks": 4, **more})

    effects = [
        agreed("1/a", "agreement", "Phones stay out of the bedroom."),
        agreed("1/b", "decision", "Above 150 we talk first and sleep on it.\nBelow, one decides."),
        agreed("2/a", "promise", "I ring when I am late.", owner="left", weeks=6),
        agreed("2/b", "promise", "I ask before I plan a weekend.", owner="right"),
        agreed("3/a", "responsibility", "The tax papers, all the way.", owner="left", weeks=None),
        agreed("3/b", "responsibility", "Meals from Monday to Thursday.", owner="right"),
        agreed("4/a", "boundary", "If voices rise, I go for a walk.", owner="right", weeks=None),
        agreed("5/a", "agreement", "We eat out on Fridays."),
        agreed("6/a", "agreement", "Sunday mornings are for calls with family."),
    ]
    later = [
        ClauseEvent(origin="7/a", event="changed", clause="c1", on=second, text=NEWER, weeks=2),
        ClauseEvent(origin="7/b", event="paused", clause="c8", on=second),
        ClauseEvent(origin="7/c", event="ended", clause="c9", on=second),
    ]
    return settle(settle(start, effects, first), later, second)


NEWER = "Phones stay out of the bedroom, except on nights when one of us is on call."
