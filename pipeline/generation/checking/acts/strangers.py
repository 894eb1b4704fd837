"""People who stand where only a name can stand, and of whom a source knows nothing."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.generation.checking.reading import parties
from pipeline.generation.checking.reading.fold import clauses, without_titles
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.generation.checking.reading.speech import kind_of
from pipeline.patterns import compiled

# A name whatever its surname: 由木远山担任, 交给霍老三, 钟离列席
_WHO = compiled(
    r"由(?P<by>[\u4e00-\u9fff]{2,4}?)(?=担任|主持|任组长|任主任|作汇报|作说明|汇报|宣读|签署|记录|代行)"
    r"|交[给由](?P<to>[\u4e00-\u9fff]{2,3})(?=$|负责|办理|去办)"
    r"|^(?P<first>[\u4e00-\u9fff]{2,3})(?=列席|出席|请假|缺席)"
    r"|(?:[局厅处科部镇乡区县市校院行站所会]长|主任|书记|经理|总监|主席|组长|专员|工程师)(?P<post>[\u4e00-\u9fff]{2,3})(?=同志|(?:所?作?)的?(?:汇报|说明|报告|介绍|发言)|作了?|盯|包保|包抓)"
    r"|交?由(?P<called>[\u4e00-\u9fff]{2,3})(?=同志)"
)
_NOBODY = compiled(
    "会议|会上|办公|关于|就|对|全体|分别|共同|其中|依次|应邀|现场|代表|人员|部门|单位|同志|专人|书面|口头|本次|部分|其他|均|因|未|没"
)


def strangers(clause: str, source: Source) -> Iterator[Problem]:
    """Yield who stands where only a name can stand and is not in the source, whatever his surname.

    >>> [problem.text for problem in strangers("交给霍老三办理", Source("交给木远山办理", ""))]
    ['霍老三']
    """
    for part in clauses(without_titles(clause)):
        for match in _WHO.finditer(part):
            name = next(filter(None, match.groups()))
            if kind_of(name) in ("f", "v"):
                continue  # 应当出席
            if name == match["post"] and kind_of(name[1:]) in ("f", "v"):
                continue  # 主任办公会的汇报
            if name not in source.words and not parties.units(name) and not _NOBODY.search(name):
                yield Problem("person", name, f"出处中没有“{name}”")
