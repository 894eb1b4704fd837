"""A department said with the house to which it belongs, 区住建局物业科 in a paper of that house, or a house alone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.documents.duties.names import FULL_ROLE
from pipeline.generation.checking.reading.fold import flat, without_titles
from pipeline.generation.checking.reading.offices import names_unit
from pipeline.generation.checking.reading.unit_runs import units
from pipeline.patterns import compiled

_BARE = compiled(
    "(?:^|[由在于到至向从给被把将对经报送交归驻为是及和与本我该全同而的])[局厅处委院校科所](?![长])[内外里]?$"
)
_OWN_HOUSE = compiled("(?:^|[由在于到至向从给被把将对经报送交是及和与])(?P<level>[省市县区州])(?P<kind>[局厅])$")
_OWN_PLACE = compiled("(?:^|[由在于到至向从给被把将对经报送交是及和与])(?P<level>[镇乡])$")
_BARE_HOUSE = compiled("(?:^|[由在于到至向从给被把将对经报送交是及和与]|会同)(?:集团|公司|学校|医院)$")
_TO_DO = compiled(
    "[处科所站室]办$|(?<![报送交给向转呈])[\u4e00-\u9fff]{2}(?:[局部厅]|集团|公司|中心|支队|大队)办$"
)  # 报建由基建处办
_LEAST, _LONGEST = 2, 8


def department_of(run: str, text: str, stamp: str) -> str | None:
    """Return the department at the end of a run that its house precedes, where the house is the one that met.

    >>> department_of("由区住建局物业科", "由物业科负责", "江州区住建局局长办公会纪要")
    '物业科'
    >>> department_of("由区教育局物业科", "由物业科负责", "江州区住建局局长办公会纪要") is None
    True
    """
    for house in units(run)[:-1]:
        name = run[run.find(house) + len(house) :]
        if _LEAST <= len(name) <= _LONGEST and names_unit(stamp, house) and names_unit(text, name):
            return name
    return None


def is_bare(run: str) -> bool:
    """Tell whether a run ends in no more than the kind of a house, as those in it call it: 于局(门户网站), 驻局.

    >>> is_bare("4月底前于局"), is_bare("由水利局")
    (True, False)
    """
    return _BARE.search(run) is not None


def of_a_department(run: str, longer: Sequence[str], text: str) -> bool:
    """Tell whether a run ends in a bare house, and longer ones have departments of a text behind it: 由集团财务部.

    >>> of_a_department("由集团", ["由集团财务部"], "财务部负责"), of_a_department("由集团", [], "财务部负责")
    (True, False)
    """
    names = [other[len(run) :] for other in longer]
    return _BARE_HOUSE.search(run) is not None and any(len(name) > 1 and names_unit(text, name) for name in names)


def is_own_house(run: str, stamp: str) -> bool:
    """Tell whether a run ends in no more than the level and the kind of the house that met: 市局 in a paper of its own.

    >>> is_own_house("由市局", "江州市水利局局长办公会纪要"), is_own_house("由县局", "江州市水利局局长办公会纪要")
    (True, False)
    >>> is_own_house("由镇", "白石镇党政联席会议纪要"), is_own_house("由镇", "白石乡党政联席会议纪要")
    (True, False)
    """
    if (place := _OWN_PLACE.search(run)) is not None:
        return re.search(f"[\u4e00-\u9fff]{{2}}{place['level']}", stamp) is not None
    match = _OWN_HOUSE.search(run)
    return match is not None and re.search(f"{match['level']}[\u4e00-\u9fff]+{match['kind']}", stamp) is not None


def done_by(run: str, words: str) -> bool:
    """Tell whether the last letter of a run is what a unit before it does: 由基建处办.

    >>> done_by("由基建处办", "基建处负责"), done_by("报县委办", "报县委")
    (True, False)
    """
    return _TO_DO.search(run) is not None and names_unit(words, run[:-1])


def unit_of(folded: str, name: str) -> set[str]:
    """Return the runs that end in a unit and stand right before a name, with or without a post between."""
    text = flat(without_titles(folded))
    found = set()
    for match in re.finditer(re.escape(name), text):
        head = text[: match.start()]
        posts = [role for role in FULL_ROLE.finditer(head) if role.end() == len(head)]
        head = head[: posts[0].start()] if posts else head
        run = re.search("[\u4e00-\u9fff]*$", head)
        if run and any(run.group().endswith(unit) for unit in units(run.group())):
            found.add(run.group())
    return found
