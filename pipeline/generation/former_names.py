"""The names that a matter had before, where a text gives them: 某某中心即原某某枢纽, 甲校东区（原乙校）, 更名为."""

from __future__ import annotations

from pipeline.patterns import compiled

_STOP = r"[^，,。；;：:（）()“”《》\s]"
FORMER = compiled(
    rf"(?:[（(](?:即|也就是|曾用名|曾名|曾称)?原(?:名|称|名称)?(?:为|叫|是)?[“《]?(?P<bracket>{_STOP}{{3,24}}?)[”》]?[）)])"
    rf"|(?:即|也就是|系|是)原(?:来的|先的)?[“《]?(?P<copula>{_STOP}{{4,24}}?)[”》]?(?=[，,。；;：:）)]|$)"
    rf"|(?:原名|原称|[此先以]前称|曾[称叫]|旧称|又[称叫]|也[称叫]|俗称|简称)(?:为|叫|是)?[“《]?(?P<named>{_STOP}{{3,24}}?)[”》]?(?=[，,。；;：:）)]|$)"
    rf"|(?:将|把|同意|[，,。；;]|^)[“《]?(?P<renamed>(?:(?!将|把|同意){_STOP}){{3,24}}?)[”》]?(?:更|改)名为"
)
"""What tells a former name: （原某某路改造）, 即原某某枢纽一期, 原名某某, 将某某更名为."""
_NO_MATTER = compiled(r"(?:同志|[局处科厅院校站]长|主任|书记|经理|组长|[局委办厅部处科])$")
_LEAST = 4
"""Characters of a name that can be told from an ordinary word; who or what office somebody was names no matter."""


def former_names(text: str) -> list[str]:
    """Return the names that a text says its matter had before, in order.

    >>> former_names("城北换乘中心即原城北枢纽一期，因软基处理工期滞后"), former_names("附中东校区（原东屿学校）立项")
    (['城北枢纽一期'], ['东屿学校'])
    >>> former_names("会议同意将滨河路改造更名为滨河大道提升工程。"), former_names("原定6月底完工，原则同意")
    (['滨河路改造'], [])
    """
    found = (next(filter(None, match.groups())) for match in FORMER.finditer(text))
    names = (name.strip("的") for name in found)
    return list(dict.fromkeys(name for name in names if len(name) >= _LEAST and not _NO_MATTER.search(name)))
