"""The other names of a matter, where a text gives them: 某某中心即原某某枢纽, 甲校东区（原乙校）, 更名为某某大道."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.generation.matter_names import matter_name, shared_pieces
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

_STOP = r"[^，,。；;：:（）()“”《》\s]"
FORMER = compiled(
    rf"(?:[（(](?:即|也就是|曾用名|曾名|曾称)?原(?:名|称|名称)?(?:为|叫|是)?[“《]?(?P<bracket>{_STOP}{{3,24}}?)[”》]?[）)])"
    rf"|(?:即|也就是|系|是)原(?:来的|先的)?[“《]?(?P<copula>{_STOP}{{4,24}}?)[”》]?(?=[，,。；;：:）)]|$)"
    rf"|(?:原名|原称|[此先以]前称|曾[称叫]|旧称|又[称叫]|也[称叫]|俗称|简称)(?:为|叫|是)?[“《]?(?P<named>{_STOP}{{3,24}}?)[”》]?(?=[，,。；;：:）)]|$)"
    rf"|(?:将|把|同意|[，,。；;]|^)[“《]?(?P<renamed>(?:(?!将|把|同意){_STOP}){{3,24}}?)[”》]?(?:更|改)名为"
)
"""What tells a former name: （原某某路改造）, 即原某某枢纽一期, 原名某某, 将某某更名为."""
_GIVEN = compiled(
    rf"(?:(?:更|改)名为|名称(?:统一)?(?:变更|调整|更改|改|定|确定|规范)(?:为|成))[“《]?(?P<given>{_STOP}{{4,24}}?)[”》]?(?=[，,。；;：:）)]|$)"
)
"""What gives a new name: 更名为某某大道, 项目名称调整为某某工程."""
TELLS = compiled(
    r"[原称叫名](?:(?<=[（(即是系]原)|(?<=就是原)|(?<=用名原)|(?<=曾[名称]原)|(?<=[原前曾旧又也俗简]称)|(?<=原名)|(?<=[又也曾]叫)|(?<=[更改]名)为|(?<=名)称)"
)
"""Stands in every text that gives a matter another name; cheap, for many texts."""
_NO_MATTER = compiled(r"(?:同志|[局处科厅院校站]长|主任|书记|经理|组长|[局委办厅部处科])$")
_LEAST = 4
"""Characters of a name that can be told from an ordinary word; who or what office somebody was names no matter."""
_BEFORE = 24
"""Characters before a former name in which stands what is called so now."""
_MARK = compiled(r"[，,。；;：:]")
_THAT = compiled(r"(?:该|本|此|上述)(?:项目|工程|事项|方案|计划|中心|学校|公园|园区|道路|平台)?$|项目名称$")
"""What is called so now where it is not named: 该项目（原某某枢纽）."""


def former_names(text: str) -> list[str]:
    """Return the names that a text says its matter had before, in order.

    >>> former_names("城北换乘中心即原城北枢纽一期，因软基处理工期滞后"), former_names("附中东校区（原东屿学校）立项")
    (['城北枢纽一期'], ['东屿学校'])
    >>> former_names("会议同意将滨河路改造更名为滨河大道提升工程。"), former_names("原定6月底完工，原则同意")
    (['滨河路改造'], [])
    """
    return list(dict.fromkeys(name for _, name in _told(text)))


def other_names(title: str, text: str) -> list[str]:
    """Return the names that an item gives to its own matter beside its title, former ones and new ones.

    What it says of another matter that it speaks of in passing is left out.

    >>> other_names("关于湖滨枢纽项目", "湖滨枢纽（此前称湖滨客运站）用地86亩，与城东大厦（原纺织宿舍楼）相邻。")
    ['湖滨客运站']
    >>> other_names("滨河路改造工程", "会议同意项目名称调整为滨河大道提升工程，10月完成移交。")
    ['滨河大道提升工程']
    """
    called = fold(matter_name(title))
    pieces = shared_pieces(called) if called else []
    whole = f"{title}，{text}"
    own = [
        name
        for before, name in _told(whole)
        if _THAT.search(before) or any(piece in fold(f"{before}，{name}") for piece in pieces)
    ]
    own += [match["given"] for match in _GIVEN.finditer(whole)]
    return [name for name in dict.fromkeys(own) if fold(matter_name(name)) != called]


def _told(text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before each former name of a text, and the name."""
    for match in FORMER.finditer(text):
        name = next(filter(None, match.groups())).strip("的")
        if len(name) >= _LEAST and not _NO_MATTER.search(name):
            yield _MARK.split(text[max(0, match.start() - _BEFORE) : match.start()])[-1], name
