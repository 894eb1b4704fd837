"""What a summary is made of before it is proven: parts, and sentences that know which places they tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from pipeline.generation.checking.check import check_sources
from pipeline.generation.checking.cited import sources_of
from pipeline.generation.checking.reading.source import Problem
from pipeline.generation.checking.reading.source import Source as Proof
from pipeline.generation.cite import Citation, Statement, cite
from pipeline.generation.columns import one_line
from pipeline.generation.draft import Quote, Sentence
from pipeline.generation.extractive.stretches import trim
from pipeline.generation.summary.clauses import clauses, sentences
from pipeline.generation.summary.condense import Level, condense
from pipeline.generation.summary.lines import whole_sentences
from pipeline.generation.summary.loosen import copied, is_verbatim, loosened, quoted
from pipeline.generation.summary.office import is_office
from pipeline.minutes import Document, Item, Span
from pipeline.patterns import compiled

_NEAR = 24
"""Places of one line with at most so many characters between them are quoted in one piece."""
_SAID = compiled(r"^(?P<saying>会议(?:同时|还)?(?:指出|强调|要求|明确|认为))[，：]?")
_DOTTED = compiled(
    r"(?<=[\u4e00-\u9fff])[.．]。$"
)  # 「全额缴入国库.。」: the paper ends its sentences in full stops of ASCII
BULLETS = "▲△◆◇■□●○★☆※►▶➢✓·•"
_BULLET = compiled(rf"^(?:[-—–](?=[ \t]*[\u4e00-\u9fff])|[{BULLETS}]+)\s*(?=\S)")  # 「▲听取汇报」
# 「议定意见：听取了…的汇报」: the label of a form
_FORM_LABEL = compiled(r"^(?:议定|研究|审议|讨论|会议|决定)(?:意见|事项|内容|结果)[：:]\s*(?=[^，。；]{6})")
_PERIODS = "。；;，,：:、 \t\r\n"


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of a summary; `covers` are the starts of the items, points and other matters that it tells.

    `role` says what it does: `report` who reported, `verdict` what was decided, `step` what comes next, `vote`,
    `point` a decision or measure, `text` anything else.
    """

    sentence: Sentence
    covers: frozenset[int] = frozenset()
    point: str | None = None
    role: str = "text"

    @property
    def text(self) -> str:
        """The sentence itself."""
        return self.sentence.text


@dataclass(frozen=True, slots=True)
class Part:
    """One entry of a summary: an item, a section, or what stands before and after them.

    `note` is a remark of ours on what the text does not state (未载明审议结论): it has no source.
    """

    label: str | None
    title: str
    told: tuple[Told, ...]
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a citation takes over from a document's entry."""

    document_id: str
    file: str
    document_number: str | None
    meeting_name: str | None
    date: str | None
    issuing_body: str | None = None
    meeting_number: int | None = None


@dataclass(frozen=True, slots=True)
class _Shelf:
    """A library of one document, for citing; whichever id is asked for is that document's."""

    only: Document
    stamp: Stamp

    def entry(self, document_id: str) -> Stamp:
        """Return the stamp."""
        del document_id
        return self.stamp

    def document(self, document_id: str) -> Document:
        """Return the document."""
        del document_id
        return self.only


@dataclass(frozen=True, slots=True)
class Source:
    """A document and its id, from which sentences are told and by which they are proven; `held` remembers proofs."""

    document_id: str
    document: Document
    held: dict[Sentence, bool] = field(default_factory=dict, compare=False, repr=False)

    def _stamp(self) -> Stamp:
        """Return the stamp for a citation."""
        return Stamp(
            document_id=self.document_id,
            file=self.document.file,
            document_number=self.document.document_number,
            meeting_name=self.document.meeting.name,
            meeting_number=self.document.meeting.number,
            date=self.document.meeting.date,
        )

    def prove(self, told: Sequence[Told]) -> tuple[list[Statement], tuple[Citation, ...]]:
        """Return sentences as checked statements, and the sources that they number."""
        bare, citations = cite([entry.sentence for entry in told], _Shelf(self.document, self._stamp()))
        return [_checked(entry, statement, citations) for entry, statement in zip(told, bare, strict=True)], citations

    def holds(self, told: Told) -> bool:
        """Tell whether a sentence says nothing but what its quotes say."""
        if told.sentence not in self.held:
            self.held[told.sentence] = self.prove([told])[0][0].check == "verified"
        return self.held[told.sentence]

    def tell(
        self,
        text: str,
        spans: Iterable[Span],
        *,
        covers: Iterable[int] = (),
        point: str | None = None,
        counted: int | None = None,
        role: str = "text",
        apart: bool = False,
    ) -> Told:
        """Return a sentence that quotes places; places close together in one line become one quote.

        Counted places stay apart, since each of them is one of the count; so do those of a title and a verdict that
        are to be read each by itself (`apart`: 请示｜会议同意 is no consent still asked for).
        """
        alone = counted or apart
        text = _FORM_LABEL.sub("", _BULLET.sub("", _DOTTED.sub("。", text)))
        places = sorted(set(spans), key=lambda span: (span.start, span.end)) if alone else self._joined(spans)
        quotes = tuple(Quote(self.document_id, span.start, span.end) for span in places)
        return Told(Sentence(text, quotes, counted), frozenset(covers), point, role)

    def surest(self, tries: Iterable[Told]) -> Told | None:
        """Return the first of several ways to say a thing that says nothing but what its quotes say, or `None`."""
        return next((told for told in tries if self.holds(told)), None)

    def _joined(self, spans: Iterable[Span]) -> list[Span]:
        """Return places in order, those that touch or nearly do put together."""
        joined: list[Span] = []
        for span in sorted(spans, key=lambda span: (span.start, span.end)):
            last = joined[-1] if joined else None
            if last and span.start - last.end <= _NEAR and "\n" not in self.document.text[last.end : span.start]:
                joined[-1] = Span(last.start, max(last.end, span.end))
            else:
                joined.append(span)
        return joined

    def around(self, span: Span, *, marks: str = "。；\n") -> Span:
        """Return the sentence around a place, up to the marks that end one (市长李某主持召开市政府第9次常务会议)."""
        text = self.document.text
        start, end = span.start, span.end
        while start > 0 and text[start - 1] not in marks:
            start -= 1
        while end < len(text) and text[end] not in marks:
            end += 1
        return trim(text, Span(start, end))

    def heading(self, item: Item) -> Span:
        """Return the place of an item's title, or its first line."""
        if "title" in item.spans:
            return item.spans["title"]
        stop = self.document.text.find("\n", item.start, item.end)
        return Span(item.start, stop if stop > item.start else item.end)

    def title(self, item: Item) -> str:
        """Return an item's title with the verb before it where the heading has one (传达学习｜某会议精神)."""
        verb, title = item.spans.get("verb"), item.spans.get("title")
        if verb is None or title is None or not 0 <= title.start - verb.end <= 1:
            return item.title
        return self.document.quote(Span(verb.start, title.end))

    def body(self, item: Item) -> Span:
        """Return the text of an item behind its heading; all of it where the heading stands far above, in a readout."""
        heading = self.heading(item)
        return Span(heading.end if heading.start in item.span else item.start, item.end)

    def prose(self, span: Span, *, level: Level) -> list[Told]:
        """Return a stretch of running text, condensed sentence by sentence; a paragraph 一是… makes one sentence.

        A sentence that only gives reasons falls away, unless nothing else is said, and one that only leads to a list.
        """
        kept: list[Told] = []
        spare: list[Told] = []
        for place in self.stretches(span):
            wording = self.document.quote(place)
            line = one_line(wording)
            if line.endswith(("：", ":")):  # 会议议定以下意见：
                continue
            said = _SAID.match(line)
            opener = f"{said['saying']}：" if said else ""
            told = self.tell(opener + condense(line[said.end() :] if said else line, level=level), [place])
            if told.text.strip(_PERIODS) and not is_office(line):
                told = self._own_words(told, wording, place)
                (spare if only_reasons(wording) else kept).append(told)
        return kept or spare[:1]

    def _own_words(self, told: Told, wording: str, place: Span) -> Told:
        """Return a told passage so that it holds and does not copy the text for long."""
        tries = [told]
        if copied(told.text, wording):
            tries = [self.tell(text, [place]) for text in loosened(told.text, wording)] + tries
        whole = _whole(wording)
        own = copied(whole, wording) and is_verbatim(whole, wording)
        tries += [self.tell(quoted(whole), [place])] if own else []
        return self.surest([*tries, self.tell(whole, [place])]) or self.tell(whole, [place])

    def stretches(self, span: Span) -> list[Span]:
        """Return the sentences of a stretch, whole where a line breaks in one, and the paragraphs that head a list."""
        return whole_sentences(self.document, span)


def _checked(told: Told, statement: Statement, citations: Sequence[Citation]) -> Statement:
    """Return a statement with what the check found; a count holds where as many quotes prove it."""
    own = [citations[index] for index in statement.citations]
    counted = told.sentence.counted if told.sentence.counted == len(own) else None
    problems = _problems(statement.text, tuple(sources_of(own)), counted)
    return replace(statement, check="flagged" if problems else "verified", problems=problems)


@lru_cache(maxsize=2048)  # what was tried while drafting is proven once more in the whole draft
def _problems(text: str, sources: tuple[Proof, ...], counted: int | None) -> tuple[Problem, ...]:
    """Return what the check finds in a sentence."""
    return tuple(check_sources(text, sources, counted=counted))


def only_reasons(text: str) -> bool:
    """Tell whether a passage calls for nothing and states no figure: it gives reasons and goes by.

    >>> only_reasons("标准化战略是推动高质量发展的重要内容。"), only_reasons("各板块要加强研究。")
    (True, False)
    """
    found = [clause for sentence in sentences(text) for clause in clauses(sentence)]
    return any(clause.reason for clause in found) and not any(clause.call or clause.fact for clause in found)


def _whole(wording: str) -> str:
    """Return a passage as it stands, on one line, ending in a full stop."""
    return f"{one_line(wording).rstrip(_PERIODS)}。"
