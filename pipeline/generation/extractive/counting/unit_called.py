"""Whether a question calls a unit by one of its names."""

from __future__ import annotations

from pipeline.documents.duties.unit_names import aliases, canonical, same_unit
from pipeline.documents.duties.units import find_units
from pipeline.patterns import compiled

BODY = compiled(
    r"(?:(?:[省市县区]委)?常委会|董事会|监事会|理事会|党组会?|党委会?|[市县区]?政府(?=第|[^，]{0,6}会)|办公会|常务会)(?:第?[0-9一二三四五六七八九十百]+次)?(?:会议?)?"
)
"""Whose meeting it is; no unit that is given work."""
GENERIC = compiled(r"街道(?:办(?:事处)?)?|办事处|[省市县区州镇乡]?(?:人民)?政府")
"""Short names that many units share."""
ZONE = compiled(r"(?P<place>[一-鿿]{2,3})(?:经济|高新|技术|产业)*(?:开发区|新区)")


def called(unit: str, text: str) -> bool:
    """Tell whether a text calls a unit by one of its names, with or without its level.

    >>> called("市发展改革委", "发改委的人汇报了什么"), called("市财政局", "教育局汇报了什么")
    (True, False)
    >>> called("区财政局", "县财政局汇报了什么")
    False
    """
    text = BODY.sub("，", text)
    written = [named for _, named in find_units(text)]
    if any(same_unit(named, unit) for named in written):
        return True
    if any(same_unit(named, canonical(unit)) for named in written):
        return False  # the same office at another level or in another place
    names = {unit, *aliases(unit), unit[1:] if unit[:1] in "省市县区州镇乡" else unit}
    names |= place_of(unit)
    return any(len(name) > 1 and name in text and not GENERIC.fullmatch(name) for name in names)


def place_of(unit: str) -> set[str]:
    """Return the place alone by which a zone is called: 西湾 of 西湾经济开发区."""
    match = ZONE.fullmatch(unit)
    return {match["place"]} if match else set()
