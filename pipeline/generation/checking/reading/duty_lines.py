"""Puts a line that says who does it and by when (责任单位:丙科;时限:10月底前) behind the task above it."""

from __future__ import annotations

from pipeline.patterns import compiled

_DUTY = (
    "(?:责任|牵头|主办|承办|配合|协办|协助|审核|完成|办理)(?:单位|部门|科室|人|领导|时限|时间)?(?:\\([^()]*\\))?:|时限:"
)
_LINE = compiled(rf"\(?(?:{_DUTY})(?![^\n]*[由负牵])")
_NEXT = compiled(rf"(?<=[\u4e00-\u9fff\d])(?<!完成)[;。]?(?={_DUTY})")
_ENDS_IN_DUTY = r"\([^()\n]{2,80}(?:牵头|负责|配合|主办|承办|协办|落实)\)(?=[。;]|$)"
_IN_BRACKETS = compiled(rf"(?m)(?<=[\u4e00-\u9fff\d])[;。](?=\((?:{_DUTY})(?![^\n]*[由负牵])|{_ENDS_IN_DUTY})")


_SEMICOLONS = compiled(rf"\((?:{_DUTY})[^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)")


def with_duties(folded: str) -> str:
    """Return a folded text in which each line of duties goes on with the sentence above it.

    A line that tells of several tasks itself (责任单位:甲由丙科负责) stays where it is.

    >>> with_duties("修缮围墙。\\n责任单位:丙科;完成时限:10月底前\\n清理仓库。(责任单位:丁科)")
    '修缮围墙,责任单位:丙科,完成时限:10月底前\\n清理仓库,(责任单位:丁科)'
    >>> with_duties("6月底前完成。(甲局牵头,乙镇配合)")
    '6月底前完成,(甲局牵头,乙镇配合)'
    """
    folded = _SEMICOLONS.sub(lambda match: match.group().replace(";", ","), folded)
    lines: list[str] = []
    for line in folded.split("\n"):
        if lines and lines[-1] and _LINE.match(line):
            lines[-1] = f"{lines[-1].rstrip('。;')},{_NEXT.sub(',', line)}"
        else:
            lines.append(_IN_BRACKETS.sub(",", line))
    return "\n".join(lines)
