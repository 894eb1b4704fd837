"""Traditional characters as their simplified forms, one for one, so that a question finds a text in either script."""

from __future__ import annotations

from functools import lru_cache

from pipeline.config import ROOT

TABLE = ROOT / "models" / "builtin" / "fold.txt"
"""One `traditional simplified` pair a line; it comes with the built-in encoder."""


def simplified(text: str) -> str:
    """Return a text with traditional characters as simplified ones; its length stays.

    >>> simplified("會議紀要")
    '会议纪要'
    """
    return text if text.isascii() else text.translate(_table())


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    """Read the pairs of characters once."""
    pairs = (line.split(" ") for line in TABLE.read_text(encoding="utf-8").splitlines())
    return {ord(traditional): simple for traditional, simple in pairs}
