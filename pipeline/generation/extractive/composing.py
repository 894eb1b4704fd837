"""One question on its way to a draft: the documents opened for it, its words, and the forms an answer can take."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import accumulate
from typing import TYPE_CHECKING

from pipeline.generation.draft import Draft, Reason, Route, Searched, Sentence
from pipeline.generation.extractive import target
from pipeline.generation.extractive.evidence import Source, Terms

if TYPE_CHECKING:
    from pipeline.generation.extractive.target import Find
    from pipeline.generation.understanding.question import Question
    from pipeline.retrieval.catalogue import Catalogue, Entry
    from pipeline.retrieval.digest import Digest
    from pipeline.retrieval.search import Hit

ANSWERED_AT_MOST = 6
"""Meetings or items answered for one question that fits several; beyond, the question goes back."""
LISTED_AT_MOST = 50
"""Lines of a list that are shown; how many there are in all is said in any case."""
PASSAGES = 12
NEAREST = "库中文件没有直接载明所问内容，最接近的记载附后。"
CORRECTED = "与记载不符"
"""Opens an answer that corrects what its question takes for granted."""
FILTER_NAMES = {
    "meeting": "会议次数 ",
    "number": "文号 ",
    "date": "日期 ",
    "body": "机关 ",
    "chair": "主持人 ",
    "meeting_name": "会议 ",
}
"""What a question's own filters are called in a refusal."""


class Composing:
    """One question on its way to a draft."""

    def __init__(self, question: Question, catalogue: Catalogue, find: Find) -> None:
        self.question = question
        self.find = find
        self.catalogue = catalogue
        self.sources: list[Source] = target.open_sources(question, catalogue, find) if question.scope.entries else []
        self.terms: Terms = target.topic_terms(question)
        self.units: tuple[str, ...] = question.units
        self.nearest: tuple[Hit, ...] = ()
        self.closest: tuple[Source, Sentence] | None = None
        self.counted: tuple[int, int] | None = None  # lines and documents of a list, where not all were opened

    @property
    def narrowed(self) -> bool:
        """Whether fewer documents were opened than the question may be about."""
        return len(self.sources) < len(self.question.scope.entries)

    def every(self, *, count: Callable[[Entry, Digest], int] | None = None) -> list[Source]:
        """Return all documents that the question may be about, newest first, for lists that must be whole.

        Args:
            count: how many lines a document adds to the list. Then of a large library the lines are counted in all of
                it (`counted`), and only so many documents are opened as are shown.
        """
        if not self.narrowed:
            return self.sources
        entries = sorted(self.question.scope.entries, key=lambda entry: entry.date or "", reverse=True)
        wanted = {entry.document_id: entry for entry in entries}
        with _all_kept():
            ids = list(wanted) if count is None else self._fullest(wanted, count)
            return [Source(entry, document) for entry, document in self.catalogue.documents_named(ids)]

    def _fullest(self, wanted: Mapping[str, Entry], count: Callable[[Entry, Digest], int]) -> list[str]:
        """Count the lines of a list over documents, and return those of which the first lines are."""
        lines = {key: count(wanted[key], digest) for key, digest in self.catalogue.digests(list(wanted)).items()}
        held = [key for key, own in lines.items() if own]
        self.counted = (sum(lines.values()), len(held))
        before = accumulate((lines[key] for key in held), initial=0)
        return [key for key, so_far in zip(held, before, strict=False) if so_far <= LISTED_AT_MOST]

    def listed(self, route: Route, found: Sequence[tuple[Source, Sentence]], *, preface: str = "") -> Draft:
        """Return a list over documents; of a long one the newest lines, and how many there are in all."""
        several = len(self.sources) > 1
        lines, documents = self.counted or (len(found), len({source.document_id for source, _ in found}))
        if lines <= LISTED_AT_MOST:
            return self.stamped(route, found, preface=preface, several=several)
        told = f"共 {lines} 条，出自 {documents} 份文件；以下是最近的 {LISTED_AT_MOST} 条，其余见台账。"
        return self.stamped(route, found[:LISTED_AT_MOST], preface=preface + told, several=True)

    def hits(self) -> list[Hit]:
        """Return the hits for the topic within the scope."""
        allowed = {entry.document_id for entry in self.question.scope.entries}
        hits = [
            hit
            for hit in self.find(self.question.topic_text or self.question.text, PASSAGES)
            if hit.document_id in allowed
        ]
        self.nearest = tuple(hits[:3])
        return hits

    def nothing_found(self) -> Draft:
        """Refuse: the library does not say; the nearest items are shown."""
        if not self.nearest:
            self.hits()
        if not self.terms.weights and self.question.aspect is None:
            return self.refusal("not_understood", "没有看懂要问什么，请写明会议、议题或事项。")
        if self.closest:
            source, sentence = self.closest
            near = Sentence(f"{source.stamp}：{sentence.text}", sentence.quotes)
            return self.refusal("no_evidence", NEAREST, instead=[near])
        return self.refusal("no_evidence", "库中文件没有载明所问内容。")

    def no_such_meeting(self) -> Draft:
        """Refuse: the meeting or document named is not in the library; say which ones are."""
        entries = self.question.scope.entries
        held = [entry.meeting_name or entry.document_number or entry.name for entry in entries[:ANSWERED_AT_MOST]]
        more = f"等{len(entries)}份文件" if len(entries) > ANSWERED_AT_MOST else ""
        return self.refusal(
            "no_such_meeting",
            f"库中没有“{self.question.scope.missing}”。库中现有：{'、'.join(held)}{more}。",
            route="record",
        )

    def no_such_body(self, wordings: Sequence[str], *, mentioned: bool) -> Draft:
        """Refuse: no paper is of the body or the place named; say whether any speaks of it."""
        told = "，提到的地方也没有载明所问内容" if mentioned else "，也没有文件提到"
        return self.refusal("no_such_meeting", f"库中没有“{'”“'.join(wordings)}”的文件{told}。", route="record")

    def ambiguous(self, sources: Sequence[Source], *, titles: Sequence[str] = ()) -> Draft:
        """Give the question back: it fits too many meetings.

        Where not all documents were opened, those are counted that have an item of one of the titles, or all meetings
        where nothing but meetings is asked about; else it is said that there may be more.
        """
        bodies = len({source.entry.issuing_body for source in sources}) > 1
        shown = "；".join(one.stamp_of_body if bodies else one.stamp for one in sources[:ANSWERED_AT_MOST])
        many, told = len(sources), ""
        if self.narrowed:
            entries = self.question.scope.entries
            held = self.catalogue.holding(titles) if titles else None
            fits = [one for one in entries if (one.document_id in held if held is not None else one.meeting_name)]
            told = "至少 " if not titles and self.terms.weights else ""
            many = many if told else max(many, len(fits))
        return self.refusal(
            "ambiguous",
            f"这个问题适用于{told or ' '}{many} 份文件，请指明会议次数、文号或日期，例如：{shown}。",
            route="record",
        )

    def agreed(self, route: Route, found: Sequence[tuple[Source, Sentence]]) -> Draft | None:
        """Return one answer where all documents that the question fits say the same, with how many do; else `None`.

        The newest is quoted. Where not all were opened, it is said of how many it is known.
        """
        told: dict[str, list[str]] = {}
        newest: dict[str, tuple[Source, list[Sentence]]] = {}
        for source, line in found:
            told.setdefault(source.document_id, []).append(line.text.replace(source.meeting, ""))
            newest.setdefault(source.document_id, (source, []))[1].append(line)
        if len(told) < 2 or len({tuple(lines) for lines in told.values()}) > 1:
            return None
        source, lines = max(newest.values(), key=lambda each: each[0].entry.date or "")
        opened = "查看的" if self.narrowed else ""
        said = f"{opened}{len(told)} 份文件所载相同，以最近的一份为据。"
        return self.stamped(route, [(source, line) for line in lines], preface=said, several=True)

    def refusal(
        self, reason: Reason, preface: str, *, route: Route = "none", instead: Sequence[Sentence] = ()
    ) -> Draft:
        """Return a refusal that says what was searched."""
        searched = self.searched()
        return Draft(
            route=route,
            searched=searched,
            sentences=tuple(instead),
            preface=preface + looked_through(searched),
            refused=True,
            reason=reason,
            nearest=self.nearest,
        )

    def stamped(
        self,
        route: Route,
        found: Sequence[tuple[Source, Sentence]],
        *,
        preface: str = "",
        several: bool = False,
        as_told: bool = False,
    ) -> Draft:
        """Return a draft; where it spans several documents, each sentence bears its document's stamp.

        Args:
            route: by which way it was found.
            found: the sentences, each with its document.
            preface: wording of ours before them.
            several: bear stamps in any case.
            as_told: keep the order; else the meetings of one body stand together.
        """
        several = several or len({source.document_id for source, _ in found}) > 1
        bodies = len({source.entry.issuing_body for source, _ in found}) > 1
        if (
            bodies and not as_told
        ):  # 第3次常务会议 is held in every county: the meetings of one body stand together, under its name
            order = list(dict.fromkeys(source.entry.issuing_body for source, _ in found))
            found = sorted(found, key=lambda each: order.index(each[0].entry.issuing_body))
        sentences = [
            Sentence(
                f"{source.stamp_of_body if bodies else source.stamp}：{one.text}", one.quotes, one.counted, one.absent
            )
            if several
            else one
            for source, one in found
        ]
        return self.draft(route, sentences, preface=preface)

    def draft(self, route: Route, sentences: Sequence[Sentence], *, preface: str = "") -> Draft:
        """Return a draft with what was searched."""
        unique = list(dict.fromkeys(sentences))
        told = "".join(f"库中没有{wording}的文件，已不按此筛选。" for wording in self.question.scope.dropped)
        preface = preface if told in preface else told + preface  # parts of a question say it each for itself
        return Draft(route=route, searched=self.searched(), sentences=tuple(unique), preface=preface)

    def searched(self) -> Searched:
        """Return what was looked through."""
        scope = self.question.scope
        return Searched(len(scope.entries), dict(scope.filters), tuple(one.document_id for one in scope.entries))


def looked_through(searched: Searched) -> str:
    """Return the words that say with a refusal what was looked through.

    >>> looked_through(Searched(3, {"meeting": 4}))
    '已检索 3 份文件（范围：会议次数 4）。'
    """
    filters = "，".join(f"{FILTER_NAMES.get(name, name)}{value}" for name, value in searched.filters.items())
    return f"已检索 {searched.documents} 份文件" + (f"（范围：{filters}）" if filters else "") + "。"


@contextmanager
def _all_kept() -> Iterator[None]:
    """Do not look for garbage in the block, where there is none: over 10,000 records that takes longer than reading."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
