"""Documents as plain text: lines that fit, nothing that only shapes, code as it stands."""

import pytest

from workshop.content.guides import GUIDES, guide_text
from workshop.content.laid_out import WIDTH, laid_out

DOCUMENT = """\
# A title

Some *words* that
go on, `code --like-this`, [here](there.md) and [there](https://example.org).

1. one
2. two
   on two lines

- a point

  that has a second part
- another

```toml
text = \"\"\"
  as it stands, however long it is, and whatever *is* in it: nothing is broken.\"\"\"
```

| field | holds |
|---|---|
| `id` | its name |
| `text` | so many words that they do not fit beside it in a line of the width that there is |
"""
LAID_OUT = """\
A title
=======

Some words that go on, `code --like-this`, here and there
(https://example.org).

1. one
2. two on two lines

- a point

  that has a second part

- another

text = \"\"\"
  as it stands, however long it is, and whatever *is* in it: nothing is broken.\"\"\"

field   holds
`id`    its name
`text`  so many words that they do not fit beside it in a line of the width
        that there is
"""


def test_a_document_becomes_lines_that_fit() -> None:
    def leads(target: str) -> str:
        return target if target.startswith("https") else ""

    assert laid_out(DOCUMENT, leads) == LAID_OUT


@pytest.mark.parametrize("guide", GUIDES)
def test_no_line_of_a_guide_is_too_long_but_code(guide: str) -> None:
    text = guide_text(guide)  # type: ignore[arg-type]  # a str
    code = {line for block in text.split("```")[1::2] for line in block.splitlines()}

    long = [line for line in laid_out(text).splitlines() if len(line) > WIDTH]

    assert set(long) <= code
