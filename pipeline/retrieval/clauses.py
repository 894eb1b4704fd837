"""A question of several parts (谁来抓？后来又签了什么？) is searched part by part as well."""

from __future__ import annotations

import re

from pipeline.patterns import compiled

MOST = 3
SHORTEST = 6  # characters of a part that says something by itself

_BREAK = compiled(
    r"[？?。！!；;\n]+|[，,]\s*(?=后来|之后又|又[^，]{2}|另外|而(?!且)|三年后|其后|再后来)|(?:以及|还有)(?=[^，？?]{5,})"
)
_FOLLOWS = compiled(r"^\s*(?:那么?|这|它|他|她|其中?|该|第[\d一二三四五六七八九十]+[项条点个])")


def clauses(query: str) -> list[str]:
    """Return the parts of a question that each ask for something, none where it is one.

    >>> clauses("治河靠谁来抓？后来跟邻市又签了什么协议？")
    ['治河靠谁来抓', '后来跟邻市又签了什么协议']
    >>> clauses("治河靠谁来抓？")
    []
    """
    parts = [part.strip() for part in _BREAK.split(query) if part and len(part.strip()) >= SHORTEST]
    return parts[:MOST] if len(parts) > 1 else []


def follow_up(query: str) -> str | None:
    """Return the last part of a question where it goes on from the one before it (那第50次呢), or `None`.

    >>> follow_up("第4次会议谁主持？那第50次是哪个主持的？")
    '那第50次是哪个主持的'
    """
    parts = [part.strip() for part in re.split(r"[？?。！!\n]+", query) if part.strip()]
    return parts[-1] if len(parts) > 1 and _FOLLOWS.match(parts[-1]) else None
