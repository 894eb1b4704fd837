"""Traditional characters as their simplified forms, one for one, so that a question finds a text in either script."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice, product

from pipeline.config import ROOT

TABLE = ROOT / "models" / "builtin" / "fold.txt"
"""One `traditional simplified` pair a line; it comes with the built-in encoder."""
MOST_FORMS = 64
"""Forms of one wording at most: a name of four characters, each of which may be written in two ways, has sixteen."""


def simplified(text: str) -> str:
    """Return a text with traditional characters as simplified ones; its length stays.

    >>> simplified("會議紀要")
    '会议纪要'
    """
    return text if text.isascii() else text.translate(simpler_characters())


@lru_cache(maxsize=1)
def simpler_characters() -> dict[int, str]:
    """Return the simplified character by the code point of the traditional one, for `str.translate`; read once.

    Where the simplified form lies beyond the basic plane (頵 𫖳), the two meet at the traditional one, which patterns
    and fonts know.
    """
    pairs = (line.split(" ") for line in TABLE.read_text(encoding="utf-8").splitlines())
    met = ((simple, traditional) if simple > "\uffff" else (traditional, simple) for traditional, simple in pairs)
    return {ord(one): other for one, other in met}


def written_forms(text: str) -> tuple[str, ...]:
    """Return a short wording in every script in which a text may have it, the simplified form first.

    >>> written_forms("会县")
    ('会县', '会縣', '會县', '會縣')
    """
    forms = (sorted({character, *_fuller_characters().get(character, ())}, key=character.__ne__) for character in text)
    return tuple(islice(map("".join, product(*forms)), MOST_FORMS))


@lru_cache(maxsize=1)
def _fuller_characters() -> dict[str, list[str]]:
    """Return the traditional characters by the simplified one that stands for them."""
    found: dict[str, list[str]] = {}
    for traditional, simple in simpler_characters().items():
        found.setdefault(simple, []).append(chr(traditional))
    return found
