"""The six themes, one for each part of the article that the product grew from."""

from typing import Literal

Theme = Literal["understanding", "signs", "factors", "overcoming", "building", "keeping"]
