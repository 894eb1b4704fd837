"""A meeting named by its kind or its matter, without a number: 省政府常务会议, 七月那次调度会, 某水库专题会."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.patterns import compiled
from pipeline.simplified import simplified

if TYPE_CHECKING:
    from pipeline.retrieval.catalogue import Entry

_ENDS = r"(?:会议?(?![计展同所员社场费签商籍见谈合客])|会(?=上|里))"
_OF_A_GOVERNMENT = compiled(
    rf"(?P<level>[省市县区州旗镇乡])(?:人民)?政府的?(?P<kind>常务|党组|全体|专题|工作)(?:[(（]扩大[)）])?{_ENDS}"
)
_OF_A_BODY = compiled(
    rf"(?P<kind>[校院局厅区县市省镇州]长办公|总经理办公|主任办公|常务|党组|党委|党工委|常委|院务|校务|党政联席|联席|调度|专题|"
    rf"例|会商|协调|推进|评审){_ENDS}"
    r"|(?P<body>董事|监事|股东|理事|议事|安委|规委|财经委|城规委|编委|房委|应急委|防指|指挥部|村民代表|业主|职工代表)"
    r"(?:大)?会?(?:的|全体|第?[^，。？]{0,4})?(?:会议?(?!计)|(?=上|里))"
)
_ON_A_MATTER = compiled(
    r"(?P<matter>[一-鿿]{3,14}?)的?(?:专题|现场办公|现场|协调|推进|调度|会商|座谈)(?:调度)?会(?:议(?!室)|(?![议计展所员社场费签商籍见谈合客]))"
)
"""某水库专题会, 某港区现场办公会: a meeting by what it was on."""
_BEFORE_A_MATTER = compiled(
    r"^.*(?:[的在上到由据按说问查看把那这次日月年]|关于|[省市县区州旗](?:委|人民政府|政府)?(?![^省市县区州旗]{0,2}$))"
)
"""What stands before a matter in what was read as one: 查一下8月那次, 某县."""
_SAID = 0.6
"""Share of the wording of a matter that the names of a paper must hold in a row."""
_LEAST = 3
"""Characters of a matter at least by which a paper can be told."""

_GOVERNMENT = "{level}[^省市县区州旗镇乡\\n]{{0,6}}政府"
_WRITTEN = {
    "安委": "安委|安全生产委员会",
    "规委": "规委|规划委员会",
    "城规委": "城规委|城市规划委员会",
    "财经委": "财经委",
    "编委": "编委|编制委员会",
    "应急委": "应急委|应急管理委员会",
    "防指": "防指|防汛抗旱指挥部|防汛",
    "总经理办公": "总经理办公|总办",
    "例": "例会",
}
"""How the papers themselves write a body that a question names short."""


def meeting_of_a_kind(question: str, entries: Sequence[Entry]) -> tuple[tuple[int, int], tuple[Entry, ...]]:
    """Return where a question names a meeting by its kind, and the entries of that kind.

    There are none where the question names no kind, or one that every entry has: that tells nothing apart.
    """
    place, fits = _on_a_matter(question, entries)
    if fits:
        return place, fits
    match = _OF_A_GOVERNMENT.search(question) or _OF_A_BODY.search(question)
    if match is None:
        return (0, 0), ()
    wanted = _wanted(match)
    fits = tuple(entry for entry in entries if all(one.search(names_of(entry)) for one in wanted))
    return (match.span(), fits) if len(fits) < len(entries) else ((0, 0), ())


def _on_a_matter(question: str, entries: Sequence[Entry]) -> tuple[tuple[int, int], tuple[Entry, ...]]:
    """Return where a question names a meeting by what it was on, and the one entry whose names say that."""
    match = _ON_A_MATTER.search(question)
    if match is None or len(entries) < 2:
        return (0, 0), ()
    matter = _BEFORE_A_MATTER.sub("", match["matter"])
    runs = [
        matter[at : at + size] for size in range(len(matter), _LEAST - 1, -1) for at in range(len(matter) - size + 1)
    ]
    for run in runs:
        if len(run) < _SAID * len(matter):
            break
        fits = tuple(entry for entry in entries if run in names_of(entry))
        if fits:
            start = match.end("matter") - len(matter)
            return ((start, match.end()), fits) if len(fits) == 1 else ((0, 0), ())
    return (0, 0), ()


def of_level(level: str, entry: Entry) -> bool:
    """Tell whether an entry is of the government of a level: 区 of 某区人民政府."""
    return bool(_pattern(_GOVERNMENT.format(level=level)).search(names_of(entry)))


def _wanted(match: re.Match[str]) -> list[re.Pattern[str]]:
    """Return what the names of an entry must hold to be of the kind that was named.

    >>> [one.pattern for one in _wanted(_OF_A_GOVERNMENT.search("省政府常务会议谁请假"))]
    ['省[^省市县区州旗镇乡\\\\n]{0,6}政府', '常务']
    >>> [one.pattern for one in _wanted(_OF_A_BODY.search("7月调度会推迟了什么"))]
    ['调度']
    """
    named = match.groupdict()
    kind = named["kind"] or named["body"]
    level = named.get("level")
    written = [_GOVERNMENT.format(level=level)] if level else []
    return [_pattern(one) for one in (*written, _WRITTEN.get(kind, re.escape(kind)))]


@lru_cache(maxsize=256)
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


@lru_cache(maxsize=65_536)  # the names of each document of the library are compared with every such question
def names_of(entry: Entry) -> str:
    """Return all that an entry is called, on lines, without blanks."""
    names = (entry.issuing_body, entry.meeting_name, entry.name, entry.file)
    return "\n".join("".join(simplified(name).split()) for name in names if name)
