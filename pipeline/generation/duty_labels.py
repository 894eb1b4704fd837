"""Labels of who is to act and by when (责任单位：… 完成时限：…), told apart where no sign stands between two."""

from __future__ import annotations

from pipeline.patterns import compiled

RESPONSIBLE = (
    r"(?:(?:责任|牵头|主办|承办|配合|协办|协助|协同|督办|完成|落实|办理|办结)"
    r"(?:单位|部门|科室|处室|股室|站所|领导|人|时限|时间|期限)|(?<![\u4e00-\u9fff])时限)[：:]"
)
"""How a line on who is to do a point and by when begins."""
_LABEL = compiled(RESPONSIBLE)
_BEHIND_BLANKS = compiled(
    rf"(?<=[^；，。：:;,！？!?\s（(【〔\[|｜*#·•>—-])[ \t\u3000]*(?:\n\s*|(?<=[ \t\u3000]))(?={RESPONSIBLE})"
)
# 「总务科配合科室：」: a break that the file lost; 「主要责任人：」, 「各责任单位：」 are one label
_GLUED = compiled(
    r"(?<=[\u4e00-\u9fff\d）)》”])(?<!主要|第一|直接|具体|项目|任务|整改|共同|相关|有关|主管|分管|牵头|责任|[市县区镇州省]级)"
    rf"(?<![各总由及和与或])(?={RESPONSIBLE})"
)


def labels_apart(wording: str) -> str:
    """Return a wording with a semicolon before a label that only blanks, a line end or nothing part from the former.

    Without anything between, only beside another label of the same line: one alone may be the end of a longer word.

    >>> labels_apart("责任单位：甲局（牵头）、乙区　　完成时限：6月底前")
    '责任单位：甲局（牵头）、乙区；完成时限：6月底前'
    >>> labels_apart("修缮围墙责任科室：丙科配合科室：丁科完成时限：6月底前"), labels_apart("明确主要责任人：丙某")
    ('修缮围墙；责任科室：丙科；配合科室：丁科；完成时限：6月底前', '明确主要责任人：丙某')
    """
    if "：" not in wording and ":" not in wording:
        return wording
    lines = _BEHIND_BLANKS.sub("；", wording).split("\n")
    return "\n".join(_GLUED.sub("；", line) if len(_LABEL.findall(line)) > 1 else line for line in lines)
