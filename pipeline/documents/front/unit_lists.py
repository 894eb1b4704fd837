"""Lists that name units or places and no persons: 「院办、医务部、财务科负责人」, 「清江县、白杨区、柳河镇」."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.documents.duties.names import ends_as_unit, is_name, split_person
from pipeline.documents.text.clean import Passage
from pipeline.patterns import compiled

# 「清江县、白杨区、柳河镇」: the places that took part, by video
_PLACES = compiled(r"[\u4e00-\u9fff]{2,6}(?:[县区镇乡村州旗市]|街道|开发区)")
# 「北苑、南苑、柏桥3个社区书记」「院办、医务部、财务科负责人」
_OF_ALL = compiled(
    r"(?P<counted>(?:\d+|[两二三四五六七八九十]+)[个家].*)?(?:负责人|负责同志|书记|主任|经理|校长|院长|[镇乡村局科]长|干部|工作人员|代表)$"
)
COLLECTIVE = compiled(r"有关|相关|各|其他|以及|及|所属|部门|单位")


def lists_units(entries: Sequence[Passage]) -> bool:
    """Tell whether a list names units whose heads came, who are told by their post at its end: no entry is a name."""
    if len(entries) > 1 and all(_PLACES.fullmatch(entry.flat) for entry in entries):
        return True
    last = _OF_ALL.search(entries[-1].flat) if len(entries) > 1 else None
    if last is None or split_person(entries[-1].flat):
        return False
    if last["counted"]:
        return True
    units = sum(ends_as_unit(entry.flat) and not is_name(entry.flat) for entry in entries[:-1])
    return not COLLECTIVE.search(entries[-1].flat) and 2 * units > len(entries) - 1
