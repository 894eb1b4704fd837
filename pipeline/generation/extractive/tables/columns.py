"""What the columns of a table hold, and which of them a question asks for: 配合单位, 时限, 金额, 联系电话."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from pipeline.generation.understanding.asking import UNIT_ASKED, WHEN, WHO
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

Holds = Literal["label", "support", "person", "lead", "when", "figure", "remark", "name"]

_BRACKETS = compiled(r"[（(][^（）()]*[)）]|[ \u3000*]")
_UNIT_OF = compiled(r"[（(](?P<unit>[^（）()]{1,4})[)）]")
HELD: tuple[tuple[Holds, re.Pattern[str]], ...] = (
    ("label", compiled(r"(?:编|序|文|账|议题)?(?:编号|序号|号)|no[.]?")),
    ("support", compiled(r".*(?:配合|协办|协助|协同|参与|支持)(?:责任)?.{0,3}|谁(?:来)?(?:配合|协助|帮).*")),
    (
        "person",
        compiled(
            r".*(?:责任|负责|经办|联系|承办|主办|主责)(?:人|人员|领导|干部|同志)"
            r"|.*(?:领导|组长|队长|片长|段长|河长|姓名|指挥长|成员|队员)"
        ),
    ),
    (
        "lead",
        compiled(
            r".*(?:牵头|责任|承办|主办|主责|负责|经办|落实|督办|使用|实施|建设|需求|申报|申请|管理)(?:责任)?"
            r"(?:单位|部门|科室|处室|股室|科|处|机构|主体|方|院系|学院|企业|公司)?|.*(?:单位|部门|科室|处室|股室)|谁(?:来)?(?:办|做|干|牵头|负责).*"
        ),
    ),
    ("when", compiled(r".*(?:时间|时限|期限|日期|节点|时点|截止)(?:要求|节点)?|什么时候.*|何时.*")),
    (
        "figure",
        compiled(
            r".*(?:金额|预算|经费|资金|费用|单价|总价|造价|投资|价格|补助|数量|面积|里程|人数|户数|名额|合计|小计|比例|占比|得分|票数|额度|单量)"
        ),
    ),
    ("remark", compiled(r".*(?:备注|说明|用途|电话|方式|频次|周期|范围|状态|进度|进展|标准|依据|来源|附注)")),
)
"""What a column holds, by its head; the first that fits, else what the row is about."""

_SUPPORT_ASKED = compiled(r"配合|协办|协助|协同|帮忙|谁(?:来)?帮|帮谁|参与单位")
_PERSON_ASKED = compiled(
    r"(?:责任|负责|经办|联系)(?:人(?!员?单位)|领导)|组长|队长|片长|段长|(?:哪|那)[位名个](?:\S{0,2}领导|人)"
)
_LEAD_ASKED = compiled(
    rf"牵头|承办|主办|主责|责任(?:单位|部门|科室|处室|主体)|负责(?!人)|{WHO}|{UNIT_ASKED}|(?:哪|什么)(?:一?个)?(?:科室|处室|股室|科|处|站|队|公司)"
)
_LEAD_NAMED = compiled(r"牵头|承办|主办|主责|责任(?:单位|部门|科室|处室|主体)|谁(?:来)?(?:负责|办|做|干)")
_WHEN_ASKED = compiled(rf"{WHEN}|时限|期限|截止|完成时间|完成日期|时间节点|时间要求|多久(?:之?内)?完成")
_MONEY_ASKED = compiled(
    r"多少钱|多少(?:[万亿]?元|资金|经费|预算|费用|投资)|几(?:[百千万]+)?元|花多少|(?:金额|预算|经费|费用|资金|投资)(?:是|为|有|给)?(?:多少|几|呢)"
)
_MONEY = compiled(r"金额|预算|经费|资金|费用|总价|造价|投资|补助|额度")
_EACH = compiled(r"每(?![年月季])[一-鿿]{1,3}|单价|一[个人户件台套餐亩](?:要|得|是)?多少")
_OF_ONE = compiled(r"单价|标准|每|单量")
"""What one costs is asked, which no column of sums tells."""
_OFTEN_ASKED = compiled(r"多久.{0,6}[一几]次|多长时间.{0,6}一次|[几多少]+次|频次|频率")
_USE_ASKED = compiled(r"(?:用来|用于|拿来)?(?:干什么|做什么|干啥|干嘛)|什么用|用途|用在")
_SO_MANY = compiled(r"(?:几|多少)(?P<unit>[一-鿿]{1,3})")
_EMPTY_WORDS = compiled(r"责任|负责|情况|名称|内容|要求|涉及|说明|具体|主要|相关|工作|任务|安排")


def bare(head: str) -> str:
    """Return a head folded, without its bracket.

    >>> bare("金额（万元）")
    '金额'
    """
    return _BRACKETS.sub("", fold(head))


def held_by(heads: Sequence[str]) -> list[Holds]:
    """Return what each column of a table holds.

    >>> held_by(["序号", "任务", "牵头单位", "配合单位", "时限"])
    ['label', 'name', 'lead', 'support', 'when']
    """
    return [next((kind for kind, form in HELD if form.fullmatch(bare(head))), "name") for head in heads]


def asked_in(text: str, heads: Sequence[str]) -> list[int]:
    """Return which columns of a table a question asks for; none where it asks for none.

    >>> heads = ["任务", "牵头单位", "配合单位", "责任人", "完成时限", "金额（万元）"]
    >>> asked_in("由谁配合", heads), asked_in("谁负责，什么时候完成", heads), asked_in("多少钱", heads)
    ([2], [1, 3, 4], [5])
    """
    holds = held_by(heads)
    found: list[int] = []

    def take(*kinds: Holds) -> None:
        found.extend(place for place, kind in enumerate(holds) if kind in kinds and place not in found)

    helps, person = _SUPPORT_ASKED.search(text), _PERSON_ASKED.search(text)
    if _LEAD_ASKED.search(text) and (not (helps or person) or _LEAD_NAMED.search(text)):
        take("lead")
        if not re.search(UNIT_ASKED, text):
            take("person")
    if person:
        named = [place for place, head in enumerate(heads) if holds[place] == "person" and bare(head) in text]
        found += [place for place in named if place not in found]
        if not named:
            take("person")
    if helps:
        take("support")
    if _WHEN_ASKED.search(text):
        take("when")
    found += [place for place in _by_figure(text, heads, holds) if place not in found]
    named = _by_name(text, heads, holds)
    if not found:
        return named
    return found + [place for place in named if holds[place] == "remark" and bare(heads[place])[-2:] in text]


def _by_figure(text: str, heads: Sequence[str], holds: Sequence[Holds]) -> list[int]:
    """Return the column of figures that a question asks for: by its name, by its unit, or as money."""
    figures = [place for place, head in enumerate(heads) if holds[place] == "figure" or _UNIT_OF.search(head)]
    if _EACH.search(text):
        figures = [place for place in figures if _OF_ONE.search(heads[place])]
    named = [place for place in figures if len(bare(heads[place])) > 1 and bare(heads[place]) in text]
    if named:
        return named[:1]
    if _MONEY_ASKED.search(text):
        money = [place for place in figures if _MONEY.search(heads[place]) or "元" in unit_of(heads[place])]
        whole = [place for place in money if "单价" not in heads[place]]
        return whole if len(whole) == 1 else money if len(money) == 1 else []
    units = [match["unit"] for match in _SO_MANY.finditer(text)]
    of_unit = [place for place in figures if (own := unit_of(heads[place])) and any(u.startswith(own) for u in units)]
    return of_unit if len(of_unit) == 1 else []


def unit_of(head: str) -> str:
    """Return in what the figures of a column are counted: 金额（万元）."""
    match = _UNIT_OF.search(head)
    return match["unit"] if match else ""


def _by_name(text: str, heads: Sequence[str], holds: Sequence[Holds]) -> list[int]:
    """Return the column whose head a question says: 联系电话是多少, 多久巡查一次, 用来干什么."""
    for asked, own in ((_OFTEN_ASKED, r"频次|频率|周期|次数"), (_USE_ASKED, r"用途|说明|备注")):
        places = [place for place, head in enumerate(heads) if re.search(own, head)]
        if asked.search(text) and len(places) == 1:
            return places
    said: list[tuple[int, int]] = []
    for place, head in enumerate(heads):
        telling = _EMPTY_WORDS.sub("", bare(head)) or bare(head)
        if holds[place] in ("label",) or len(telling) < 2:
            continue
        shared = sum(1 for start in range(len(telling) - 1) if telling[start : start + 2] in text)
        scattered = all(character in text for character in telling)
        if shared or scattered:
            said.append((shared, place))
    best = max(said, default=(0, 0))[0]
    top = [place for shared, place in said if shared == best]
    return top if len(top) == 1 and holds[top[0]] != "name" else top if len(top) == 1 and top[0] else []
