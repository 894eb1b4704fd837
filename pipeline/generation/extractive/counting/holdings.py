"""What the library holds: which meetings or documents there are, and how many: 2020年开了几次常务会议."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.composing import LISTED_AT_MOST, Composing
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.record import fact, quote
from pipeline.generation.extractive.several.splitting import without
from pipeline.minutes import RECORDED, Span
from pipeline.patterns import compiled
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.draft import Draft
    from pipeline.generation.understanding.question import Question
    from pipeline.retrieval.catalogue import Entry

OBJECT = compiled(r"(?P<papers>会议纪要|纪要|文件|文档|材料)|(?P<meetings>会议|会(?!议))")
ASKED = compiled(r"多少|哪些|哪几|几(?=[次场届期份个篇回])|什么|啥|列出|列举|所有|全部")
SAID = compiled(
    r"请问|请|帮我|给我|告诉我|我想知道|查一?下|看一?下|资料库|库里面?|库中|系统里面?|手[上头]|这里面?|里面|里头|目前|现在|至今|总共|一共|总计|累计|先后|分别|到底|究竟"
    r"|多少|哪些|哪几|几|什么|啥|列出|列举|列一下|所有|全部|一下|收录|收藏|保存|存放|存|收|召开|召集|举行|举办|开|年度?|期间"
    r"|你们?|我们?|[次场届期份个篇回]|[有没了过的是都共里中在呢吗呀啊吧来]|[,，。？?！!：:、；;\s]"
)
TIME = compiled(
    r"(?:从|自)?(?<![0-9])(?P<year>(?:19|20)[0-9]{2})年?(?:(?P<month>[0-9]{1,2})月份?)?"
    r"(?:(?:到|至|[-—~]+)(?P<to>(?:19|20)[0-9]{2})年?(?:(?P<to_month>[0-9]{1,2})月份?)?(?:之间|期间)?"
    r"|(?P<early>及?(?:以|之)前|前)|(?P<late>以来|及?(?:以|之)后|起))?"
)
"""2020年, 2020年3月, 2018年到2020年, 2018年以前 (without it), 2018年以来, 2018年以后 (with it)."""
DEALT_WITH = compiled(
    r"(?:审议|讨论|研究|学习|传达|通过|同意|批准?|审|议|过|看)了?(?:的)?(?:哪|几|多少|什么)[^，。？?会]{0,3}?(?:文件|材料)"
)
"""What a meeting passed or went through is no holding of the library: 办公会过了哪几份文件."""
ORDINAL = compiled(r"第[0-9一二三四五六七八九十百零]+次")


def holdings(composing: Composing) -> Draft | None:
    """Answer which meetings or documents the library holds, or how many; `None` where more is asked than that."""
    question = composing.question
    if (
        question.titles
        or question.inherited
        or question.within
        or set(question.scope.filters) - {"date", "body", "chair"}
    ):
        return None
    text = fold(without(question.text, _bodies_named(question), gap="，"))
    named = OBJECT.findall(text)
    if not ASKED.search(text) or not named or DEALT_WITH.search(text):
        return None
    time = TIME.search(text)
    rest = SAID.sub(" ", OBJECT.sub(" ", TIME.sub(" ", text))).split()
    if any(len(word) == 1 for word in rest):
        return None
    papers = any(one for one, _ in named)
    among: Sequence[Entry] = question.scope.entries
    if time is not None:  # what is refused was looked for in all of them
        among = _of_any_time(question)
        kept = {name: value for name, value in question.scope.filters.items() if name != "date"}
        composing.question = replace(question, scope=replace(question.scope, entries=tuple(among), filters=kept))
    entries = [entry for entry in among if _is_asked(entry, papers=papers, text=text) and _in_time(entry, time)]
    if rest:
        entries = [entry for entry in entries if all(word in _called(entry) for word in rest)]
        if not entries:
            composing.question = question  # 联席会议 of which no minutes are here: the text may tell
            return None
    if question.scope.dropped or not entries:
        when = "".join(question.scope.dropped) or (time.group() if time else "")
        what = "文件" if papers else "会议"
        return composing.refusal("no_evidence", f"库中没有{when}的{what}。", route="record")
    return _told(composing, entries, papers=papers)


def _bodies_named(question: Question) -> list[tuple[int, int]]:
    """Return the places that name a body or 去年; not those that reach over what is asked, nor a year, read here."""
    places = question.scope.mentions
    return [place for place in places if not (OBJECT.search(said := question.text[slice(*place)]) or TIME.search(said))]


def _of_any_time(question: Question) -> Sequence[Entry]:
    """Return the entries of the bodies that a question names, of whatever time: 2018年以前 is not 2018."""
    scope = question.scope
    if "date" not in scope.filters:
        return scope.entries
    bodies = {entry.issuing_body for entry in scope.entries} if "body" in scope.filters else None
    return [entry for entry in scope.every if bodies is None or entry.issuing_body in bodies]


def _is_asked(entry: Entry, *, papers: bool, text: str) -> bool:
    """Tell whether an entry is of the kind asked for."""
    if not papers:
        return entry.kind in RECORDED and bool(entry.meeting_name or entry.meeting_number)
    return "纪要" not in text or entry.kind == "minutes"


def _in_time(entry: Entry, time: re.Match[str] | None) -> bool:
    """Tell whether an entry is of the time asked for; one without a date is of none."""
    if time is None:
        return True
    first, date = _day(time["year"], time["month"]), entry.date or ""
    if time["to"]:
        last = _day(time["to"], time["to_month"])
        return bool(date) and first <= date[: len(first)] and date[: len(last)] <= last
    if time["early"]:
        return bool(date) and (date[: len(first)] < first or ("及" in time["early"] and date.startswith(first)))
    return date[: len(first)] >= first if time["late"] else date.startswith(first)


def _day(year: str, month: str | None) -> str:
    """Return the beginning of the ISO dates of a year or a month."""
    return f"{year}-{int(month):02d}" if month else year


def _called(entry: Entry) -> str:
    """Return the names of body and meeting, and who chaired, as people say them: 某市政府 常务会议 某人主持."""
    chaired = f"{entry.chair}主持" if entry.chair else ""
    return ORDINAL.sub("", fold(f"{entry.issuing_body or ''} {entry.meeting_name or entry.name} {chaired}")).replace(
        "人民", ""
    )


def _told(composing: Composing, entries: Sequence[Entry], *, papers: bool) -> Draft:
    """Return how many there are, and a line for each of the newest."""
    newest = sorted(entries, key=lambda entry: entry.date or "", reverse=True)
    shown = [entry.document_id for entry in newest[:LISTED_AT_MOST]]
    opened = composing.catalogue.documents_named(shown)
    by_whom = "主持" in composing.question.text
    sources = [Source(entry, document) for entry, document in opened]
    found = [(source, (fact("chair", source) if by_whom else None) or _line(source)) for source in sources]
    meetings = len({(entry.issuing_body, entry.meeting_name, entry.date) for entry in entries})
    count = f"{len(entries)} 份文件" if papers else f"{meetings} 次会议的记录"
    more = f"，以下是最近的 {len(shown)} 份" if len(entries) > len(shown) else ""
    return composing.stamped("record", found, preface=f"库中有 {count}{more}：", several=True)


def _line(source: Source) -> Sentence:
    """Return what a document is called, in its own words."""
    document, span = source.document, source.document.spans.get("title")
    if (named := fact("meeting_name", source)) is not None:
        return named
    if span is not None:
        return Sentence(f"{document.quote(span).strip()}。", (quote(source, span),))
    if (issued := fact("issued_date", source)) is not None:
        return issued
    line = re.search(r"\S[^\n]*", document.text)  # nothing is known of it: the first line that says anything
    span = Span(*line.span()) if line else Span(0, len(document.text))
    return Sentence(document.quote(span).strip(), (quote(source, span),))
