"""A meeting named by its kind or its matter, without a number: 省政府常务会议, 七月那次调度会, 某水库专题会."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.generation.understanding.asking import ORDINAL
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
OF_ANY_BODY = frozenset(("调度", "例", "会商", "协调", "推进", "评审", "工作", "全体", "专题"))
"""Kinds that a body may call any of its meetings by."""
OF_NO_GOVERNMENT = compiled(r"董事|监事|股东|理事|议事|村民代表|业主|职工代表|院长办公|校长办公|总经理办公|院务|校务")
NO_MEETING = compiled(r"办公室|成员|制度|机制|召集|秘书|书记")
"""What goes on after the name of a body, where no meeting of it is meant: 联席会议办公室."""
GOES_TO = compiled(
    r"(?:报|提请|提交|递交|呈|送|交|经|过|按|根据|依据|落实|贯彻|请|召开|列席|出席|参加|[上下前后]一?次)[^，。？?、；\s]{0,8}$"
)
"""What stands before a meeting to which a matter goes, or goes back."""
SHOWS_A_KIND = compiled(
    r"办公|常务|党[组委]|党工委|常委|[院校厅局]务|联席|董事|监事|股东|理事|议事|专题|协调|调度|村民|业主|职工"
    r"|规划委|安全生产委|指挥部|领导小组"
)
MAY_BE_CALLED = {
    "常务": "常务|政府第|政府会议",
    "常委": "常委|[省市县区州]委(?:第|会议)|^中共[^\\n]*[省市县区州旗]委员会",
    "党委": "党委|常委|党工委|党总?支|党员|^中共[^\\n]*委员会",
    "党组": "党组|党委",
    "党工委": "党工委|工作委员会|党委",
    "校长办公": "校长|校办|校务",
    "院长办公": "院长|院办|院务",
    "院务": "院务|院长|院办",
    "校务": "校务|校长|校办",
    "总经理办公": "总经理|总办|经理",
    "主任办公": "主任|管委会",
}
"""How a paper may be called that is of a kind as people speak of it: much alike is enough."""
_DECIDED = compiled(
    r"(?P<kind>党组|党委|党工委)(?=同意|决定|研究|审议|议定|明确|要求|布置|部署|通过)"
    r"|(?P<body>董事|监事|股东|理事|议事|安委|规委|财经委|城规委|编委|房委|应急委|村民代表|业主|职工代表)大?会(?!计|同(?!意))"
    rf"|(?P<group>领导小组)(?:第?{ORDINAL}次)?(?:全体|专题)?会(?!计|同(?!意))"
)
"""A body that decided, its meeting left unsaid, and one whose name is that of its meeting."""
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


def kind_lacking(question: str, entries: Sequence[Entry]) -> tuple[str, ...]:
    """Return how a text may call the meeting that a question asks of, where no entry can be of its kind.

    There is nothing where it has no kind, or one by which any body may call a meeting. What goes to a meeting
    (报董事会审定) is not asked of it; of two kinds that are named one is enough.

    >>> kind_lacking("集团董事会定了什么", ()), kind_lacking("方案何时报董事会审定", ())
    (('董事会',), ())
    """
    kinds = kinds_asked(question)
    if any(kind in OF_ANY_BODY or any(_may_be(kind, entry) for entry in entries) for kind in kinds):
        return ()
    return forms_of(kinds[0]) if kinds else ()


def kinds_asked(question: str) -> list[str]:
    """Return the kinds of the meetings that a question asks of, in its order.

    >>> kinds_asked("县教育局党组同意的标准"), kinds_asked("联席会议办公室设在哪里")
    (['党组'], [])
    """
    found: dict[str, int] = {}
    named = [(match, match["kind"]) for one in (_OF_A_GOVERNMENT, _OF_A_BODY) for match in one.finditer(question)]
    named += [(match, match["kind"] or match["body"] or match["group"]) for match in _DECIDED.finditer(question)]
    for match, kind in named:
        if kind and not GOES_TO.search(question[: match.start()]) and not NO_MEETING.match(question, match.end()):
            found.setdefault(kind, match.start())
    return sorted(found, key=lambda kind: found[kind])


def forms_of(kind: str) -> tuple[str, ...]:
    """Return how a text writes the meetings of a kind: 规委会, 规划委员会."""
    written = [form for form in _WRITTEN.get(kind, "").split("|") if form and form != kind]
    return (kind if kind in ("党组", "领导小组", "防指") else f"{kind}会", *written)


def _may_be(kind: str, entry: Entry) -> bool:
    """Tell whether a paper is of a meeting of a kind, or shows none and is of a body that has such meetings."""
    names = names_of(entry)
    if _pattern(MAY_BE_CALLED.get(kind) or _WRITTEN.get(kind, re.escape(kind))).search(names):
        return True
    shown = entry.meeting_name is not None or SHOWS_A_KIND.search(names)
    return not shown and not (OF_NO_GOVERNMENT.search(kind) and "政府" in names)


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
