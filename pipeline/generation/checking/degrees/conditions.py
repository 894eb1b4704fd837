"""The conditions under which a source says something: 修改完善后, 如, 前提下, 的, 除外; a statement must keep them."""

from __future__ import annotations

import re

from pipeline.documents.duties.names import is_name
from pipeline.generation.checking.degrees.until import COMMON
from pipeline.generation.checking.reading.fold import pairs, without_titles
from pipeline.patterns import compiled

_CONDITION = compiled(
    r"(?P<condition>[^,。;:]{3,24}?|修改|完善|批准|同意|审定|公示|审核|验收|审议|论证|达产|投产|建成|竣工|投用|完工|到位|到账|通车|运营|移交)(?:之后|以后|(?<![今此前背落最然事先会滞午靠])后(?![半售续期顾台来方果勤备]|[一二三四五六七八九十\d]+(?:[位名]|个(?!工作|自然|交易|月|小时|季度|学期)))),?(?P<rest>[^,。;]{2,})"
)
_IF = compiled(
    r"(?P<condition>(?:如果|(?<![比例诸譬])如(?!期|何|实|意|下|昆)|若(?!干)|倘|一旦|除非|(?<![\u4e00-\u9fff])凡)[^,。;]{2,24}),?(?P<rest>[^,。;]{2,})"
)
# 企业确无能力支付的,由区政府垫付; 检测不合格的部位一律返工
_CASE = compiled(r"(?P<condition>[^,。;:]{3,24}的),(?P<rest>[^,。;]{2,})")
_WHICH = compiled(r"(?P<condition>[^,。;:]{2,12}的)[\u4e00-\u9fff]{2,4}(?P<rest>一律[^,。;]{2,})")
_SAYS_CASE = compiled("的[,要应须由]|如|若|凡|确需|需要")
_DATED = compiled(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日")
_HEARD = compiled(
    "听取[^,。;]*(?:汇报|介绍|说明|报告|情况|意见陈述)$|^会议(?:认真|充分)?(?:审议|讨论|研究)(?:讨论|研究)?$"
)
_LATE = compiled(r"(?P<condition>逾期|期满|到期)(?:未[^,。;]{1,8}?的?|仍[^,。;]{1,8}的?)?,?(?P<rest>由[^,。;]{2,})")
_STEPS = compiled("公示|审定|批准|同意|审议|备案|修改|论证|验收|评估|审核|核实|完善|公证")
# 除甲片区外,所有企业都要安装; 整合6所小学,乙小学除外
_EXCEPT = compiled(r"除(?P<condition>[^,。;]{2,20}?)(?:以外|之外|外),?(?P<rest>[^,。;]{2,})")
_EXCEPTED = compiled(r"(?P<rest>[^。;,]{4,}),?[^,。;]{0,12}?(?P<condition>[^,。;的]{2,8})(?:除外|不在此列)")
# 确需转让的 is 真有必要转让
_FINISHED = compiled("([\u4e00-\u9fff])(?:完|好|毕)(?:了|之后|以后|后)?,?(?:才|再)")
_FIRST = compiled("之前|此前|先|再|然后|随后|完后|好后")
_IN_NEED = compiled("确[需有因]|如?确?有必要")
_IN_NEED_SAID = compiled("必要|确实|真[要需得想]|实在|确[需有因]|非.{1,6}不可")
_SAYS_EXCEPT = compiled("除|不含|不包括|以外|例外|不在此列")
_PREMISE = compiled(r"(?P<condition>[^,。;]{2,24}?)(?:的?前提下|的?条件下|的?情况下)[,]?(?P<rest>[^,。;]{2,})")

_STEP = 6
_OVERDUE = compiled("逾期|到期|期满|超期")
_OVERDUE_SAID = compiled("[不没未][能有]?按[时期]|过了?(?:期|时间)|到[期时点][^,。;]{0,2}[不没未]|还[不没未]|超期|过期")
_NOT = compiled("[不没未]")
_FACTS = compiled(r"\d{1,2}月(?:\d{1,2}日|底)|\d[\d.]*[%个家户万元米天年]")
_EXCEPTS = compiled("除|不在此列")
_DEPENDING = (
    (_CONDITION, compiled("后")),
    (_IF, compiled("[如若倘凡]|一旦|除非")),
    (_PREMISE, compiled("前提下|条件下|情况下")),
    (_CASE, compiled("的,")),
    (_WHICH, compiled("的.{2,4}一律")),
    (_LATE, compiled("逾期|期满|到期")),
)
"""What hangs on a condition, each with a sign without which there is none: it is looked for first, being quick."""


def _same_step(condition: str, statement: str) -> bool:
    """Tell whether a condition is one step (按程序公示5个工作日后) and a statement names it too (公示后)."""
    steps = set(_STEPS.findall(condition))
    return len(steps) == 1 and any(re.search(f"{step}[^,。;]{{0,12}}[后再方才]", statement) for step in steps)


def _in_turn(condition: str, statement: str) -> bool:
    """Tell whether a statement has a condition done first in other words: 撤并后, 查完再提交, 由甲局先改好.

    >>> _in_turn("待核查结束", "查完再提交"), _in_turn("请甲局会同乙局修改", "由甲局会同乙局修改,月底前再报")
    (True, True)
    """
    _, through, step = condition.rpartition("经")
    if through and 1 < len(step) <= _STEP and step in statement and _FIRST.search(statement):
        return True  # 须经听证后实施: 先开听证会
    own = pairs(condition)
    if any(match in condition for match in _FINISHED.findall(statement)):
        return True
    after = re.search(f"{re.escape(condition[-2:])}(?:完|好)?(?:(?:之|以)?后|,然后|,随后|,再)", statement) is not None
    return after or (len(own & pairs(statement)) * 10 >= 6 * len(own) and _FIRST.search(statement) is not None)


def _not_in_time(condition: str, statement: str) -> bool:
    """Tell whether a condition is that something is not done in time, and a statement says so in other words.

    >>> _not_in_time("逾期未公示的", "不按时公示的由街道通报"), _not_in_time("逾期未公示的", "由街道通报")
    (True, False)
    """
    if _OVERDUE.match(condition):
        return _OVERDUE_SAID.search(statement) is not None
    day = _FACTS.search(condition)
    denied = _NOT.search(condition) is not None
    return bool(day and denied and re.search(f"{re.escape(day.group())}[^。;]{{0,8}}[不没未]", statement))


def lost_conditions(statement: str, source: str) -> list[str]:
    """Return the conditions of a source that a statement drops while it says what depends on them.

    >>> lost_conditions("会议要求组织实施", "请相关部门修改完善后组织实施")
    ['请相关部门修改完善']
    """
    own = pairs(statement)
    lost: list[str] = []
    kept_rests: list[set[str]] = []
    open_rests: list[tuple[str, set[str]]] = []
    for clause in re.split("[。;\n]", without_titles(source)):
        for pattern, sign in _DEPENDING:
            if not sign.search(clause):
                continue
            for match in pattern.finditer(clause):
                if pattern is _CONDITION and (_DATED.match(match["condition"]) or _HEARD.search(match["condition"])):
                    continue  # 5月11日夜间强降雨后,边坡出现裂缝; 听取甲局汇报后: when it was, not on what it hangs
                if pattern is _IF and is_name(clause[max(0, match.start() - 1) : match.start() + 2]):
                    continue  # 甲如乙提出: a name
                rest = pairs(match["rest"]) - COMMON
                condition = pairs(match["condition"].removesuffix("的")[-6:]) - COMMON
                said = rest and len(own & rest) * 10 >= len(rest) * 6
                shared = len(own & condition)
                kept = (
                    (_IN_NEED.match(match["condition"]) and _IN_NEED_SAID.search(statement) is not None)
                    or _same_step(match["condition"], statement)
                    or _in_turn(match["condition"], statement)
                    or _not_in_time(match["condition"], statement)
                    or not condition
                    or shared * 5 >= 2 * len(condition)
                    or (len(condition) <= 3 and shared > 0 and (pattern is not _CASE or _SAYS_CASE.search(statement)))
                )
                if said and kept:
                    kept_rests.append(rest)
                elif said:
                    open_rests.append((match["condition"], rest))
        for pattern in (_EXCEPT, _EXCEPTED) if _EXCEPTS.search(clause) and not _SAYS_EXCEPT.search(statement) else ():
            for match in pattern.finditer(clause):
                rest, condition = pairs(match["rest"]) - COMMON, pairs(match["condition"])
                named = pattern is _EXCEPTED and match["condition"] in statement
                least = 3 if len(condition & own) * 10 >= 7 * len(condition) else 6
                if named or (rest and len(own & rest) * 10 >= len(rest) * least):
                    lost.append(match["condition"])
    for text, rest in open_rests:  # 修改完善后…印发实施 is no 批准后实施 without its condition
        if not any(rest < other for other in kept_rests):
            lost.append(text)
    return lost
