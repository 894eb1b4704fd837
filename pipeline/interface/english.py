"""The English of the screen, read from the table beside this file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

_TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))

ENGLISH: Mapping[str, str | tuple[str, str]] = {
    chinese: english if isinstance(english, str) else (english[0], english[1])
    for chinese, english in _TABLE["words"].items()
}
"""Our Chinese wordings and what stands for each; a pair is a singular and a plural, chosen by `n`."""

SAID_BY_THE_ENGINE: tuple[tuple[str, str], ...] = tuple(_TABLE["said"].items())
"""Sentences that the engine says: a pattern for the whole sentence, and its English with the pattern's groups."""
