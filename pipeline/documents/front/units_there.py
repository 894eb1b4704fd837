"""Units that sat at a meeting without anybody named: 「列席：教务处、学生处负责人」."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pipeline.documents.duties.names import ends_as_unit, is_name, split_person
from pipeline.documents.duties.parties import JUNK, is_generic
from pipeline.documents.text.clean import Passage
from pipeline.patterns import compiled

_TAKES_PART = compiled(r"参加|列席|出席|参会|到会|与会|负责(?:人|同志)")
# 「各街道（镇）」「中岳建设（总承包单位）」: what stands in a bracket is no entry of the list
_ASIDE = compiled(r"\([^()]*\)")
_SEGMENT = compiled(r"[^;。:\n]+")
_ENTRY = compiled(r"(?:(?!(?<=[局委办厅部院会心司团队处科股室站所组镇道区县])[及和与](?=[\u4e00-\u9fff]{3}))[^、, ])+")
_OPENS = compiled(
    r"[及和与]|(?:列席|出席|参加|参会|到会|与会)(?:会议)?的?(?:人员|单位|部门|领导)?(?:有|为|还有)?|邀请|以及|还有"
)
_CLOSES = compiled(
    r"(?:等(?:\d{1,2}|[一二三四五六七八九十]{1,3})?(?:个|家)?(?:有关|相关|市直|区直|县直)*(?:部门|单位|科室|处室|公司)?)?"
    r"(?:党政|党委|行政|主要|分管|有关|相关|业务)*(?P<heads>负责人|负责同志|领导|同志|人员|代表)?(?:等)?(?:同志)?"
    r"(?:参加|列席|出席|参会|到会)?了?(?:本次|此次)?(?:会议)?$"
)


def units_there(passages: Iterable[Passage]) -> frozenset[str]:
    """Return the units that the head and the lists of a paper name by themselves, as they are written.

    >>> text = "列席：教务处、后勤保障处、中岳建设（总承包单位）负责人"
    >>> sorted(units_there([Passage(text.replace("：", ":").replace("（", "(").replace("）", ")"), range(len(text)))]))
    ['中岳建设', '后勤保障处', '教务处']
    """
    return frozenset(
        unit
        for passage in passages
        if _TAKES_PART.search(passage.flat)
        for segment in _SEGMENT.finditer(_ASIDE.sub("", passage.flat))
        for unit in _of(segment.group())
    )


def _of(segment: str) -> Iterator[str]:
    """Yield the units of one list: entries that end as one, and where their heads came what stands among them."""
    entries = [entry.group() for entry in _ENTRY.finditer(segment)]
    if not entries:
        return
    closing = _CLOSES.search(entries[-1])
    headed = bool(closing and closing["heads"])
    entries[-1] = entries[-1][: closing.start()] if closing else entries[-1]
    bare = [entry[match.end() :] if (match := _OPENS.match(entry)) else entry for entry in entries]
    shaped = [entry for entry in bare if _is_unit(entry)]
    yield from shaped
    if headed and len(shaped) >= 2 and 2 * len(shaped) >= len(bare):
        yield from (entry for entry in bare if 3 <= len(entry) <= 8 and _may_be(entry))


def _is_unit(entry: str) -> bool:
    return 3 <= len(entry) <= 16 and ends_as_unit(entry) and _may_be(entry)


def _may_be(entry: str) -> bool:
    """Tell whether an entry is neither a person nor nobody in particular nor words of a sentence."""
    named = is_name(entry) or split_person(entry) is not None
    return not (named or is_generic(entry) or JUNK.search(entry) or _NO_UNIT.search(entry))


_NO_UNIT = compiled(
    r"会议|主持|召开|[\d“”《》]|各|有关|相关|全体|[年月日]$|^(?:在|以|因|由|于|及|和|与)|去|开会|干部|秘书长|书记|主任"
    r"|[三两四五六七八九]个|^[\u4e00-\u9fff]{2,4}[省市县区州旗]$"
)
