"""What the library holds: which meetings or documents there are, and how many: 2020年开了几次常务会议."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pipeline.generation.draft import Sentence
from pipeline.generation.extractive.composing import LISTED_AT_MOST, Composing
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.record import fact, quote
from pipeline.generation.extractive.splitting import without
from pipeline.minutes import Span
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pipeline.generation.draft import Draft
    from pipeline.generation.question import Question
    from pipeline.retrieval.catalogue import Entry

OBJECT = re.compile(r"(?P<papers>会议纪要|纪要|文件|文档|材料)|(?P<meetings>会议|会(?!议))")
ASKED = re.compile(r"多少|哪些|哪几|几(?=[次场届期份个篇回])|什么|啥|列出|列举|所有|全部")
SAID = re.compile(
    r"请问|请|帮我|给我|告诉我|我想知道|查一?下|看一?下|资料库|库里面?|库中|系统里面?|手[上头]|这里面?|里面|里头|目前|现在|至今|总共|一共|总计|累计|先后|分别|到底|究竟"
    r"|多少|哪些|哪几|几|什么|啥|列出|列举|列一下|所有|全部|一下|收录|收藏|保存|存放|存|收|召开|召集|举行|举办|开|年度?|期间"
    r"|你们?|我们?|[次场届期份个篇回]|[有没了过的是都共里中在呢吗呀啊吧来]|[,，。？?！!：:、；;\s]"
)
YEAR = re.compile(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?:年(?:(?P<month>[0-9]{1,2})月)?)?")
ORDINAL = re.compile(r"第[0-9一二三四五六七八九十百零]+次")


def holdings(composing: Composing) -> Draft | None:
    """Answer which meetings or documents the library holds, or how many; `None` where more is asked than that."""
    question = composing.question
    if question.titles or question.inherited or question.within or set(question.scope.filters) - {"date", "body"}:
        return None
    text = fold(without(question.text, _names_only(question), gap="，"))
    named = OBJECT.findall(text)
    if not ASKED.search(text) or not named:
        return None
    year = YEAR.search(text)
    rest = SAID.sub(" ", OBJECT.sub(" ", YEAR.sub(" ", text))).split()
    papers = any(one for one, _ in named)
    entries = [entry for entry in question.scope.entries if _is_asked(entry, papers=papers, text=text, year=year)]
    if rest:
        entries = [entry for entry in entries if all(len(word) > 1 and word in _called(entry) for word in rest)]
        if not entries:
            return None  # 联席会议 of which no minutes are here: the text may tell
    if question.scope.dropped or not entries:
        when = "".join(question.scope.dropped) or (year.group() if year else "")
        what = "文件" if papers else "会议"
        return composing.refusal("no_evidence", f"库中没有{when}的{what}。", route="record")
    return _told(composing, entries, papers=papers)


def _names_only(question: Question) -> list[tuple[int, int]]:
    """Return the places that name a body or a time, without those that reach over what is asked."""
    places = question.scope.mentions
    return [(start, end) for start, end in places if not OBJECT.search(question.text[start:end])]


def _is_asked(entry: Entry, *, papers: bool, text: str, year: re.Match[str] | None) -> bool:
    """Tell whether an entry is of the kind and time asked for."""
    if year is not None:
        month = f"-{int(year['month']):02d}" if year["month"] else ""
        if not (entry.date or "").startswith(f"{year['year']}{month}"):
            return False
    if not papers:
        return bool(entry.meeting_name or entry.meeting_number)
    return "纪要" not in text or entry.kind == "minutes"


def _called(entry: Entry) -> str:
    """Return the names of body and meeting as people say them: 某市政府 常务会议."""
    return ORDINAL.sub("", fold(f"{entry.issuing_body or ''} {entry.meeting_name or entry.name}")).replace("人民", "")


def _told(composing: Composing, entries: Sequence[Entry], *, papers: bool) -> Draft:
    """Return how many there are, and a line for each of the newest."""
    newest = sorted(entries, key=lambda entry: entry.date or "", reverse=True)
    shown = [entry.document_id for entry in newest[:LISTED_AT_MOST]]
    opened = composing.catalogue.documents_named(shown)
    found = [(source, _line(source)) for entry, document in opened for source in (Source(entry, document),)]
    meetings = len({(entry.issuing_body, entry.meeting_name, entry.date) for entry in entries})
    count = f"{len(entries)} 份文件" if papers else f"{meetings} 次会议的纪要"
    more = f"，以下是最近的 {len(shown)} 份" if len(entries) > len(shown) else ""
    return composing.stamped("record", found, preface=f"库中有 {count}{more}：\n", several=True)


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
