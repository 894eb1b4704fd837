"""The signs of Markdown: which characters of a text only say how it is to be shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.patterns import compiled

# 「> 会议决定暂缓。」: a quotation; 「---」 beneath a heading or between two parts: a rule
_LINE_SIGNS = compiled(
    r"^[ ]{0,3}(?:>[ ]?)+|^[ ]{0,3}(?:={3,}|(?:-[ ]{0,3}){3,}|(?:\*[ ]{0,3}){3,}|(?:_[ ]{0,3}){3,})$", re.MULTILINE
)
_INLINE = compiled(
    r"(?P<picture>!\[[^\[\]\n]{0,200}\]\([^()\s]{1,300}\))"
    r"|(?P<open>\[)[^\[\]\n]{1,200}(?P<link>\]\((?:[a-z]{2,8}:|[/#.])[^()\s]{0,300}\))"
    r"|(?P<tick>`)[^`\n]{1,200}(?P<tock>`)"
    r"|(?<![*\\\d])(?P<star>\*)(?=[^*\s])[^*\n]{1,100}(?<=[^*\s\\])(?P<end>\*)(?![*\d])"
    r"|(?P<escape>\\)(?=[\\`*_{}\[\]()#+\-.!|>~])"
)


def blank_line_signs(plain: str) -> str:
    """Set blanks for the signs at the start of a line and for rules, place for place.

    >>> blank_line_signs("> 会议同意。")
    '  会议同意。'
    """
    return _LINE_SIGNS.sub(lambda match: " " * len(match.group()), plain)


def inline_signs(plain: str) -> Iterator[int]:
    """Yield the offsets of the signs inside a line, which a reader does not see: emphasis, code, links, escapes.

    >>> text = "由`县水务局`负责"
    >>> "".join(sign for offset, sign in enumerate(text) if offset not in set(inline_signs(text)))
    '由县水务局负责'
    """
    if not ("](" in plain or any(sign in plain for sign in "*`\\")):
        return
    for match in _INLINE.finditer(plain):
        for name, wording in match.groupdict().items():
            if wording is not None:
                yield from range(*match.span(name))
