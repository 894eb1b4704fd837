"""Text in columns on a terminal, where a Chinese character is two cells wide."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from pipeline.generation.duty_labels import labels_apart
from pipeline.patterns import compiled

_BLANKS = compiled(r"\s+")
# A blank is kept only between two Latin words: 「突出 “一事一策” ，」 loses its own, 「CY Group」 does not.
_NEEDLESS = compiled(r"(?<![!-~])\s+|\s+(?![!-~])")
# 「施划泊位1\n60个」 in a text of broken lines: one number
_BROKEN = compiled(r"(?<=\d)[ \t\u3000]*\n[ \t\u3000]*(?=\d)")
_CONTROL = compiled(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


def width(text: str) -> int:
    """Return the number of terminal cells that a text fills.

    >>> width("第4次会议")
    9
    """
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )


def one_line(text: str) -> str:
    """Return a passage on one line, without the blanks that Chinese does not need and without control characters.

    Labels of who is to act and by when that stood on lines of their own stay apart.

    >>> one_line("突出 “一事一策” ，市纪\\n委监委配合")
    '突出“一事一策”，市纪委监委配合'
    >>> one_line("修缮围墙\\n责任科室：丙科\\n完成时限：6月底前")
    '修缮围墙；责任科室：丙科；完成时限：6月底前'
    """
    return _CONTROL.sub("", _BLANKS.sub(" ", _NEEDLESS.sub("", _BROKEN.sub("", labels_apart(text))))).strip()


def shorten(text: str, cells: int) -> str:
    """Return a text cut to at most `cells` terminal cells, with … where something fell away.

    >>> shorten("修改完善后组织实施", 9)
    '修改完善…'
    """
    if width(text) <= cells:
        return text
    kept = ""
    filled = 1
    for character in text:
        filled += width(character)
        if filled > cells:
            break
        kept += character
    return f"{kept}…"


def pad(text: str, cells: int) -> str:
    """Return a text filled with blanks up to `cells` terminal cells.

    >>> pad("议题", 6) + "|"
    '议题  |'
    """
    return text + " " * max(0, cells - width(text))


def table(head: Sequence[str], lines: Sequence[Sequence[str]], *, widest: int = 40) -> str:
    """Return lines in aligned columns under a head, no column wider than `widest` cells.

    >>> print(table(["文号", "议题"], [["昆政〔2021〕1号", "6"]]))
    文号             议题
    ---------------  ----
    昆政〔2021〕1号  6
    """
    cut = [[shorten(one_line(cell), widest) for cell in line] for line in [head, *lines]]
    cells = [max(width(line[column]) for line in cut) for column in range(len(head))]
    ruled = [cut[0], ["-" * count for count in cells], *cut[1:]]
    return "\n".join(
        "  ".join(pad(cell, count) for cell, count in zip(line, cells, strict=True)).rstrip() for line in ruled
    )
