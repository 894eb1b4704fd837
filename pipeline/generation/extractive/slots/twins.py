"""A figure of one season, half year, phase or place is asked for: that of its twin, which stands beside, is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.kinds import find
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.slots.telling import Telling

TWINS = tuple(
    compiled(pattern)
    for pattern in (
        r"春季|秋季",
        r"上半年|下半年",
        r"(?:第?[一二三四1-4])季度",
        r"(?<![第0-9])[一二三四五]期(?=工程|项目|建设|改造)",
        r"白天|夜间",
    )
)
PLACE = compiled(
    r"(?P<name>[一-鿿]{2})(?P<sort>片区|社区|街道|校区|院区|小区|组团|水库|水厂|泵站|码头|隧道|大桥|路段|标段)"
)
NO_NAME = compiled(
    r"[哪几各个两三四五六的在到由和与、是全本该每等所]|什么|老旧|智慧|农村|城镇|中小|大型|试点|示范|其他|有关|[年季月]度"
)
"""老旧小区 names none."""


def is_of_a_twin(one: Telling) -> bool:
    """Tell whether a figure of one of a pair is asked for, and every figure told stands beside another."""
    if one.corrects or one.kind not in ("money", "share", "figure") or len(one.sources) != 1:
        return False
    for twins in TWINS:
        asked = {match.group() for match in twins.finditer(one.unnamed)}
        held = {match.group() for match in twins.finditer(f"{one.titles}\n{one.told}")}
        if len(asked) == 1 and held and not asked & held:
            return True
    return any(_is_elsewhere(one, match) for match in PLACE.finditer(one.unnamed) if not NO_NAME.search(match["name"]))


def _is_elsewhere(one: Telling, asked: re.Match[str]) -> bool:
    """Tell whether no line with a figure names a place that is asked about, and one names another of its sort."""
    short = asked["name"][-1] + asked["sort"]  # 江州老码头, 将老码头改建: where a name begins, no mark tells
    if asked["name"] in one.titles or short in f"{one.titles}\n{one.told}":
        return False
    kind = kind_asked(one.question.text)
    lines = [line for line in one.sentences if any(True for _ in find(kind, line))]
    if not lines or any(asked["name"] in line for line in lines):
        return False
    others = (match for line in lines for match in PLACE.finditer(line) if match["sort"] == asked["sort"])
    return any(not NO_NAME.search(match["name"]) for match in others)
