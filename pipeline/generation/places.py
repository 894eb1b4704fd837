"""Whether two meetings are of one place, by the names of their bodies and papers: 岚山市政府, 岚山经开区."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.retrieval.catalogue import Entry

PLACE = compiled(r"[一-鿿]{1,6}?(?:省|自治区|市|县|区|州|盟|旗|镇|乡|街道|村)")
_NO_PLACE = compiled(r"(?:农村|城乡|城市)$")
"""Ends what is no place in the name of a body: 农业农村局, 住房和城乡建设局, 城市管理局."""
PARTY = compiled(r"^(?:中共|中国共产党)")
"""Stands before the name of a committee of the Party."""
OF_NO_PLACE = compiled(
    r"关于|专题|专项|会议|常务|工作|全体|联席|领导小组|推进|临时|本|[一二三四五六七八九十]+届|党[政组委]|[局院校区县市镇乡]长|[市县区省镇]|主任|总经理|董事|第|[^一-鿿]"
)
"""Begins a name that does not begin with a place."""

OF_AN_ORGAN = compiled(r"(?:人民政府|政府|党委|委)?(?:党政|综合)?(?:委员会|办公室|办公厅)?$")
"""What the names of the organs of one place, and of one body, do not share."""
NUMBERED = compiled(r"[0-9]{4}年|第[0-9一二三四五六七八九十百]+次")
LONG = 8
"""Characters of the name of a body that tell it without its place: 市河长制工作领导小组."""


def same_place(one: Entry, other: Entry) -> bool:
    """Tell whether two meetings are of one place: the government and the Party committee of a county are."""
    here, there = (PARTY.sub("", entry.issuing_body or "") for entry in (one, other))
    places = _chain(here)
    return (
        one_body(one, other)
        or _of_one_series(one, other)
        or (bool(here) and (here == there or (bool(places) and places == _chain(there))))
    )


def mark_of_series(document_number: str | None) -> str:
    """Return the signs before the year of a document number, by which the papers of one body are numbered.

    >>> mark_of_series("梧工委纪〔2025〕6号"), mark_of_series("〔2025〕6号"), mark_of_series(None)
    ('梧工委纪', '', '')
    """
    match = _MARK.match(document_number or "")
    return match["mark"] if match else ""


def _of_one_series(one: Entry, other: Entry) -> bool:
    """Tell whether two papers are numbered in one series, whose mark opens with a sign of both bodies' names."""
    mark = mark_of_series(one.document_number)
    bodies = [entry.issuing_body or "" for entry in (one, other)]
    return bool(mark) and mark == mark_of_series(other.document_number) and all(mark[0] in body for body in bodies)


_MARK = compiled(r"(?P<mark>[一-鿿]{3,})[〔\[（(【]")


def _chain(body: str) -> list[str]:
    """Return the places that the name of a body has, the first with all that stands before it.

    >>> _chain("甲市乙区丙街道办事处"), _chain("丁湖高新技术产业开发区管委会"), _chain("戊县农业农村局")
    (['甲市', '乙区', '丙街道'], ['丁湖高新技术产业开发区'], ['戊县'])
    """
    found = [match for match in PLACE.finditer(body) if not _NO_PLACE.search(match.group())]
    return [body[: one.end()] if one is found[0] else one.group() for one in found]


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
    """Return the opening of the name of a body, else of its meeting or paper, if it begins with the name of a place."""
    names = (PARTY.sub("", name) for name in (entry.issuing_body, entry.meeting_name, entry.name) if name)
    first = next((name for name in names if name and not OF_NO_PLACE.match(name)), "")
    return {first[:2]} if first else set()


def place_of(entry: Entry) -> str:
    """Return the place with which the name of a paper's body begins; empty where it names none."""
    match = PLACE.match(entry.issuing_body or "")
    return match.group() if match else ""
