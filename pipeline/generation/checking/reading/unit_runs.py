"""Where a folded text seems to name a unit (单位): the characters of its clause up to the unit's last one."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.generation.checking.reading.fold import clauses, without_titles
from pipeline.generation.checking.reading.initials import behind_the_former
from pipeline.patterns import compiled

_HAN = r"[\u4e00-\u9fff]"
UNIT_END = compiled(
    r"(?<![格布结大全当])局(?![面部势限务机])(?!长(?!局))|委员会(?!办公室)|办公室|常委会|常务会(?!议)|(?<!人民)政府(?!投资|采购|债[券务]|购买|性基金|专项债|定价|指导价|隐性)|管委会|集团|公司|银行|支行|法院|检察院|(?<![城乡区市集到各个二两三四五六七八九十几同全本我该])镇(?![区上里内两二三纪长党]|政府)|街道|"
    r"开发区|高新区|度假区|专班|大队(?!伍)|总队|支队(?!伍)|总工会|妇联|残联|团市委|人大|政协|海关|指挥部(?!办公室)|领导小组(?!办公室)|协会|学会|大学|学院|医院|中心(?![城任工区])|"
    r"(?<=[\u4e00-\u9fff])委(?![托员派常任办]|会(?:原则|同意))|(?<![在即代领举主协承创交督领经开停筹兴查重好公民日年月天前底内后来去想要照此没未证])(?<!政策|规定|打算|方案|要求|程序|意见|原则|标准|条例|协议|合同|法规|不能|可以)办(?![法理事公学好成案证贷税结赛妥完毕齐下])|(?<=[\u4e00-\u9fff])厅(?![务堂室长])"
    r"|(?<![全内外大干局西东南北中底顶上下总深浅腹胸头面颈背腰臀尾端根每各一二两三四五六七八九十几])部(?![分门署位队件级长])|(?<![好到各深查惩多何此几两妥余百千万亿十一二三四五六七八九米里])处(?![理置于罚分长在所境方事以室])"
    r"|(?:供销|合作|供销合作|供销总|联合|报|出版)社(?!会)|(?:股东|董事|监事|理事|居委|村委|业委|职代|股东大)会"
    r"|(?<![学本专内外全各])科(?![技学研目普级长员教创室])|(?:研究|设计|勘察|卫生|敬老|福利|规划)院|(?:派出|司法|财政|税务|研究|事务)所"
)
_STREET = compiled(
    "(?:路|大道|大街|巷|桥|广场)(?=$|[^\u4e00-\u9fff]|[的和与及至到段东西南北一口侧沿上下是由在将施停车])"
)  # 学院路
_BY = compiled("(?<=[\u4e00-\u9fff])(?<![自理缘事])由|(?<=[位门室处方人])[是为有]")  # 幼儿园由县教育局
_MEASURE = compiled("^(?:[万亿]*元|人次|[家个名位户条项处所座件])")


def units(folded: str) -> list[str]:
    """Return where a statement seems to name a unit: the characters of its clause up to the unit's last one.

    >>> units("由市财政局牵头,市水务局配合")
    ['由市财政局', '市水务局']
    """
    return list(_units(folded))


@lru_cache(maxsize=4096)  # one clause is asked for its units by each of the comparisons
def _units(folded: str) -> tuple[str, ...]:
    found: list[str] = []
    for clause in clauses(without_titles(folded)):
        for match in UNIT_END.finditer(clause):
            if _STREET.match(clause, match.end()):
                continue
            run = re.search(rf"{_HAN}*$", clause[: match.end()])
            name = _BY.split(run.group())[-1] if run else ""
            if run and clause[: run.start()][-1:].isdigit():  # 11人次镇街道负责人
                name = _MEASURE.sub("", name)
            name = behind_the_former(name, found)
            if len(name) > 1:
                found.append(name)
    return tuple(found)
