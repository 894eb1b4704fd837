"""The body whose meeting a question asks of by what it is, without its place: 水利局6月那次会, 二院第21次党委会."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.generation.understanding.meeting_kinds import names_of
from pipeline.generation.understanding.naming import MEETING
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pipeline.retrieval.catalogue import Entry

_KIND = r"(?:[局厅院校]长办公|总经理办公|主任办公|办公|总办|党[组委]|党工委|[局厅院校]务|董事|监事|专题)"
_WHICH = r"[的那这召开年月日号第次期场0-9一二三四五六七八九十百]"
OF_A_BODY = compiled(
    r"(?:^|(?<=[，。；、？?！\s“《：:])|(?<=[年月日号和与及]))(?:请问|想问|在)?(?:[那这][次场回])?[省市县区州]?"
    r"(?P<body>(?![那这])第?[一二三四五六七八九]院|[一-鿿]{2,4}[局厅](?!长)|(?:城投|交投|旅投|国投|水务|港务|公交)(?:集团|公司)?)"
    rf"(?:{_WHICH}{{1,14}}{_KIND}?|{_KIND}){MEETING}"
)
ALSO_CALLED = {"环保局": "生态环境局", "国土局": "自然资源局", "规划局": "自然资源局", "教委": "教育局"}
"""Bodies that people call by the name that they had before."""


def body_lacking(question: str, entries: Iterable[Entry]) -> str | None:
    """Return the body whose meeting a question asks of, where no entry can be of that body.

    An entry of which neither the body nor the meeting is on record may be of any.

    >>> body_lacking("市水利局6月那次会上定了什么", ()), body_lacking("市水利局会后要报什么", ())
    ('水利局', None)
    """
    match = OF_A_BODY.search(question)
    if match is None:
        return None
    names = (match["body"].removeprefix("第"), ALSO_CALLED.get(match["body"], match["body"]))
    for entry in entries:
        if entry.issuing_body is None and entry.meeting_name is None:
            return None
        if any(stands_in(name, line) for name in names for line in names_of(entry).split("\n")):
            return None
    return match["body"]


def stands_in(wording: str, name: str) -> bool:
    """Tell whether a name holds the characters of a wording in their order: 理工学院, 临澜理工职业学院.

    >>> stands_in("二院", "临川市第二人民医院"), stands_in("三院", "临川市第二人民医院")
    (True, False)
    """
    at = 0
    for character in wording:
        at = name.find(character, at) + 1
        if not at:
            return False
    return True
