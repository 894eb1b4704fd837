"""A table of tasks whose columns only blanks set apart: 「序号  任务  牵头单位  完成时限」 is read as one with bars."""

from __future__ import annotations

import re

from pipeline.patterns import compiled

_HEAD = compiled(
    r"(?P<label>序号|编号|号)|(?P<task>(?:主要|重点|具体|工作|整改|议定|会议)*(?:任务|事项|工作|内容|措施|项目|问题|要求)(?:名称|内容)?)"
    r"|(?P<who>(?:牵头|责任|主办|主责|承办|落实|负责)(?:责任)?(?:单位|部门|人|领导|科室|处室))"
    r"|(?P<other>(?:配合|协办|协同|参与|协助)(?:单位|部门|科室|处室)|(?:分管|包抓|挂钩|联系)领导|(?:完成|办结|整改|落实)?(?:时限|时间|期限|日期)|备注|进度|目标)"
)
_GAP = compiled(r"[ \u3000\t]+")
_WIDE = compiled(r"[ \u3000\t]{2,}")


def barred(text: str) -> str:
    """Return a text of the same length in which bars part the columns of a table of tasks that blanks set apart.

    >>> print(barred("序号  任务  牵头单位  完成时限\\n1  修桥  市交通局  6月底前"))
    序号 |任务 |牵头单位 |完成时限
    1 |修桥 |市交通局 |6月底前
    """
    if not re.search(
        r"(?m)^[ \u3000\t]*[^\n,。;:，；：]{0,90}(?:单位|部门|责任人|负责人|科室|处室)[^\n,。;:，；：]{0,90}$", text
    ):
        return text
    lines: list[str] = []
    columns = 0
    for line in text.split("\n"):
        count = _columns(line)
        row = _gaps(line, columns) if columns and not count else None
        if count:
            columns = count
            lines.append(_with_bars(line, _gaps(line, count) or []))
        elif row is not None:
            lines.append(_with_bars(line, row))
        else:
            columns = columns if not line.strip() else 0
            lines.append(line)
    return "\n".join(lines)


def _columns(line: str) -> int:
    """Return how many columns the head of such a table has; 0 where a line is none."""
    if "\t" in line and all(cell.strip() for cell in line.strip().split("\t")):
        return 0  # one tab between two cells: two have an empty one between them
    cells = _GAP.split(line.strip())
    if not 3 <= len(cells) <= 9 or "|" in line:
        return 0
    found = [match.lastgroup for cell in cells if (match := _HEAD.fullmatch(cell))]
    return len(cells) if len(found) == len(cells) and {"task", "who"} <= set(found) else 0


def _gaps(line: str, columns: int) -> list[int] | None:
    """Return where the gaps end that part a line into so many cells, or into one less: the last may be empty."""
    start, stop = len(line) - len(line.lstrip()), len(line.rstrip())
    for gap in (_WIDE, _GAP):
        ends = [match.end() for match in gap.finditer(line, start, stop)]
        if len(ends) in (columns - 1, columns - 2) and len(ends) >= 2:
            return ends
    return None


def _with_bars(line: str, ends: list[int]) -> str:
    signs = list(line)
    for end in ends:
        signs[end - 1] = "|"
    return "".join(signs)
