"""What a sentence says otherwise than a statement does: whom it gives a duty, where it puts a thing, what it sets."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.documents.duties.names import is_name
from pipeline.documents.duties.units import find_units, same_unit
from pipeline.generation.extractive.giving_way import CHANGE
from pipeline.generation.extractive.premises.claimed import FIGURE
from pipeline.generation.extractive.premises.taken import CLAUSES, matter_of, share_of
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.understanding.question import Question

DUTIES = {
    "lead": "牵头|负责|承担|统筹|主办|承办|包案|督办|接手|协调|主抓|挂帅|盯|管(?!理办法|委|道|线|网)",
    "pay": "承担|出资|负担|买单|出钱|自筹|掏",
    "build": "征迁|拆迁|代建|施工|建设|实施|运营|经营",
    "draft": "起草|编制|拟定|拟订|制定|修订",
}
DUTY = {name: compiled(words) for name, words in DUTIES.items()}
GIVES = compiled(
    r"(?:改?[由归让]|换成|改成|改为|交给|调整为|变成|[还都]?是)(?:了)?(?P<who>[^，。；、由归让]{2,16}?)(?:同志)?(?:自己|自行|独自|来|去|全额|全部|总|继续|先|临时|暂时|接手)*"
    rf"(?=(?:{'|'.join(DUTIES.values())}))"
)
"""由某局牵头, 归某镇征迁, 换成某人牵头: whom a statement gives a duty."""
POSTED = compiled(
    r"(?P<post>副?[省市县区镇乡][长委]|书记|主任|局长|[院校]长)?(?P<name>[一-鿿]{2,3})(?:同志|副?[省市县区镇乡]长|副?书记|副?主任|副?局长|副?[院校]长)?$"
)
FORMER = compiled(
    r"原(?:来|先|定)?由[^，。；]{2,12}?(?:承担|负责|牵头|管理|包案)的|(?:原?定?由)[^，。；]{2,24}?(?:调整|变更|更改|改|换|移交|转)(?:为|由|到|成|给)?"
)
"""原由甲承担的工作, 由甲牵头调整为乙牵头: what was."""
BODY = compiled(r"[一-鿿](?:单位|公司|集团|企业|镇|乡|街道|村|社区|医院|中心|分局|科|处|股|站|所|院|馆)")
PLACED = compiled(r"(?:设[在于]|选址[在于]?|[建放搬迁落办]在|[搬迁改]到|位于)(?P<who>[^，。；、]{2,14})")
"""设在市第二人民医院: where a statement puts something."""
SHAPE = 2
"""Characters at the end of a place that tell its sort: …医院."""
MATTER = 0.5
"""Share of what is stated, whom it gives the duty aside, that what speaks against it must hold."""
IN_PART = 0.34
"""The same of a sentence that changes a figure of the kind stated."""


def is_otherwise(claim: Question, stated: str, said: str, title: str) -> bool:
    """Tell whether a sentence gives a duty to another, or puts a thing at another place, than a statement does."""
    if _sets_another_figure(stated, said) and share_of(matter_of(claim), fold(f"{title} {said}")) >= IN_PART:
        return True
    for pattern in (GIVES, PLACED):
        given = pattern.search(stated)
        if given is None:
            continue
        rest = matter_of(replace(claim, text=stated.replace(given["who"], "，")))
        now = FORMER.sub("，", said)
        clauses = CLAUSES.split(now)
        gave_up = given["who"] in said and given["who"] not in now  # 原由甲承担的工作，改由乙承担
        if not gave_up and share_of(rest, fold(f"{title} {said}")) < MATTER:
            continue
        if pattern is PLACED:
            sort = given["who"][-SHAPE:]
            return any(PLACED.search(one) and sort in one and given["who"] not in one for one in clauses)
        duty = next(pattern for pattern in DUTY.values() if pattern.match(stated, given.end()))
        of_it = [one for one in clauses if duty.search(one)]
        return not any(_is_told(given["who"], one) for one in of_it) and any(map(_names_somebody, of_it))
    return False


def _sets_another_figure(stated: str, said: str) -> bool:
    """Tell whether a sentence changes a figure to another one of the kind that is stated.

    >>> [_sets_another_figure(stated, "班车由2辆调整为3辆") for stated in ("班车加到5辆", "班车加到3辆")]
    [True, False]
    """
    change = CHANGE.search(fold(said))
    taken = list(FIGURE.finditer(fold(stated)))
    if change is None or len(taken) != 1 or taken[0]["figure"] in fold(said):
        return False
    return any(match["unit"] == taken[0]["unit"] for match in FIGURE.finditer(change["after"]))


def _is_told(who: str, text: str) -> bool:
    """Tell whether a text names somebody, in full or in short."""
    name = POSTED.search(who)
    bare = name["name"] if name and is_name(name["name"]) else who
    if bare in text:
        return True
    return any(same_unit(unit, bare) or _in_order(bare, unit) for _, unit in find_units(text))


def _in_order(short: str, full: str) -> bool:
    """Tell whether the characters of a short name stand in a full one, in order.

    >>> _in_order("区文旅局", "区文化和旅游局"), _in_order("区财政局", "区文化和旅游局")
    (True, False)
    """
    rest = iter(full)
    return all(character in rest for character in short)


def _names_somebody(clause: str) -> bool:
    """Tell whether a clause names a body or a person."""
    if find_units(clause) or BODY.search(clause):
        return True
    runs = (clause[start : start + size] for start in range(len(clause)) for size in (2, 3))
    return any(is_name(run) for run in runs)
