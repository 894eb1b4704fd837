"""Answers without a model: from the record and the ledger where they hold the fact, else from the best passage, else none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pipeline.documents.units import find_units
from pipeline.generation import attendance, lists, matters, passages, record, target
from pipeline.generation.draft import Draft, Reason, Route, Searched, Sentence
from pipeline.generation.evidence import Source, Terms
from pipeline.generation.question import Question

if TYPE_CHECKING:
    from pipeline.generation.target import Find, Target
    from pipeline.retrieval.catalogue import Catalogue
    from pipeline.retrieval.search import Hit

ANSWERED_AT_MOST = 6
"""Meetings or items answered for one question that fits several; beyond, the question goes back."""
PASSAGES = 12
MEETING_ONLY = ("presenter", "outcome", "next_step", "votes")


def compose(question: Question, *, catalogue: Catalogue, find: Find) -> Draft:
    """Return the draft of an answer.

    Args:
        question: the question as understood.
        catalogue: where the documents are.
        find: searches the library; called only where the record does not answer.
    """
    composing = _Composing(question, catalogue, find)
    if catalogue.count() == 0:
        return composing.refusal("library_empty", "库中还没有文件，请先运行：jiyao ingest 文件夹。")
    if not question.scope.entries and question.scope.missing is None:
        return composing.refusal("no_evidence", "没有符合筛选条件的文件。")
    if not question.understood:
        return composing.refusal("not_understood", "没有看懂这个问题，请用中文写明会议、议题或事项。")
    if question.scope.missing is not None:
        return composing.no_such_meeting()
    return composing.by_record() or composing.by_item() or composing.by_passage() or composing.nothing_found()


class _Composing:
    """One question on its way to a draft."""

    def __init__(self, question: Question, catalogue: Catalogue, find: Find) -> None:
        self.question = question
        self.find = find
        self.catalogue = catalogue
        self.sources: list[Source] = target.open_sources(question, catalogue, find) if question.scope.entries else []
        self.terms: Terms = target.topic_terms(question, self.sources)
        self.units: tuple[str, ...] = tuple(dict.fromkeys(name for _, name in find_units(question.text)))
        self.nearest: tuple[Hit, ...] = ()

    # The record of a meeting -------------------------------------------------------------------------------------

    def by_record(self) -> Draft | None:
        """Answer what the record of a meeting holds, or the lists made from it."""
        aspect = self.question.aspect
        meetings = self.meetings()
        if aspect in record.FACTS and not (aspect == "meeting_name" and self.question.topic):
            return self.facts(meetings)
        if aspect in ("attended", "attendance_list", "both_attended"):
            return self.people(meetings)
        if aspect == "role_holder":
            found = attendance.roles(self.question, self.sources)
            return self.stamped("record", found) if found else None
        return self.listing(meetings)

    def meetings(self) -> list[Source]:
        """Return the documents that record a meeting, or all where none does; reports where a report is asked for."""
        if lists.REPORT_WORDS.search(self.question.text) and not self.question.scope.named:
            reports = [source for source in self.sources if source.document.kind == "rectification"]
            if reports:
                return reports
        held = [source for source in self.sources if source.document.meeting.name or source.document.meeting.number]
        return held or self.sources

    def facts(self, meetings: Sequence[Source]) -> Draft | None:
        """Answer one field of the record, for every meeting in scope."""
        chosen = self.about_topic(meetings)
        if len(chosen) > ANSWERED_AT_MOST:
            return self.ambiguous(chosen)
        found = record.answer_facts(self.question, chosen)
        stated = [(source, sentence) for source, sentence in found if sentence]
        if stated:
            return self.stamped("record", stated, preface=self.correction(stated))
        assert self.question.aspect is not None
        name = record.FIELD_NAMES[self.question.aspect]
        where = "、".join(source.meeting for source in chosen[:3])
        return self.refusal("not_stated", f"{where}未载明{name}。", route="record")

    def about_topic(self, meetings: Sequence[Source]) -> list[Source]:
        """Return the meetings whose items the topic means, or all where it means none."""
        if not self.terms.weights or self.question.scope.named:
            return list(meetings)
        found = target.targets(self.question, meetings, self.terms)
        ids = {one.source.document_id for one in found}
        return [source for source in meetings if source.document_id in ids] or list(meetings)

    def correction(self, stated: Sequence[tuple[Source, Sentence]]) -> str:
        """Return yes or no where a question asks whether the chair is a certain person."""
        if self.question.aspect != "chair" or not self.question.yes_no:
            return ""
        named = attendance.people_asked(self.question, [source for source, _ in stated])
        if not named:
            return ""
        return "是。" if any(source.document.meeting.chair in named for source, _ in stated) else "不是。"

    def people(self, meetings: Sequence[Source]) -> Draft | None:
        """Answer who attended."""
        if self.question.aspect == "both_attended":
            sentence = attendance.both(self.question, meetings)
            return self.draft("record", [sentence]) if sentence else None
        with_lists = [source for source in meetings if source.document.attendance]
        names = attendance.people_asked(self.question, with_lists) if self.question.aspect == "attended" else ()
        if names:
            asked = self.question.scope.named
            found = [(s, sentence) for s in with_lists for n in names if (sentence := attendance.attended(n, s))]
            there = [pair for pair in found if not pair[1].absent]
            return self.stamped("record", found if asked or not there else there) if found else None
        if len(with_lists) > ANSWERED_AT_MOST:
            return self.ambiguous(with_lists)
        rosters = [(s, one) for s in with_lists for one in attendance.roster(self.question, s, self.units)]
        if rosters:
            return self.stamped("record", rosters)
        if with_lists or self.question.scope.named:
            return self.refusal("not_stated", "名单中没有所问的人员。", route="record")
        return None

    def listing(self, meetings: Sequence[Source]) -> Draft | None:
        """Answer lists and counts over the documents in scope."""
        question, aspect = self.question, self.question.aspect
        if aspect == "outcome_list" and question.verdicts:
            return self.verdicts(meetings)
        if aspect in ("item_count", "item_list", "measure_count"):
            return self.counts(meetings)
        if aspect == "other_matters":
            found = [(s, one) for s in meetings for one in lists.other_matters(s)]
            return self.stamped("record", found) if found else None
        if aspect == "unit_matters" or (aspect in ("item_list", "decision") and self.units and self.only_units()):
            rows = lists.unit_matters(question, self.sources, self.units) if self.units else []
            return self.draft("ledger", rows) if rows else None
        if aspect == "deadline_list":
            rows = lists.deadlines(self.sources)
            return self.draft("ledger", rows) if rows else None
        return None

    def counts(self, meetings: Sequence[Source]) -> Draft | None:
        """Answer how many items or points there are, or list the items, of whole documents or of one item."""
        question = self.question
        named = target.about_documents(self.sources, self.terms)
        if question.item_number is not None or ((question.topic or question.titles) and not named):
            chosen = target.targets(question, self.sources, self.terms)
            found = [(one.source, s) for one in chosen for s in lists.measures(one.source, [one.item])]
            return self.stamped("ledger", found) if found and question.aspect == "measure_count" else None
        within = named or list(meetings)
        if len(within) > ANSWERED_AT_MOST:
            return self.ambiguous(within)
        if question.aspect == "measure_count":
            return self.stamped("ledger", [(s, one) for s in within for one in lists.measures(s)])
        found = [(s, one) for s in within for one in lists.item_list(question, s)]
        return self.stamped("record", found) if found else None

    def only_units(self) -> bool:
        """Tell whether the topic is nothing but units."""
        return all(any(unit in part or part in unit for unit in self.units) for part in self.question.topic)

    def verdicts(self, meetings: Sequence[Source]) -> Draft:
        """Answer which items got a verdict; an empty list is said, with the verdicts that there are."""
        found, looked = lists.by_outcome(self.question, meetings)
        if found:
            return self.draft("ledger", found)
        name = lists.VERDICT_NAMES[self.question.verdicts[0]]
        where = "、".join(source.meeting for source in meetings[:3])
        others = [
            Sentence(verdict.text, (record.quote(source, verdict.span),)) for source, verdict in looked[:ANSWERED_AT_MOST]
        ]
        preface = f"{where}没有{name}的议题" + ("，载明的结论如下：" if others else "。")
        return self.draft("ledger", others, preface=preface)

    # One item ----------------------------------------------------------------------------------------------------

    def by_item(self) -> Draft | None:
        """Answer what an item states: its reporter, verdict, points, lead unit, deadline, next step."""
        aspect = self.question.aspect
        if aspect == "meeting_name" and self.question.topic:
            chosen = self.about_topic(self.meetings())
            stated = [(s, one) for s in chosen if (one := record.fact("meeting_name", s))] if len(chosen) <= 3 else []
            return self.stamped("record", stated) if stated else None
        if aspect not in matters.ANSWERS:
            return None
        among = self.meetings() if aspect in MEETING_ONLY and not self.terms.weights else self.sources
        chosen_items = target.targets(self.question, among, self.terms)
        if not chosen_items:
            return None
        if len(chosen_items) > ANSWERED_AT_MOST:
            return self.ambiguous([one.source for one in chosen_items])
        found = [(one.source, sentence) for one in chosen_items for sentence in self.of_item(one)]
        name = matters.NOT_STATED[aspect]
        if found:
            silent = [one for one in chosen_items if not self.of_item(one)]
            told = [f"{one.source.stamp}：{one.name}未载明{name}。" for one in silent]
            return self.stamped("record", found, preface="\n".join(told), several=bool(told))
        if aspect in ("decision", "remarks"):
            return None
        titles = "；".join(one.name for one in chosen_items)
        instead = [matters.stated_instead(one) for one in chosen_items]
        return self.refusal("not_stated", f"{titles}：该项未载明{name}。", route="record", instead=instead)

    def of_item(self, one: Target) -> list[Sentence]:
        """Return the sentences of one item that answer."""
        question = self.question
        assert question.aspect is not None
        if question.aspect == "decision":
            return matters.decision(one, self.terms, number=question.point_number)
        return matters.ANSWERS[question.aspect](one, self.terms)

    # Passages ----------------------------------------------------------------------------------------------------

    def by_passage(self) -> Draft | None:
        """Answer with the best sentence of the best passages."""
        if not self.terms.weights:
            return None
        hits = self.hits()
        ids = {source.document_id for source in self.sources}
        extra = [hit.document_id for hit in hits if hit.document_id not in ids]
        allowed = {entry.document_id: entry for entry in self.question.scope.entries}
        for document_id in dict.fromkeys(extra):
            if document_id in allowed:
                self.sources.append(Source(allowed[document_id], self.catalogue.document(document_id)))
        found = passages.best_sentences(self.question, self.sources, hits, self.terms)
        sentences = passages.answer(self.question, found, self.terms)
        return self.draft("passages", sentences) if sentences else None

    def hits(self) -> list[Hit]:
        """Return the hits for the topic within the scope."""
        allowed = {entry.document_id for entry in self.question.scope.entries}
        hits = [hit for hit in self.find(self.question.topic_text or self.question.text, PASSAGES) if hit.document_id in allowed]
        self.nearest = tuple(hits[:3])
        return hits

    # Refusals ----------------------------------------------------------------------------------------------------

    def nothing_found(self) -> Draft:
        """Refuse: the library does not say; the nearest items are shown."""
        if not self.nearest:
            self.hits()
        if not self.terms.weights and self.question.aspect is None:
            return self.refusal("not_understood", "没有看懂要问什么，请写明会议、议题或事项。")
        return self.refusal("no_evidence", "库中文件没有载明所问内容。")

    def no_such_meeting(self) -> Draft:
        """Refuse: the meeting or document named is not in the library; say which ones are."""
        entries = self.question.scope.entries
        held = [entry.meeting_name or entry.document_number or entry.name for entry in entries[:ANSWERED_AT_MOST]]
        more = f"等{len(entries)}份文件" if len(entries) > ANSWERED_AT_MOST else ""
        return self.refusal(
            "no_such_meeting", f"库中没有“{self.question.scope.missing}”。库中现有：{'、'.join(held)}{more}。", route="record"
        )

    def ambiguous(self, sources: Sequence[Source]) -> Draft:
        """Give the question back: it fits too many meetings."""
        shown = "；".join(source.stamp for source in sources[:ANSWERED_AT_MOST])
        return self.refusal(
            "ambiguous", f"这个问题适用于 {len(sources)} 份文件，请指明会议次数、文号或日期，例如：{shown}。", route="record"
        )

    def refusal(
        self, reason: Reason, preface: str, *, route: Route = "none", instead: Sequence[Sentence] = ()
    ) -> Draft:
        """Return a refusal that says what was searched."""
        searched = self.searched()
        filters = "、".join(f"{name}={value}" for name, value in searched.filters.items())
        told = f"已检索 {searched.documents} 份文件" + (f"（筛选：{filters}）" if filters else "") + "。"
        return Draft(
            route=route,
            searched=searched,
            sentences=tuple(instead),
            preface=preface + told,
            refused=True,
            reason=reason,
            nearest=self.nearest,
        )

    # Drafts ------------------------------------------------------------------------------------------------------

    def stamped(self, route: Route, found: Sequence[tuple[Source, Sentence]], *, preface: str = "", several: bool = False) -> Draft:
        """Return a draft; where it spans several documents, each sentence bears its document's stamp."""
        several = several or len({source.document_id for source, _ in found}) > 1
        sentences = [
            Sentence(f"{source.stamp}：{one.text}", one.quotes, one.counted, one.absent) if several else one
            for source, one in found
        ]
        return self.draft(route, sentences, preface=preface)

    def draft(self, route: Route, sentences: Sequence[Sentence], *, preface: str = "") -> Draft:
        """Return a draft with what was searched."""
        unique = list(dict.fromkeys(sentences))
        told = "".join(f"库中没有{wording}的文件，已不按此筛选。" for wording in self.question.scope.dropped)
        return Draft(route=route, searched=self.searched(), sentences=tuple(unique), preface=told + preface)

    def searched(self) -> Searched:
        """Return what was looked through."""
        return Searched(len(self.question.scope.entries), dict(self.question.scope.filters))
