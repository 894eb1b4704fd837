"""Rows of a quoted table are read with the heads of their columns: 牵头 over a cell says who leads."""

from __future__ import annotations

import re

from pipeline.generation.checking.reading.unit_runs import units
from pipeline.patterns import compiled

_DRAWN = "|｜┃│"
BARS = f"{_DRAWN}\t"
"""What parts the cells of a row."""
_BAR = compiled(f"[{BARS}]")
_HEAD = compiled(
    r"(?:序号|编号|事项|任务|内容|问题|措施|要求|牵头|责任|配合|协办|主办|承办|单位|部门|科室|处室|领导|时限|时间|备注|进展|要点|"
    r"议题|整改|工作|完成|人|具体|主要|落实|[-—:： ]|类别|项目)+"
)
_ROLES = compiled(r"^(?:(?P<lead>牵头|责任|主办|承办)|(?P<support>配合|协办))(?:单位|部门|科室|处室|领导|人)?$")
_CELL = compiled(rf"[^{BARS}\s][^{BARS}]*")
_NOBODY = ("—", "-", "－", "/", "无")  # a cell that names nobody
_LONGEST = 16
_LEAST_ROW = 4
_LIMIT = compiled(
    r"\d{1,2}[月日]|[月年]底|季度|[年月]内|[前后]$|长期|常态|持续|即日|每(?:[年月周日天旬季]|半[年月]|学期)"
)
_DAY = compiled(r"(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|底)$")
_MANY = compiled(
    "各[\u4e00-\u9fff]{1,6}|[\u4e00-\u9fff]{2,6}(?:单位|部门|企业|方|社区|村|队|站)|[a-zA-Z]{1,4}-?\\d{1,2}标段?"
)  # 各子公司, 监理单位, 东湖社区
_IN_BRACKETS = compiled(r"[（(][^（()）]*[）)]")
_TASK = compiled(r"[\u4e00-\u9fff]{2}")
_IN_ORDER = ("牵头单位：", "配合单位：")


def with_heads(quotes: str) -> str:
    """Return quotes in which the cells of a row bear the heads of their columns, if the head row is quoted too.

    >>> with_heads("序号|任务|牵头|配合|\\n1|修缮围墙|丙科|丁科|")
    '序号|任务|牵头|配合|\\n1；修缮围墙；牵头单位：丙科；配合单位：丁科'
    >>> with_heads("牵头|配合|\\n1|修缮围墙|丙科|丁科|").split("\\n")[1]
    '1；修缮围墙；牵头单位：丙科；配合单位：丁科'
    >>> with_heads("1|修缮围墙|丙科|丁科|")
    '1|修缮围墙|丙科|丁科|'
    """
    if not _BAR.search(quotes):
        return quotes
    heads: list[str] = []
    lines: list[str] = []
    for line in quotes.split("\n"):
        cells = cells_of(line)
        if is_head(line):
            heads = cells
        elif len(cells) == len(heads) or (heads and _ROLES.match(heads[0]) and len(cells) > len(heads)):
            over = [""] * (len(cells) - len(heads)) + heads  # a head row quoted from its first role on
            line = "；".join(_told(head, cell) for head, cell in zip(over, cells, strict=True) if cell)
        elif not heads and len(cells) >= _LEAST_ROW:
            line = _by_place(cells) or line
        lines.append(line)
    return "\n".join(lines)


def _by_place(cells: list[str]) -> str:
    """Return a row whose head is not quoted with who leads before who supports and by when, else an empty text.

    Only a row that gives a time limit behind two cells of units is one of a list of tasks, and all such lists have them
    in this order.

    >>> _by_place(["1", "修缮围墙", "市住建局", "市财政局、东湖街道", "10月底前"])
    '1，修缮围墙，牵头单位：市住建局，配合单位：市财政局、东湖街道，10月底前。'
    """
    places = [place for place, cell in enumerate(cells) if place and _names_units(cell)]
    if places and cells[places[-1] + 1 : places[-1] + 2] and cells[places[-1] + 1] in _NOBODY:
        places.append(places[-1] + 1)
    places = places[-len(_IN_ORDER) :]  # what stands before may be a task that ends in a unit: 报送省环境厅
    if len(places) != len(_IN_ORDER) or places[1] != places[0] + 1:
        return ""
    if not any(_TASK.search(cell) for cell in cells[: places[0]]):
        return ""
    if not _LIMIT.search("".join(cells[places[1] + 1 : places[1] + 2])):
        return ""
    roles = dict(zip(places, _IN_ORDER, strict=True))
    if _DAY.match(cells[places[1] + 1]):
        roles[places[1] + 1] = "时限："
    told = [f"{roles.get(place, '')}{cell}" for place, cell in enumerate(cells) if cell and cell not in _NOBODY]
    return f"{'，'.join(told)}。"  # each row is a sentence of its own


def _names_units(cell: str) -> bool:
    """Tell whether a cell names units and nothing else: 市财政局、东湖街道、各县（市、区）人民政府."""
    names = re.split("[、，,；;]", _IN_BRACKETS.sub("", cell).replace("人民政府", "政府"))
    return all(len(name) <= _LONGEST and (units(name)[-1:] == [name] or _MANY.fullmatch(name)) for name in names)


def is_head(line: str) -> bool:
    """Tell whether a line is the head row of a table that says who leads, who supports or by when.

    >>> is_head("| 序号 | 工作任务 | 牵头 | 配合 | 完成时限 |"), is_head("| 1 | 修缮围墙 | 丙科 | 丁科 | 月底前 |")
    (True, False)
    """
    cells = [cell for cell in cells_of(line) if cell]
    known = len(cells) > 1 and all(len(cell) <= _LONGEST and _HEAD.fullmatch(cell) for cell in cells)
    return known and any(_ROLES.match(cell) for cell in cells)


def roles_of(line: str) -> int:
    """Return where in a head row the cells begin that say who leads, who supports and by when.

    >>> line = "| 序号 | 任务 | 牵头 | 配合 |"
    >>> line[roles_of(line) :]
    '牵头 | 配合 |'
    """
    return next((match.start() for match in _CELL.finditer(line) if _ROLES.match(match.group().strip())), 0)


def cells_of(line: str) -> list[str]:
    """Return the cells of a line, without the empty ones outside the bars drawn at both its edges.

    >>> cells_of("| 修缮围墙 | 丙科 |"), cells_of("修缮围墙 | 丙科 |")
    (['修缮围墙', '丙科'], ['修缮围墙', '丙科', ''])
    """
    bare = line.strip()
    framed = len(bare) > 1 and bare[0] in _DRAWN and bare[-1] in _DRAWN
    return [cell.strip() for cell in _BAR.split(bare[1:-1] if framed else bare)]


def _told(head: str, cell: str) -> str:
    """Return a cell behind the head of its column, where that says who leads or supports."""
    role = _ROLES.match(head)
    if role is None or cell in _NOBODY:
        return cell
    return f"{'牵头单位' if role['lead'] else '配合单位'}：{cell}"
