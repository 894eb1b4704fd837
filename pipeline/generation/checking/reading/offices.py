"""Reads units (单位) out of a folded text, and finds each in another under any form of its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from pipeline.documents.duties.units import aliases
from pipeline.generation.checking.reading.initials import (
    before_the_house,
    behind_a_verb,
    behind_its_task,
    branch_of,
    ends_with_verb,
    initials,
    runs_on,
)
from pipeline.generation.checking.reading.speech import cut, kind_of
from pipeline.generation.checking.reading.unit_runs import UNIT_END, units
from pipeline.patterns import compiled

_CLEAR_LEVELS = frozenset("省国县区市")
_LEVELS = "市县区镇乡省州盟旗"
_BOUNDARY = frozenset(
    "届各由请而但且因若如故即凡和与及、对向经各以让给把被从在于是为有的了等并将要使报至到归受按属则也均都系跟去找缴当现先再已仍又可只就另退送转返以按凡须任想派"
) | frozenset(_LEVELS)
_BOUNDARY_WORDS = tuple(
    re.findall(
        r"\S+",
        """
    要求 明确 指出 强调 建议 委托 责成 通知 提交 会同 联合 牵头 配合 单位 部门 包括 分别 支持 提请 协调 对接 交由
    负责 主体 其中 涉及 听取 列席 出席 同意 批准 组织 依托 通过 参加 责任 主办 协办 商请 取得 根据 按照 成立 设立
    领导 加强 推动 完善 向上 下设 出台 制定 印发 担任 下次 本次 此次 上次 代表 来自 转给 交给 移交 以及 同时 隶属
    征求 报送 上报 抄送 函告 告知 责令 约谈 走访 聘请 邀请 呈报 提名 归口 换成 换由 改成 改为 变为 听完 获聘 另加 还有
    """,
    )
)
_BODIES = ("市委", "县委", "区委", "省委", "镇党委", "乡党委")
_JOINS = frozenset("和与及")
_NO_LEVEL = ("城市", "都市", "社区", "园区", "地区", "景区", "片区", "小区", "校区", "辖区", "乡镇", "城镇")
# 退役军人, 市场: no boundary and no level
_WORDS = compiled(
    "退[役休]|转业|经[济贸信营]|对外|[现当]代|先进|再生|市场|市政(?![府协])|市[民容]|区域|乡村|县域|全[国民]"
)
_LEVEL_FIRST = compiled(f"^(?:(?!{_WORDS.pattern})[{_LEVELS}])+")
_OF_A_PLACE = compiled("[\u4e00-\u9fff]{2}[镇乡区县]政府$")
_NOT_IN_NAMES = compiled("^[和与及]|[由向把将给从请须应每至被让,、]")
_FULL = 4  # characters of a name of which no short one can be made
_WHOLE_ENDS = frozenset(("中心", "集团", "公司", "大队", "支队", "医院", "学院", "银行"))
_NOBODYS = frozenset(("街道", "街道办", "街道办事处"))  # 赤岭街道 is no other one
_ANY_OFFICE = frozenset(("事务局", "管理局", "服务局", "管理处", "服务中心", "管理中心"))  # the end of many names
_SENT_TO = frozenset("交报送归跟驻前待据凡")
_TALKS = compiled("公会|[法理事]")  # 医院办公会: no 院办
_SHORTER = (
    ("办公室", "办"),
    ("委员会", "委"),
    ("管理委员会", "管委会"),
    ("人民政府", "政府"),
    ("人民代表大会", "人大"),
)


def names_unit(source: str, run: str) -> bool:
    """Tell whether a source names the unit at the end of a run, under any of its forms; see `unit_named`.

    >>> names_unit("由市水利局牵头", "会议要求市水务局"), names_unit("由市水利局牵头", "由市财政局")
    (True, False)
    """
    return unit_named(source, run) is not None


def unit_named(source: str, run: str) -> str | None:
    """Return the longest name at the end of a run under which a source knows the unit, or `None`.

    A part of the run is the unit's name only where what stands before it is a boundary (由, 会同, 市).

    >>> unit_named("市水务局负责", "由市水利局")
    '市水利局'
    """
    return next(iter(_names(source, run)), None)


def shortest_name(source: str, run: str) -> str | None:
    """Return the shortest name at the end of a run under which a source knows the unit, or `None`.

    >>> shortest_name("要积极对接市规划局", "积极对接市规划局")
    '规划局'
    """
    return min(_names(source, run), key=len, default=None)


@lru_cache(maxsize=4096)
def _names(source: str, run: str) -> tuple[str, ...]:
    """Return the names at the end of a run under which a source knows the unit, the longest first."""
    return tuple(_known_names(source, run))


def _known_names(source: str, run: str) -> Iterator[str]:
    whole = ""
    for name in _candidates(source, run):
        joined = run[-len(name) - 1] if len(name) < len(run) else ""
        if joined in _JOINS and whole.endswith(f"{joined}{name}") and not UNIT_END.search(whole[: -len(name) - 1]):
            continue  # 发展和改革局 is one: no 改革局
        whole = whole or name
        yield name


def _candidates(source: str, run: str) -> Iterator[str]:
    for start in range(len(run) - 1):
        name = run[start:]
        head = run[:start]
        if start and (name in ("限公司", "责任公司") or run[start - 1 : start + 1] == "有限"):
            continue
        if head.endswith(_NO_LEVEL) or (start and _WORDS.match(head[-1] + name[:2])):
            continue  # 市城市管理局: no 管理局 of a city; 经济发展局: no 济发展局
        if (
            start
            and head[-1] not in _BOUNDARY
            and not head.endswith(_BOUNDARY_WORDS)
            and not _ends_apart(head, name)
            and not behind_a_verb(head, name, source)
            and not _of_the_house(head, name)
            and not behind_its_task(head, name, source)
        ):
            continue
        if _has_level(name) and start == 0 and name in source:
            yield name
            continue
        level = name[0] if _has_level(name) else head[-1:]
        if (
            any(_stands(source, form, level=level, part=start > 0) for form in unit_forms(name))
            or _abbreviated(source, name, level=level) is not None
            or _by_initials(source, name, level=level) is not None
            or _short_in(source, name) is not None
            or branch_of(name, units(source)) is not None
        ):
            yield name


def _of_the_house(head: str, name: str) -> bool:
    """Tell whether nothing but the house of a department stands before its name: 由局办公室, and not 教育局办公室."""
    before = before_the_house(head, name)
    return before is not None and (not before or before[-1] in _BOUNDARY | _SENT_TO or before.endswith(_BOUNDARY_WORDS))


def _by_initials(source: str, name: str, *, level: str) -> str | None:
    """Return how a source names a unit by its initials, or the name in full whose initials a statement gives."""
    bare = _LEVEL_FIRST.sub("", name)
    for form in initials(bare):
        if _stands(source, form, level=level, part=False):
            return form
    return next((full for full, shorts in _shortened(source) if bare in shorts), None)


@lru_cache(maxsize=256)
def _shortened(source: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the units of a source that have initials, each with them."""
    found = {run[start:] for run in units(source) for start in range(max(0, len(run) - 12), len(run) - 4)}
    return tuple((name, shorts) for name in sorted(found) if (shorts := initials(name)))


def _has_level(name: str) -> bool:
    """Tell whether a name opens with a level: 市水务局, and not 市场监管局."""
    return name[0] in _LEVELS and not _WORDS.match(name)


def _ends_apart(head: str, name: str) -> bool:
    """Tell whether what stands before a name ends with a word that is no part of one: 6月末集团, 而且医院, 县委编办."""
    word = cut(head)[-1]
    if len(word) > 1 and kind_of(word) == "f":
        return True
    if (head[-1] == "报" and name[0] in _LEVELS) or _is_sent(word, name):  # 按程序报市委编委, 交校党委
        return True
    if len(name) > 3 and head.endswith(_BODIES):
        return True
    return head.endswith(("月末", "年末", "月底", "日前", "年前", "去年", "今年", "明年", "上年")) or (
        len(name) > 2 and head[-1] == "同"
    )


def _is_sent(word: str, name: str) -> bool:
    """Tell whether a word alone before a name hands something to it: 交党委常委会, and not 交警支队."""
    return word in _SENT_TO and len(name) > 2 and not kind_of(f"{word}{name[0]}")


def _abbreviated(source: str, name: str, *, level: str) -> str | None:
    """Return the name of a source for which another is short: 后勤保障处 for 后勤处, 城市建设投资集团 for 城投集团."""
    bare = _LEVEL_FIRST.sub("", name)
    if len(bare) < 3 or bare[0] in _BOUNDARY:
        return None
    place = source.find(bare[0])
    while place >= 0:
        adjacent = source.startswith(bare[:2], place)
        before = source[place - 1 : place] if place else ""
        apart = before in _CLEAR_LEVELS and bare[-2:] in _WHOLE_ENDS and len(bare) > 3
        end = runs_on(source, place + 1, bare[1:]) if adjacent or apart else 0
        if end and not _other_level(before, level):
            return source[place:end]
        place = source.find(bare[0], place + 1)
    return None


def _short_in(source: str, name: str) -> str | None:
    """Return the short name that a source gives to a unit of which a statement has the full one: 水文中心."""
    bare = _LEVEL_FIRST.sub("", name)
    for run in units(source) if len(bare) > _FULL and not _NOT_IN_NAMES.search(bare) else ():
        place = run.rfind(bare[:2])
        short = run[place:] if place >= 0 else ""
        apart = place == 0 or run[place - 1 : place] in _BOUNDARY or _ends_apart(run[:place], short)
        alike = 2 < len(short) < len(bare) and short[-2:] == bare[-2:]
        if alike and apart and runs_on(bare, 1, short[1:]) == len(bare):
            return short
    return None


def _other_level(before: str, level: str) -> bool:
    """Tell whether two levels (市, 省) are given and differ."""
    return before in _CLEAR_LEVELS and level in _CLEAR_LEVELS and before != level


@lru_cache(maxsize=4096)
def unit_forms(name: str) -> tuple[str, ...]:
    """Return a unit's name with its present and former names and its short forms.

    >>> "市政府办" in unit_forms("市政府办公室")
    True
    """
    bare = _LEVEL_FIRST.sub("", name) if len(name) > 3 else name
    # 由省水利局: a name that opens with 由 is none, and its aliases would be those of another
    nameless = name[0] in _BOUNDARY - frozenset(_LEVELS) or bare in _ANY_OFFICE
    others = () if nameless else (*aliases(name), *aliases(bare))
    forms = {name, *(form for form in others if form not in _NOBODYS or len(bare) == len(form))}
    forms |= {form.replace(long, short) for form in forms for long, short in _SHORTER}
    if _OF_A_PLACE.search(name):  # 大桥镇政府 is 大桥镇, 石渡县政府 is 石渡县
        forms.add(name.removesuffix("政府"))
    forms |= {form[: -len(short)] + long for form in set(forms) for long, short in _SHORTER if form.endswith(short)}
    return tuple(sorted((form for form in forms if len(form) > 1), key=len, reverse=True))


def forms_in(source: str, name: str) -> tuple[str, ...]:
    """Return the forms of a unit's name, and how a source calls it by initials, shortened or in another order.

    >>> forms_in("由市水利勘测设计院配合", "市水利设计院")[-1]
    '水利勘测设计院'
    """
    level = name[0] if _has_level(name) else ""
    others = (
        _by_initials(source, name, level=level),
        _abbreviated(source, name, level=level),
        _short_in(source, name),
        branch_of(name, units(source)),
    )
    forms = unit_forms(name)
    return (*forms, *dict.fromkeys(form for form in others if form and form not in forms))


def _stands(source: str, name: str, *, level: str, part: bool) -> bool:
    """Tell whether a name stands in a source at the level (市, 省) that the statement gives, if both give one.

    A name of two characters that is part of a longer run is none in the midst of a word: 政局 of 财政局.
    """
    place = source.find(name)
    while place >= 0:
        before = source[place - 1 : place] if place else ""
        torn = (
            part
            and len(name) == 2
            and name[0] not in _LEVELS
            and "\u4e00" <= before <= "\u9fff"
            and before not in _BOUNDARY | {"待"}
            and not source[:place].endswith((*_BODIES, "会同", "同意"))  # 县委编办, 会同纪委
            and not ends_with_verb(source[:place])
        )
        torn = torn or (name[-1] == "办" and _TALKS.match(source, place + len(name)) is not None)
        if not torn and not _other_level(before, level):
            return True
        place = source.find(name, place + 1)
    return False


def as_named(clause: str, words: str) -> str:
    """Return a clause with each unit under the name that its source gives it.

    >>> as_named("报市卫健委批准", "报市卫生健康委员会批准后采购")
    '报市卫生健康委员会批准'
    """
    for run in units(clause):
        name = shortest_name(words, run)
        if name is not None and name not in words:
            form = next((form for form in unit_forms(name) if form in words), None)
            level = name[0] if _has_level(name) else ""
            form = form or _by_initials(words, name, level=level) or _abbreviated(words, name, level=level)
            bare = _LEVEL_FIRST.sub("", name)
            # of 住房和城乡建设局 all of it is 住建局, not the last half
            whole = max((bare, *(one for one in aliases(bare) if run.endswith(one))), key=len)
            if form is not None and form not in clause and len(bare) > 2:
                clause = clause.replace(name if _has_level(form) and whole == bare else whole, form)
    return clause
