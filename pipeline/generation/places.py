"""Whether two meetings are of one place, by the names of their bodies and papers: 岚山市政府, 岚山经开区."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.retrieval.catalogue import Entry

PLACE = compiled(r"[一-鿿]{1,6}?(?:省|自治区|市|县|区|州|盟|旗|镇|乡|街道|村)")
PARTY = compiled(r"^(?:中共|中国共产党)")
"""Stands before the name of a committee of the Party."""
OF_NO_PLACE = compiled(r"关于|专题|会议|常务|党[政组委]|[局院校区县市镇乡]长|[市县区省镇]|主任|总经理|董事|第|[^一-鿿]")
"""Begins a name that does not begin with a place."""

OF_AN_ORGAN = compiled(r"(?:人民政府|政府|党委|委)?(?:党政|综合)?(?:委员会|办公室|办公厅)?$")
"""What the names of the organs of one place, and of one body, do not share."""
# 「甲川市人民政府」「丙栖县水利局」: the name of a city or a county, and not 市政府 or the name of a firm
_CITY = compiled(
    r"(?P<name>[\u4e00-\u9fff]{2,3}?)(?:市|县|州|自治州|盟)(?=人民|委|政府|[\u4e00-\u9fff]{2,12}(?:局|委员会|组|指挥部|办公室|办)$)"
)
NUMBERED = compiled(r"[0-9]{4}年|第[0-9一二三四五六七八九十百]+次")
LONG = 8
"""Characters of the name of a body that tell it without its place: 市河长制工作领导小组."""


def same_place(one: Entry, other: Entry) -> bool:
    """Tell whether two meetings are of one place: the government and the Party committee of a county are."""
    here, there = (PARTY.sub("", entry.issuing_body or "") for entry in (one, other))
    places = PLACE.findall(here)
    return one_body(one, other) or (bool(here) and (here == there or (bool(places) and places == PLACE.findall(there))))


def one_body(one: Entry, other: Entry) -> bool:
    """Tell whether two long names are of one body, with its place and without: 某市河长制工作领导小组."""
    here, there = (entry.issuing_body or NUMBERED.split(entry.meeting_name or "")[0] for entry in (one, other))
    return min(len(here), len(there)) >= LONG and (here.endswith(there) or there.endswith(here))


def of_one_house(one: Entry, other: Entry) -> bool:
    """Tell whether two papers are of organs of one place, or of one body: 临川县人民政府办公室, 临川县委."""
    here, there = (
        OF_AN_ORGAN.sub("", PARTY.sub("", entry.issuing_body or entry.meeting_name or "")) for entry in (one, other)
    )
    return bool(here) and here == there


def of_one_place(one: Entry, other: Entry) -> bool:
    """Tell whether two bodies are of one place, or their names begin with that of one: 岚山经开区, 岚山市."""
    return same_place(one, other) or bool(places_of(one) & places_of(other))


def places_of(entry: Entry) -> set[str]:
    """Return the openings of the names of a body and its paper, so far as they begin with the name of a place."""
    names = (PARTY.sub("", name) for name in (entry.issuing_body, entry.meeting_name, entry.name) if name)
    return {name[:2] for name in names if name and not OF_NO_PLACE.match(name)}


def are_elsewhere(one: str | None, other: str | None) -> bool:
    """Tell whether two bodies are of two places: each opens with the name of one, and the names differ.

    >>> are_elsewhere("甲川市人民政府", "乙泽市人民政府"), are_elsewhere("甲川市人民政府", "中共甲川市委员会")
    (True, False)
    >>> are_elsewhere("市政府办公室", "乙泽市人民政府"), are_elsewhere(None, "乙泽市人民政府")
    (False, False)
    """
    places = [_CITY.match(PARTY.sub("", body or "")) for body in (one, other)]
    return all(places) and len({match["name"] for match in places if match}) == 2
