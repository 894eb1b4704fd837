"""Who proposed, objected or held back is asked for: an answer names somebody right before the words he spoke."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.documents.duties.names import ROLE, is_name
from pipeline.documents.duties.units import find_units
from pipeline.generation.extractive.people.attendance import known_names
from pipeline.generation.extractive.slots.telling import SOME
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from pipeline.generation.extractive.slots.telling import Telling

WHO = (
    r"(?:谁|哪一?[位名]|哪个人|何人|哪[一几些]?个?(?:同志|领导|委员|单位|部门|科室|处室|董事|副?[市县区镇局院校]长)"
    r"|哪[几些]?[家个位](?=\?|$))"
)
SPOKE = r"(?:提议|提出|提的(?!问)|建议|倡议|主张|反对|质疑|不同意|不赞成|保留意见|异议)"
PUT_FORWARD = r"提(?:了|过)?出(?:来|过|的|了|异议|反对|保留|不同)"
BY_HIM = rf"(?:提议|{PUT_FORWARD}|提的(?!问)|建议|倡议|主张|反对|质疑|不同意|不赞成|保留意见|异议)"
ASKED = compiled(
    rf"{WHO}(?:同志|领导|委员)?(?:在会上|会上|最先|首先|曾|当场)?{BY_HIM}|{SPOKE}[^,?]{{0,30}}?的人?都?(?:是|都?有){WHO}"
    rf"|由{WHO}[^,。研牵]{{0,3}}提[出议]|谁提[出的议]|是{WHO}(?:同志)?[^,。]{{0,4}}{SPOKE}[的了把将不]"
)
"""是谁提议把…, 不赞成的是哪些单位."""
SAID = compiled(
    r"(?<!的)(?:提出|提议|建议(?![书稿名])|认为|主张|反对|不同意|不赞[成同]|保留|表示|质疑|担心|指出|申请|请示|要求|反映|提醒|觉得|弃权|投)"
)
NOBODY = compiled(r"会议|与会|此次|本次|方案|草案|上述|^[由请]")
"""What stands before the verb and is nobody: 会议认为, 此次申请."""
BODY = compiled(r"[一-鿿]{1,4}(?:[村镇乡科处办所队站室组会]|公司|集团|社区|委员|代表|同志|单位|学校|医院|中心)")
POST = compiled(ROLE)
LINE, CLAUSE = compiled(r"[。;\n:]"), compiled(",")


def names_no_speaker(one: Telling) -> bool:
    """Tell whether it is asked who proposed or objected, and nobody is told to have spoken."""
    if not ASKED.search(one.asked):
        return False
    names = [name for source in one.sources for name in known_names(source)]
    lines = LINE.split(SOME.sub(",", one.told))
    return not any(_is_somebody(_before(line, said), names) for line in lines for said in SAID.finditer(line))


def _before(line: str, said: re.Match[str]) -> str:
    """Return what stands before a verb in its clause, or before its clause where it opens one."""
    before = line[: said.start()]
    return CLAUSE.split(before)[-1].strip() or before


def _is_somebody(part: str, names: Sequence[str]) -> bool:
    """Tell whether words name a person, a post or a body."""
    if NOBODY.search(part):
        return False
    known = any(name in part for name in names) or any(is_name(part[:size]) for size in (2, 3) if len(part) >= size)
    return known or bool(find_units(part) or POST.search(part) or BODY.search(part))
