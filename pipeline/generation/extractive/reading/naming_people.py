"""Whether a sentence names somebody where a question asks who: a person, or an office where that will do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.documents.duties.names import ROLE, is_name
from pipeline.generation.extractive.fitting import names_somebody
from pipeline.generation.extractive.people.attendance import known_names
from pipeline.patterns import compiled
from pipeline.retrieval.lexicon import load_lexicon
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.extractive.evidence import Source
    from pipeline.generation.extractive.reading.traits import Asked

BY_WHOM = compiled(
    r"谁|哪[一几两三]?[位名]|何人|哪[几两三些]?个?人(?!群)|姓名|名字|[人者员师]叫(?:什么|啥)|哪[一个几两三]{0,2}(?:[一-鿿]{0,3}领导|干部|负责人|班子成员)"
)
NAMED = compiled(
    r"(?:聘任|任命|授予|表彰|推荐|推选|增补|选举|提名|委派|给予|委托|免去|同意|委员|董事|监事|专家|教授|医师|主任|书记|[局处科院校镇乡村区县市省厂站所队组部班]长|经理|主席|同志|由|请)(?=(?P<name>[一-鿿]{2,3})(?:为|任|担任|代|因|等|同志|、|，|,|负责|牵头|申请|回避|汇报|出任|兼任|到会|列席|参加|。|[（()）\s]))"
)
FOLLOWS = (
    r"(?=$|[、，,。；;：:（()）\s\u3000]|为|任|担任|代|因|等|同志|负责|牵头|申请|回避|汇报|出任|兼任|到会|列席|参加|出席|请假|缺席|主持|总|带队|作|受|在|要求"
    r"|强调|指出|提出|表示|介绍|说明|补充|通报|验收|协调|联系|对接|分管|代表|未到)"
)
BESIDE_POST = compiled(
    rf"(?:{ROLE}|(?:记录|主持|整理|签发|联系|汇报|列席|请假|缺席|代表)人?[:：])\s*(?P<name>[一-鿿]{{2,4}}?){FOLLOWS}"
)
"""副院长杜某因公请假, 组长樊某某）, 记录：李某."""
IN_A_CELL = compiled(
    r"[|｜│、][ \u3000]*[一-鿿]{2,10}[员长师任工记理席监生医护老](?P<name>[一-鿿]{2,3})[ \u3000]*(?=[|｜│、])"
)
"""｜实验室管理员李某某｜: a cell of a table that holds nothing but a post and a name."""
OPENS = compiled(
    r"(?:^|[，,。；;：:、\s\u3000])(?P<name>[一-鿿]{2,3})(?=任|担任|出任|兼任|当选|同志|负责|牵头|配合|协助|带队|[:：]同意"
    r"|认为|觉得|提出|建议|表示|主张|反对|赞成|担心|补充|提醒|质疑|不同意|保留|弃权|投)"
)
"""乐某某任安全科副科长, 乐某某认为不妥, 乐某某、闵某某配合."""
BEFORE_POST = compiled(rf"[由请让派][ \u3000]*(?P<name>[一-鿿]{{2,3}})副?(?:{ROLE}|同志)")
"""由乐某某镇长带着去."""
POST_HOLDS = compiled(
    rf"[由请为][一-鿿]{{0,8}}?(?:{ROLE})(?:兼?任|担任|出任|为|牵头|负责|主持|召集|带队)"
    rf"|(?:^|[，,。；;])[一-鿿]{{0,4}}?(?:{ROLE})(?:来|去)?(?:牵头|负责|主持|召集|带队|把关|总管|盯着)"
)
"""由市委书记担任组长, 站长负责把关: a post says who, where no name is asked for."""
BY_NAME = compiled(r"姓名|名字|叫什么|姓什么")
OF_ONE = compiled(r"[一-鿿]{2,4}(?=同志)")
PEOPLE = compiled(
    r"(?:[0-9一二两三四五六七八九十几])[位名个](?:(?!单位|部门|科室)[一-鿿]){0,6}?(?:都|分别)?(?:是|有|叫)谁|[人位名](?:都(?:是|有|叫)?|是|有|叫)谁|都(?:是|有|叫)谁|哪几位|哪几个人|哪些人|姓名|名字|具体(?:都)?(?:是|有)谁|谁(?:到|去|调|升|任|当|担任|转)[了任到去]{0,2}(?:哪|什么|啥)"
)
"""Asks for people: an office is no answer."""
OFFICE = compiled(
    r"[一-鿿]{2}(?:局|委|办|厅|部门|单位|公司|集团|镇|街道|区|中心|处|科|部|院|所|站|室|队|组(?![织成建])|政府|大学|学校|银行|大队|支队|指挥部|专班|小组|工作组)|残联|妇联|侨联|文联"
    r"|工商联|科协|[总]?工会|协会|商会|物业|业委会|居委会|村委会|交警|消防|公安|党组|团委"
)

REPORTER = compiled(
    r"^[^，,。；;：:]{2,24}(?:汇报|通报|介绍|说明)(?:了?[^，,。；;：:]{0,20})?[，,：:]"
    r"|^[^，,。；;：:由请让]{2,12}?(?:提出|建议|反映|表示|认为|觉得|担心|说(?!明)|讲(?!解|座|话))"
)
"""How a sentence opens that says who spoke: 教研室主任某某汇报，拟聘请名师, 某某提出3万元不够."""
OF_REPORTS = compiled(
    r"汇报|通报|报告|介绍|说[的了过明]|(?:谁|哪[位个])[^，,。？?]{0,4}说|讲|提|建议|反映|意见|看法|主张|认为|觉得|同意|反对|赞成|保留|担心|顾虑|质疑|异议|发言|发话|想|嫌|怕|主意|点子"
)
"""Asks of who spoke, or of what he held: whoever opens a sentence so may be he."""
NO_NAME = compiled(
    r"(?:[0-9]+|[一二三四五六七八九十百两多几各])[所家个座处][一-鿿]{0,3}?(?:学校|医院|企业|公司|单位|部门|机构|社区|镇|中心)"
    r"|[城市郊辖片小地]区(?!政府|委)"
)
"""So many bodies, or a district, none by name: 先在城区11所学校试点."""


def asks_by_whom(asked: Asked) -> bool:
    """Tell whether a question asks who."""
    return asked.kind.kind in ("person", "unit") and bool(BY_WHOM.search(asked.folded))


def names_asked(asked: Asked, wording: str, source: Source) -> bool:
    """Tell whether wording names somebody: a person, or an office where a question does not ask for people."""
    if not OF_REPORTS.search(asked.folded):
        wording = REPORTER.sub("", wording)
    folded = fold(wording)
    by_office = not PEOPLE.search(asked.folded) and (asked.kind.kind == "unit" or "谁" in asked.folded)
    return (
        names_person(wording, source)
        or bool(not BY_NAME.search(asked.folded) and POST_HOLDS.search(folded))
        or bool(by_office and OFFICE.search(NO_NAME.sub("，", folded)))
    )


def names_person(wording: str, source: Source) -> bool:
    """Tell whether wording names a person of the record, or a name beside a post or an appointment."""
    if names_somebody(wording, source):
        return True
    folded = fold(wording)
    if any(is_name(match["name"]) or is_name(match["name"][:2]) for match in NAMED.finditer(folded)):
        return True
    return any(True for _ in _names(folded))


def names_another(asked: Asked, folded: str) -> bool:
    """Tell whether a folded sentence names somebody beside a post, or at an opening, whom a question does not name.

    >>> from pipeline.generation.extractive.reading.traits import read_question
    >>> names_another(read_question("哪位副院长没到会"), "副院长杜若水请假")
    True
    """
    told = folded if OF_REPORTS.search(asked.folded) else REPORTER.sub("", folded)
    return any(name not in asked.folded for name in _names(told))


COMRADE = compiled(r"[一-鿿](?:[ \u3000]{0,2}[一-鿿]){1,2}(?=同志)")
"""Somebody whom minutes call so, whatever the question calls him: 顾  某同志."""


def of_somebody_else(asked: str, said: str, around: str) -> bool:
    """Tell whether a folded sentence speaks of somebody, and not of him whom a folded question names: 某某同志原任何职.

    Args:
        asked: the question, folded.
        said: the sentence, folded.
        around: the item of the sentence, folded, which must name him.

    >>> around = "李明同志任科长;王强同志任副科长,免去其主任职务。"
    >>> of_somebody_else("李明同志原来是什么职务", "王强同志任副科长,免去其主任职务。", around)
    True
    """
    names = (match.group()[start:] for match in OF_ONE.finditer(asked) for start in range(3))
    named = [name for name in names if is_name(name) and f"{name}同志" in around]
    comrades = (re.sub(r"[ \u3000]", "", match.group()) for match in COMRADE.finditer(around))
    named += [name for whole in comrades for name in (whole, whole[-2:]) if name in asked and is_name(name)]
    return bool(named) and "同志" in said and not any(name in said for name in named)


def _names(folded: str) -> Iterator[str]:
    """Yield what reads as a name beside a post or a label, or opens a clause on who takes a post."""
    counts = load_lexicon().counts
    for pattern in (BESIDE_POST, BEFORE_POST, IN_A_CELL, OPENS):
        for match in pattern.finditer(folded):
            if is_name(match["name"]) and not counts.get(match["name"]):
                yield match["name"]


def knows_surname(surname: str, source: Source) -> bool:
    """Tell whether a document names anybody of a surname, or the character is no surname."""
    return not is_name(f"{surname}某") or any(name.startswith(surname) for name in known_names(source))
