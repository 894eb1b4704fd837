"""Writes out whom a text names in passing: 该局 as the bureau before it, 气象、水文两局 as 气象局、水文局."""

from __future__ import annotations

import re

from pipeline.generation.checking.reading.fold import flat
from pipeline.generation.checking.reading.unit_runs import units
from pipeline.patterns import compiled

_KINDS = "局|委|办|厅|处|科|部|院|公司|集团|医院|学校|银行|中心|镇|街道|支队|大队|协会"
_THE = compiled(rf"该(?P<kind>{_KINDS})(?![长员级属类门委])")
_BOTH = compiled(
    r"(?P<number>[两二三四五])(?P<kind>局|委|办|厅|科|部(?!门)|院|公司|镇|乡|街道|县|区|市|村|支队|大队)(?:两[地级])?(?P<body>政府|党委)?(?![长级个地])"
)
_TWO_PLACES = compiled("(?P<level>[县区镇乡])两地(?P<body>政府|党委)")
_JOINT = compiled("[、和与及]")
_HAN = compiled("[\u4e00-\u9fff]$")
_LEVELS = frozenset("市县区镇乡")
_NUMBERS = "两二三四五"
_SHORTEST = 2
_LEAD_IN = compiled("(?:由|了|会同|请|责成|要求|以及|[:,。;的])(?=[\u4e00-\u9fff]*$)")


def with_referents(folded: str, told: str = "") -> str:
    """Return a folded text in which 该局 is the last bureau named before it, and 两局 stands behind each name.

    What the sources (`told`) put so themselves stays as it is.

    >>> with_referents("市财政局提出方案,由该局会同气象、水文两局修改")
    '市财政局提出方案,由市财政局会同气象局、水文局修改'
    """
    return _the_one(_each(folded, told))


def _each(folded: str, told: str) -> str:
    """Return a text in which each of the names counted has the end that stands once behind all."""
    folded = _TWO_PLACES.sub(lambda match: f"{match['level']}两{match['level']}{match['body']}", folded)
    for match in _BOTH.finditer(folded):
        names = _named_before(folded[: match.start()], 2 + max(0, _NUMBERS.index(match["number"]) - 1))
        if names is None:
            continue
        body = match["body"] or ""
        start = match.start() - len("、".join(names))
        if flat(folded[start : match.end()]) in told:
            continue
        counted = f"{folded[start : match.start()]}{match['number']}个{match['kind']}"  # 甲、乙两个街道
        if flat(counted) in told:
            return _each(f"{folded[:start]}{counted}{folded[match.end('kind') :]}", told)
        full = "、".join(f"{_whole(name, match['kind'], body)}{body}" for name in names)
        return _each(f"{folded[:start]}{full}{folded[match.end() :]}", told)
    return folded


def _whole(name: str, kind: str, body: str) -> str:
    """Return a name with the word for its kind behind it; 石渡县 has its level, and needs none before 政府."""
    return name if body and name[-1] in _LEVELS else f"{name.removesuffix(kind)}{kind}"


def _named_before(text: str, count: int) -> list[str] | None:
    """Return so many names as stand in a list at the end of a text, `None` where there is no list of that length."""
    parts = _JOINT.split(re.split("[,。;:\n]", text)[-1])[-count:]
    if len(parts) != count or any(len(part) < _SHORTEST or not _HAN.search(part) for part in parts):
        return None
    return parts


def _the_one(folded: str) -> str:
    """Return a text in which 该局 is the last unit of the kind that is named before it."""
    match = _THE.search(folded)
    while match is not None:
        named = [name for name in units(folded[: match.start()]) if name.endswith(match["kind"]) and name[0] != "该"]
        full = _LEAD_IN.split(named[-1])[-1] if named else match.group()
        folded = f"{folded[: match.start()]}{full}{folded[match.end() :]}"
        match = _THE.search(folded, match.start() + len(full))
    return folded
