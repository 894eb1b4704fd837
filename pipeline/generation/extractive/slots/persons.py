"""Who or which unit is asked for, by name or by part played, and nobody is named: no answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.documents.duties.names import ROLE
from pipeline.documents.duties.units import find_units
from pipeline.generation.extractive.reading.naming_people import NO_NAME, OFFICE
from pipeline.generation.extractive.slots.telling import SOME
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.slots.telling import Telling

PERSON = compiled(
    r"哪(?:一|几|两)?[位名](?!置)|姓名|叫什么名字|责任领导|责任人|联系人|牵头人|[省市州县区镇]领导|何人|哪(?:一)?个(?:人|同志|领导|副?[市县区镇局院校]长)"
)
"""Asks for a person: a unit is no answer."""
UNIT = compiled(
    r"(?:责任|牵头|主办|承办|发放|负责|主管|经办|配合|实施|建设|管理|运营|施工|设计|监理|检测|评估|中标|承建|供货|受理|审批|监督)"
    r"(?:部门|单位|科室|处室|机构|主体|公司|企业|股室)(?:名称)?(?:[是为]?(?:哪|谁|什么)|\?|$)"
    r"|(?:哪|什么)一?[个家]?(?:部门|单位|科室|处室|机构|公司|股室|企业)"
)
"""Asks for a unit, by its part in the matter or as one of a kind: 发放部门, 哪个科室."""
LEADER = compiled(
    r"(?:由|归|让|派|指定|交给)谁[去来]?|谁[来去]?(?:牵头|负责|管|办|落实|承担|带队)|(?:责任|牵头|负责|包保|分管|联系)(?:人|领导)[是为]?(?:谁|哪|\?|$)"
)
"""Asks who is to do it, person or unit."""
POST = compiled(ROLE)
GIVEN_TO = compiled(r"(?:由|请|让|交由?|归|派|委托|责成)(?![会本])[^,。;]{2,12}")
"""由施工方负责: somebody who is called by no known kind of office."""
CELL, QUOTED = compiled(r"[|｜]"), compiled("”")
"""A row of a table may name a unit by a single word; so may a quoted name."""


def names_nobody(one: Telling) -> bool:
    """Tell whether a question asks for a person or a unit, and what is told names none."""
    if PERSON.search(one.unnamed) and one.kind in ("person", "unit", "text", "list") and not one.names_somebody:
        return True
    if one.turns_down or CELL.search(one.told):
        return False
    return _names_no_unit(one) or _names_no_leader(one)


def _names_no_unit(one: Telling) -> bool:
    """Tell whether a unit is asked for and none is named but those of the question."""
    if not UNIT.search(one.unnamed) or QUOTED.search(one.told):
        return False
    if GIVEN_TO.search(one.named):
        return False
    fresh = [name for _, name in find_units(SOME.sub(",", one.told)) if name not in one.asked]
    return not (fresh or OFFICE.search(SOME.sub(",", NO_NAME.sub(",", one.rest))) or one.names_somebody)


def _names_no_leader(one: Telling) -> bool:
    """Tell whether it is asked who is to do it, and no person, post or unit is named."""
    if not LEADER.search(one.unnamed):
        return False
    unit = find_units(SOME.sub(",", one.told)) or one.names_office or GIVEN_TO.search(one.named)
    return not (unit or POST.search(one.told) or one.names_somebody)
