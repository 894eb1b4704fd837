"""Answers about those who were not there: who they were, why, and who stood in for them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from pipeline.generation.draft import Quote, Sentence
from pipeline.generation.extractive.composing import ANSWERED_AT_MOST
from pipeline.generation.extractive.counting.whole_meeting import of_bodies
from pipeline.generation.extractive.evidence import plain
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.people.attendance import AWAY, label_of, people_asked
from pipeline.generation.extractive.people.entries import as_listed
from pipeline.generation.extractive.people.told_there import CAME_LATE, LEFT_EARLY, partly_there, stretches
from pipeline.generation.extractive.record import named_few, quote, quoted
from pipeline.generation.extractive.stretches import sentences
from pipeline.generation.extractive.target import called
from pipeline.generation.understanding.topic import blanked
from pipeline.minutes import Span
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.composing import Composing
    from pipeline.generation.extractive.evidence import Source

MISSED = compiled(
    r"没(?:有|能)?(?:来|到(?![位账帐货期手点]|之?前|以前|[^，。？?]{0,2}的?(?:时候|期间))|去|赶上|赶来|赶得上|参加|出席|到会|到场|露面)|未(?:能|曾)?(?:来|到|出席|参加|到会|到场|列席)|缺席|请假|请了假|告假|缺会|不在场|没在"
)
PARTLY = (
    (
        compiled(r"(?:来|到)得?[晚迟]|迟到|(?<!最)晚[到来](?![哪几什何])|(?:半路|中途)才?[来到进]"),
        CAME_LATE,
    ),
    (
        compiled(r"早退|提[前早][走离退]|(?:半路|中途)就?[走离退]|先走|没[开听]完"),
        LEFT_EARLY,
    ),
)
"""Asks who was there for a part only, and what tells of it: 某某在第三项议程开始时到会."""
HELD_BY = compiled(r"(?:主持|召集|召开)(?:召开)?的")
"""某市长主持的那次会谁没来: he is named to tell which meeting."""
STOOD_IN = compiled(
    r"(?:委托|托|受托|代为|代表)[^，。？?]{0,8}?(?:出席|参加|表决|投票?|行使|参会|人|别人|谁)|代[他她]?(?:为)?(?:表决|投|出席)"
    r"|谁代的|谁(?:替|代替?)谁|替[^，。？?]{1,6}(?:投|表决|出席)|[由让请找](?:谁|哪位)[^，。？?]{0,3}(?:投|表决|代)"
    r"|(?:票|表决权)(?:是|就|都)?(?:交|托|给|转|由|让|委)[^，。？?]{0,3}(?:谁|哪位|何人)"
)
ASKED = compiled(r"谁|哪(?:些|几|位|个)|几[个位名人]|多少|怎么|为什么|为何|什么|原因|有没有|名单|人员|[吗？?]$|$")
BY_WHOM = compiled(r"谁|哪位|何人|什么人|别人")
BRACKET = compiled(r"\s*[（(](?P<why>[^（()）\n]{2,24})[)）]")
IN_PROSE = compiled(
    r"(?:因|由于)[^，。；\n]{0,16}?(?:请假|缺席|未能?(?:出席|参加|到会))|未能?(?:出席|到会|参加)|请\s*假|缺\s*席(?!的?风险)|没有?(?:来|参加|到会|到场)(?=[，。；\n]|$)"
)
LABELLED = compiled(
    r"(?:缺\s*席|请\s*假|因[事故公病]\s*未\s*到|未\s*到(?:\s*会|\s*场)?|未\s*出\s*席|未\s*参\s*加)\s*(?:单位|人员?|者|的)?\s*[：:][^\n]*?(?=[）)]?\s*(?:\n|$))"
)
PROXY = compiled(r"委托[^。；\n]{0,30}?(?:出席|表决|行使|参会|参加|主持)|委托[一-鿿]{2,4}[)）]?")
NO_REASON = compiled(
    r"会|没|来|到|出席|列席|缺席|请假|参加|哪|谁|位|的|了|那|天|人|次|名单|市|县|区|政府|常务|董事|委员"
)
WHY = compiled(r"为什么|为何|为啥|原因|缘故|[怎咋]么?(?:没|不|缺|请)|什么事")
GIVEN = compiled(r"[（(]|因|由于|出差|病|学习|公务|[去赴到在][一-鿿]{2,10}[，,]")
"""Asks why somebody was away, and what gives a reason."""
EACH_OTHER = compiled(r"谁(?:替|代替?)谁")
NAMED = compiled(r"谁|哪|名字|姓名|叫什么|名单")
ONLY_COUNTED = compiled(r"[：:][一-鿿]{0,8}[0-9一二两三四五六七八九十]+[名人位]。?$")
"""请假：某类委员3名 gives a number and no name."""
HOW_MANY = compiled(r"(?:几|多少)[个位名]?人?(?!员)")
OF_HIS_WORK = compiled(
    r"[分平]?[管时][^，。？?]{0,4}(?:什么|哪|啥)[^，。？?]{0,4}(?:工作|摊|事|块|口|部门|业务|领域)"
    r"|(?:陪|接待|会见|约见|考察|参加)(?:同)?的?[^，。？?]{0,6}(?:哪|什么|谁)[^，。？?会]{0,4}(?:商|客|公司|企业|单位|项目|活动|培训|团)"
)
"""Asks of what he does there: 请假的那位平时分管什么工作; the list of the absent does not tell."""
OF_THINGS = compiled(r"哪(?:[几些][样桩]|[几些]?[项笔])[？?]?$")
"""因火候未到往后拖的是哪几样 asks of matters."""
OF_MATTERS = ("day", "money", "share", "span")
"""夜市没赶上5月开，改到哪天: what is asked of a matter is asked of nobody who was away."""
LONGEST_LINE = 120
STANDING = compiled(r"委托[一-鿿]{0,12}(?:评估|中介|第三方|机构|公司)")


def asks_of_his_work(text: str) -> bool:
    """Tell whether a question asks of somebody away what he does, or of matters: no list of people tells that.

    >>> asks_of_his_work("请假的副县长分管哪几块工作"), asks_of_his_work("没来的是哪几位")
    (True, False)
    """
    return bool((MISSED.search(text) and OF_HIS_WORK.search(text)) or OF_THINGS.search(text))


def away(composing: Composing, meetings: Sequence[Source]) -> Draft | None:
    """Answer who was not there, why, or who stood in for whom; `None` where a question asks for something else.

    Args:
        composing: the question on its way.
        meetings: the documents opened for it that record a meeting.
    """
    text = composing.question.text
    missed, proxy = MISSED.search(text), STOOD_IN.search(text)
    partly = next((told for asked, told in PARTLY if asked.search(text)), None)
    if not (missed or proxy or partly) or not ASKED.search(text) or asks_of_his_work(text):
        return None
    if composing.question.titles or composing.question.item_number is not None or kind_asked(text).kind in OF_MATTERS:
        return None
    named = people_asked(composing.question, meetings, guess=False)
    chaired = [one for one in meetings if one.document.meeting.chair in named and HELD_BY.search(text)]
    names = tuple(name for name in named if not any(one.document.meeting.chair == name for one in chaired))
    meetings = chaired or meetings
    if names:
        meetings = [one for one in meetings if _has_away(one, names)] or meetings
    if len(meetings) > ANSWERED_AT_MOST:
        meetings = called(meetings, composing.question) or of_bodies(composing, meetings)
    if not 0 < len(meetings) <= ANSWERED_AT_MOST:
        return None
    found: list[tuple[Source, Sentence]] = []
    for source in meetings:
        told = list(_stood_in(source)) if proxy else list(partly_there(source, partly)) if partly else []
        if not told and missed:
            told = list(_listed(source, text)) or list(_labelled(source)) or list(told_away(source))
        if names:
            told = [one for one in told if any(name in plain(one.text) for name in names)]
        found += [(source, one) for one in told]
    if not found and proxy and EACH_OTHER.search(text):
        return composing.refusal("not_stated", f"{named_few(meetings)}的记载没有写明谁代谁参加。", route="record")
    if not found and proxy and names and BY_WHOM.search(text):
        unsaid = f"{named_few(meetings)}的记载没有写明{'、'.join(names)}委托了谁。"
        return composing.refusal("not_stated", unsaid, route="record")
    if found and names and WHY.search(text) and not any(GIVEN.search(one.text) for _, one in found):
        unsaid = f"{named_few(meetings)}的记载没有写明{'、'.join(names)}未参加的原因。"
        return composing.refusal("not_stated", unsaid, route="record", instead=[one for _, one in found])
    if found and NAMED.search(text) and all(ONLY_COUNTED.search(one.text) for _, one in found):
        unsaid = f"{named_few(meetings)}的记载只有人数，没有写明姓名。"
        return composing.refusal("not_stated", unsaid, route="record", instead=[one for _, one in found])
    if not found and missed and names:
        return None  # whether somebody was there is for the lists to say
    return composing.stamped("record", found) if found else None


def _has_away(source: Source, names: Sequence[str]) -> bool:
    """Tell whether a document's list of the absent has one of some names."""
    attendance = source.document.attendance
    return attendance is not None and any(person.name in names for person in attendance.absent)


def _listed(source: Source, text: str) -> Iterator[Sentence]:
    """Yield those on the list of the absent, with the reason that it gives; those of a reason where one is asked."""
    attendance = source.document.attendance
    if attendance is None or not attendance.absent:
        return
    every = []
    for person in attendance.absent:
        written = source.document.text
        name = re.compile(r"\s*".join(person.name)).search(written, person.start, person.end)
        end = name.end() if name else person.end
        why = BRACKET.match(written, end)
        every.append((person, why["why"] if why else "", Span(person.start, max(person.end, why.end() if why else 0))))
    labels = {label_of(source, person) for person, _, _ in every}
    if (line := _with_units(source, [place for _, _, place in every], labels)) is not None:
        yield line
        return
    if len(every) > 1 and not any(why for _, why, _ in every) and len(labels) == 1 and None not in labels:
        names = "、".join(as_listed(source, person) for person, _, _ in every)
        if HOW_MANY.search(text):
            places = tuple(quote(source, place) for _, _, place in every)
            yield Sentence(f"{source.meeting}请假或缺席的共{len(every)}人：{names}。", places, counted=len(every))
            return
        quotes = (*filter(None, labels), *(quote(source, place) for _, _, place in every))
        word = AWAY.search(source.document.text[quotes[0].start : quotes[0].end])
        yield Sentence(f"{word.group() if word else '请假'}：{names}", quotes)
        return
    meant = [one for one in every if one[1] and _gives(one[1], text)]
    for person, reason, place in meant or every:
        who = person.name if person.unit and person.unit == reason else as_listed(source, person)
        label = label_of(source, person)
        own = AWAY.search(source.document.text[label.start : label.end]) if label else None
        if own is None and not reason and (said := _clause_of(source, place)):
            yield said
            continue
        told = f"{own.group()}：" if own else ""
        quotes = (label, quote(source, place)) if label and own else (quote(source, place),)
        yield Sentence(f"{told}{who}{f'（{reason}）' if reason else ''}", quotes)


def _with_units(source: Source, places: Sequence[Span], labels: AbstractSet[Quote | None]) -> Sentence | None:
    """Return the line of the absent where it names more than the people on record: 请假：某局、某某."""
    label = next(iter(labels))
    if len(labels) != 1 or label is None:
        return None
    text = source.document.text
    end = text.find("\n", label.end)
    whole = Span(label.start, end if end >= 0 else len(text))
    if any(not whole.start <= place.start < whole.end for place in places):
        return None
    rest = blanked(text[whole.start : whole.end], [(one.start - whole.start, one.end - whole.start) for one in places])
    rest = re.sub(r"[（(][^（()）]*[)）]|同志|人员|[因事公病]", "", rest[label.end - label.start :])
    if not re.search(r"[一-鿿]{2,}", rest) or len(text[whole.start : whole.end]) > LONGEST_LINE:
        return None
    return quoted(source, whole)


def _clause_of(source: Source, person: Span) -> Sentence | None:
    """Return the clause that says of somebody that he was away, with the reason before: 某某去省里开会，没有参加."""
    text = source.document.text
    clause = Span(person.start, _end(text, person.end, len(text)))
    if text[clause.end : clause.end + 1] == "，" and not IN_PROSE.search(source.document.quote(clause)):
        clause = Span(person.start, _end(text, clause.end + 1, len(text)))
    clause = _with_proxy(text, clause, Span(person.start, len(text)))
    wording = plain(source.document.quote(clause))
    return Sentence(f"{wording}。", (quote(source, clause),)) if IN_PROSE.search(wording) else None


def _gives(why: str, text: str) -> bool:
    """Tell whether a question names a reason: 住院 of 因病住院."""
    folded, asked = fold(why), fold(text)
    pairs = (folded[start : start + 2] for start in range(len(folded) - 1))
    return any(pair in asked and not NO_REASON.search(pair) for pair in pairs)


def _labelled(source: Source) -> Iterator[Sentence]:
    """Yield the line of those who were away as it stands, where the record has no list of it: 缺席人：某某（出差）."""
    for match in LABELLED.finditer(source.document.text):
        yield Sentence(plain(match.group()), (quote(source, Span(*match.span())),))


def told_away(source: Source) -> Iterator[Sentence]:
    """Yield what the opening says of those who were away: 副县长某某因公请假."""
    yield from _sentences(source, IN_PROSE)


def _stood_in(source: Source) -> Iterator[Sentence]:
    """Yield who stood in for whom: 董事某某书面委托某某代为表决."""
    yield from _sentences(source, PROXY)


def _sentences(source: Source, pattern: re.Pattern[str]) -> Iterator[Sentence]:
    document = source.document
    for stretch in stretches(source):
        for place in sentences(document, stretch):
            wording = document.quote(place)
            match = pattern.search(wording)
            if match and not STANDING.search(wording):
                core = _clause(document.text, Span(place.start + match.start(), place.start + match.end()), place)
                core = _with_proxy(document.text, core, place)
                yield Sentence(f"{plain(document.quote(core))}。", (quote(source, core),))
                if pattern is PROXY:
                    return


def _clause(text: str, core: Span, place: Span) -> Span:
    """Return the clause around a place with the one before it, where the name stands."""
    start = core.start
    for _ in range(2):
        cut = max(text.rfind(mark, place.start, start - 1) for mark in "，；。：")
        if cut < place.start:
            return Span(place.start, _end(text, core.end, place.end))
        start = cut + 1
        if re.search(r"[一-鿿]{2,}", re.sub(r"书面|分别|均|全权|[（(].*|因.*", "", text[start : core.start])):
            break
    return Span(start, _end(text, core.end, place.end))


def _with_proxy(text: str, clause: Span, place: Span) -> Span:
    """Return a clause on somebody away, with the next one where that says who stood in: 未能出席，委托某某代为表决."""
    after = Span(min(clause.end + 1, place.end), _end(text, min(clause.end + 1, place.end), place.end))
    return Span(clause.start, after.end) if PROXY.search(text, after.start, after.end) else clause


def _end(text: str, after: int, limit: int) -> int:
    match = re.compile(r"[，。；;\n]").search(text, after, limit)
    return match.start() if match else limit
