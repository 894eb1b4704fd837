"""Compares whom and which units a clause names, and the part each plays, with those of a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.generation.checking.acts.strangers import strangers
from pipeline.generation.checking.reading import parties
from pipeline.generation.checking.reading.fold import clause_of, flat, pairs, without_titles
from pipeline.generation.checking.reading.houses import department_of, done_by, is_bare, is_own_house, of_a_department
from pipeline.generation.checking.reading.namelike import is_person, is_torn, runs_over
from pipeline.generation.checking.reading.offices import forms_in
from pipeline.generation.checking.reading.source import Problem, Segment, Source
from pipeline.generation.checking.reading.speech import cut, kind_of
from pipeline.patterns import compiled

_TOGETHER = compiled(r"(?P<host>[\u4e00-\u9fff]{2,16})会同(?P<guests>[\u4e00-\u9fff、和及与]{2,40})")
_TASKED = compiled(
    "(?:由(?P<led>[\u4e00-\u9fff]{3,10}?)|(?P<all>各[\u4e00-\u9fff]{0,4}(?:部门|单位|科室|板块))(?:要|应|须|负责))(?P<word>牵头|配合|监督|主办|协办|承办|审核|验收)"
)
_NUMBERED_MEETING = compiled(
    r"(?P<body>[\u4e00-\u9fff]{2,16})?(?:\d{4}年度?)?(?P<ordinal>第[\d〇零一二两三四五六七八九十百]+)次(?P<what>[\u4e00-\u9fff]{0,6}会议?)?"
)
_OF_A_PLACE = compiled(
    "(?P<name>[\u4e00-\u9fff]{2})(?P<level>[市县区镇乡州])(?:(?:人民)?政府|党委|[纪工]?委(?![托员派])|管委会|人大|政协|街道)"
)
_NO_PLACE = frozenset(
    "届各由请和与及对向给获经报交至到在于是的了等并将使由本该原我全与省市县区镇乡划归让被为跟同后以前经按据从对因且但而又再先就并需要须应拟送"
)
_SHARED = compiled("牵头|配合|协助|协办|会同|保障|参与|监督")
_SAYS = compiled("指出|强调|要求|表示|提出|认为")
_OF_TITLE = compiled("(?:集团|公司|企业|学校|医院|中心|卫生院|敬老院|福利院|研究院|支行|银行|街道)$")
_WHO_ACTS = compiled("的(?P<who>[\u4e00-\u9fff]{2,3}?)(?=同志|负责|牵头|主持|汇报)")
_ACTS = compiled("[要须应将需]|负责|牵头|统筹|组织|承担")
_SENT_ANOTHER = "(?:因[^,。;]{1,8})?(?:书面)?委托"  # 董事甲明委托董事乙亮代为表决
_TASK = 6
_SENT = compiled("(?<![汇通申简公填预情警])报(?![告表名价批废销])|[向送给呈]")
_DOES = compiled("(?:[局委办处科部院所]|政府|集团|公司|中心|[大支总]队)$")
_PRESENCE = frozenset(
    re.findall(
        r"\S\S", "没有 有参 参加 加会 会议 出席 席会 席了 了会 列席 记录 主持 召开 持召 汇报 请假 作了 加了 情况"
    )
)
_ATTENDANCE = frozenset(("present", "observe", "absent"))
_ITSELF = compiled("^(?:而且|并且|但|因|同时|我|本|该|现|.*[年月日前后])?(?:医院|学校|大学|学院|公司|集团)$")
_HOSTS = {  # what else a paper calls the body that met
    "医院": compiled("[本我全]院|院[长方]|医院|院务|院办"),
    "学校": compiled("[本我全]校|校[长方]|学校|校务|大学|学院|中学|小学"),
    "大学": compiled("[本我全]校|校[长方]|学校|校务|大学"),
    "学院": compiled("[本我全]院|院[长方]|学院|校[长方]"),
    "公司": compiled("公司|集团|董事|总经理|股东"),
    "集团": compiled("集团|公司"),
}
_ROLL = compiled("列席|出席|缺席|请假|名单|参会")  # where people and units stand in one list
_OF_UNITS = frozenset(("lead", "support", "present", "observe", "absent", "report"))


def people_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield the people whom a folded clause names and a source does not, or not in this part, post or unit."""
    yield from strangers(clause, source)
    for readings in parties.people(clause):
        known = [name for name in readings if parties.stands_as_name(clause, source.words, name)]
        known = known or [name[:-1] for name in readings if runs_over(name, source.words)]
        if not known and all(is_torn(clause, name, source.words) for name in readings):
            continue
        if not known:
            name = max(readings, key=lambda reading: (len(reading) == 3, -len(reading)))
            yield Problem("person", name, f"出处中没有“{name}”")
            continue
        name = max(known, key=lambda reading: (not parties.ends_late(reading), len(reading)))
        yield from _part(clause, name, (name,), source)
        for post in parties.posts_of(clause, name):
            posts = parties.posts_of(source.text, name) | parties.posts_of(source.stamp, name)
            if post not in posts:
                yield Problem("post", f"{post}{name}", f"出处中{name}的职务不是“{post}”")
        runs = parties.unit_of(clause, name)
        placed = parties.unit_of(source.text, name) if runs else set()
        for run in runs:
            if placed and not any(parties.names_unit(place, run) for place in placed):
                yield Problem("unit", f"{run}{name}", f"出处中{name}不在“{run}”名下")
        if not _ROLL.search(clause):
            yield from _another(clause, name, source)


def _another(clause: str, name: str, source: Source) -> Iterator[Problem]:
    """Yield where the source says of another person what the clause says of this one."""
    content = pairs(clause_of(clause, name)) - pairs(name) - _PRESENCE

    def near(segment: Segment) -> str:
        index = source.segments.index(segment)
        following = source.segments[index + 1 : index + 2]
        after = following[0].text if following and following[0].before else ""
        return f"{segment.before}{segment.text}。{after}"

    def rival(segment: Segment) -> bool:
        return any(name not in readings for readings in parties.people(near(segment)))

    other = source.elsewhere(content, lambda segment: name in near(segment), rival)
    if other is not None:
        yield Problem("person", name, f"出处中这件事说的不是“{name}”")


def _part(clause: str, name: str, forms: tuple[str, ...], source: Source) -> Iterator[Problem]:
    """Yield the part that a clause gives to a name and a source does not."""
    stated = parties.parts_of(clause, name)
    if not stated:
        return
    given: set[str] = set()
    for form in forms:
        given |= parties.parts_of(source.text, form) | parties.parts_of(source.stamp, form)
    if "absent" in stated and any(re.search(f"{re.escape(form)}{_SENT_ANOTHER}", source.text) for form in forms):
        given.add("absent")
    if "observe" in given and re.search("参加|参会|到会", clause):
        given.add("present")
    if "present" in stated and any(
        re.search(f"{re.escape(form)}(?:[、和及与][^,。;]{{2,24}})?(?:积极)?参与", source.text) for form in forms
    ):
        given.add("present")  # 甲科参加, of 甲科参与
    if "speak" in stated and _speaks(name, source):
        given.add("speak")
    if "chair" in given:  # who takes the chair is there
        given.add("present")
    if form_of_attendance := stated & _ATTENDANCE:
        alone = not parties.people(clause)  # 人民银行陈军出席 says it of 陈军
        stated = stated if len(forms) == 1 or (given and alone) else stated - form_of_attendance
    if any(_replaced(form, clause, source) for form in forms):
        return
    for part in sorted(stated - given):
        word = parties.PART_NAMES[part]
        yield Problem("part", f"{name}{word}", f"出处中没有写明“{name}”{word}")


def _replaced(name: str, clause: str, source: Source) -> bool:
    """Tell whether a clause tells what somebody did before: 原来由甲局牵头, of 牵头单位由甲局改为乙局."""
    own = re.escape(name)
    was = re.search(rf"(?:原来|原先|原本|原|此前|以前)(?:都?[是由])?{own}", clause)
    return was is not None and re.search(rf"由{own}(?:改|调整|变更|换)", source.text) is not None


def _speaks(name: str, source: Source) -> bool:
    """Tell whether a sentence of a source that opens with a name has it think or say something, and nobody else."""
    return any(
        name in segment.text
        and _SAYS.search(segment.text, segment.text.find(name))
        and not any(name not in readings for readings in parties.people(segment.text))
        for segment in source.segments
    )


def unit_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield the units that a folded clause names and a source does not, or not for this task."""
    runs = parties.units(clause)
    for run in runs:
        name = parties.unit_named(source.words, run) or department_of(run, source.text, source.stamp)
        if name is None and _ITSELF.search(run) and _HOSTS[run[-2:]].search(source.words):
            continue  # 医院同意引进: the body that met
        longer = [other for other in runs if other != run and other.startswith(run)]
        if name is None and (
            is_bare(run)
            or done_by(run, source.words)
            or is_own_house(run, source.stamp)
            or of_a_department(run, longer, source.text)
        ):
            continue
        if name is not None and any(department_of(other, source.text, source.stamp) for other in longer):
            continue  # 区住建局物业科: the department is spoken of
        if name is None:
            yield Problem("unit", run, f"出处中没有单位“{run}”")
            continue
        parts = set() if _of_its_own(clause, name, source) else parties.parts_of(clause, name) & _OF_UNITS
        if parts and (
            parts != {"report"} or re.search(f"{re.escape(name)}(?:[、和及与][^,。]{{2,16}})?作?了?汇?报", clause)
        ):
            yield from _part(clause, name, forms_in(source.words, name), source)
        # what the title of the item is about: 关于注销某公司的请示
        of_title = (
            _OF_TITLE.search(name)
            and name in source.heading
            and name not in source.text
            and not _ACTS.match(clause.partition(name)[2])
        )
        # the body that met may do all
        if not _ROLL.search(clause) and not of_title and not parties.names_unit(source.stamp, name):
            yield from _others_task(clause, parties.shortest_name(source.words, run) or name, source)
    yield from _places(clause, source)
    yield from _hosts(clause, source)
    yield from _meetings(clause, source)


def _of_its_own(clause: str, name: str, source: Source) -> bool:
    """Tell whether a clause has somebody of a unit act, and not the unit: 由管委会的甲明负责牵头."""
    return any(
        is_person(match["who"]) and match["who"] in source.words
        for match in _WHO_ACTS.finditer(clause)
        if clause[: match.start()].endswith(name)
    )


def _places(clause: str, source: Source) -> Iterator[Problem]:
    """Yield the governments and committees of places that a source does not name: 临河县政府."""
    for match in _OF_A_PLACE.finditer(without_titles(clause)):
        name = match["name"]
        if _cut_across(clause[: match.end("name")], name):
            continue
        if name not in source.words and kind_of(name) in ("", "n") and not set(name) & _NO_PLACE:
            yield Problem("unit", match.group(), f"出处中没有“{match.group()}”")


def _cut_across(text: str, name: str) -> bool:
    """Tell whether a name at the end of a text begins within a word: 规定获 has no 定获.

    >>> _cut_across("三定规定获", "定获"), _cut_across("请求临河", "临河")
    (True, False)
    """
    run = re.search("[\u4e00-\u9fff]*$", text)
    words = cut(run.group()[-10:]) if run else ()
    ends = [len(name) - len("".join(words[index + 1 :])) for index in range(len(words))]
    return any(end > 0 and len(word) > end for word, end in zip(words, ends, strict=True))


def _others_task(clause: str, run: str, source: Source) -> Iterator[Problem]:
    """Yield where the source gives to another unit what the clause gives to this one.

    Where the clause names that other one, too, it says what it does about this one: 第二医院的迁建由财政局统筹.
    """
    own_clause = clause_of(clause, run)
    content = pairs(own_clause) - pairs(run)

    def holds(segment: Segment) -> bool:
        if parties.names_unit(segment.text, run) or parties.names_unit(segment.opening, run):
            return True
        if f"该{run[-2:]}" in segment.text or f"该{run[-1]}" in segment.text:  # 该公司, 该局
            return True
        return not parties.units(segment.text) and parties.names_unit(segment.before, run)

    def rival(segment: Segment) -> bool:
        named = parties.units(segment.text)
        if _SHARED.search(own_clause):  # 由甲局牵头、乙局配合: both act
            return bool(named)
        return any(not parties.names_unit(own_clause, name) for name in named)

    other = source.elsewhere(content, holds, rival)
    led = re.search(f"[由归][^,、]{{0,6}}{re.escape(run)}", own_clause)
    topic = own_clause[: led.start()] if led else ""  # 甲公司原董事长的审计由乙局来做: of 甲公司, by 乙局
    own = [
        part
        for part in source.clauses
        if (parties.names_unit(part.text, run) or f"该{run[-2:]}" in part.text) and not part.text.endswith(":")
    ]
    if other is None and own and _DOES.search(run) and all(_own_task(part, run) for part in own):
        other = source.elsewhere(
            content, own.__contains__, lambda part: _own_task(part, *_acting(part.text, topic)), by_clause=True
        )
    if other is not None:
        yield Problem("unit", run, f"出处中这件事说的不是“{run}”")


def _acting(text: str, stated: str = "") -> list[str]:
    """Return the first unit of a clause, none where it is stated, too, or only told something: 将方案报办公室备案."""
    named = [unit for unit in parties.units(text)[:1] if not parties.names_unit(stated, unit)]
    return [] if named and _SENT.search(text[: text.find(named[0]) + len(named[0]) - 1]) else named


def _own_task(part: Segment, *runs: str) -> bool:
    """Tell whether a clause gives a unit a task of its own, and not merely a part in what the next clause says."""
    return bool(runs) and not _SHARED.search(part.text) and len(pairs(part.text) - pairs(runs[0])) >= _TASK


def _hosts(clause: str, source: Source) -> Iterator[Problem]:
    """Yield where 甲会同乙 is turned into 乙会同甲."""
    for match in _TOGETHER.finditer(without_titles(clause)):
        hosts = parties.units(match["host"])
        known = list(_TOGETHER.finditer(flat(without_titles(source.text))))
        if hosts and known and not any(parties.names_unit(entry["host"], hosts[-1]) for entry in known):
            yield Problem("part", match.group(), f"出处中不是由“{hosts[-1]}”会同")
        tail = match["host"][-3:]
        if not hosts and any(tail in entry["guests"] and tail not in entry["host"] for entry in known):
            yield Problem("part", match.group(), f"出处中不是由“{match['host']}”会同")
    for match in _TASKED.finditer(without_titles(clause)):
        named = match["led"] or match["all"]
        who, word = named[-3:], match["word"]
        own = [part.text for part in source.clauses if who in flat(part.text)]
        if own and word in source.text and not any(word in part for part in own):
            yield Problem("part", match.group(), f"出处中没有写明“{named}”{word}")


def _meetings(clause: str, source: Source) -> Iterator[Problem]:
    """Yield where a numbered meeting is given to another body."""
    numbered = [match for match in _NUMBERED_MEETING.finditer(without_titles(clause)) if match["body"]]
    stated = [match for match in numbered if parties.units(match["body"])]
    known = {match["body"] for match in _NUMBERED_MEETING.finditer(source.words) if match["body"]} if stated else set()
    for match in stated:
        body = match["body"]
        if known and not any(other.endswith(body[-2:]) or body in other for other in known):
            yield Problem("meeting", match.group(), f"出处中没有“{match.group()}”")
