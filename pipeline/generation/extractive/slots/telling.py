"""What an answer tells, ready to be held against what was asked: its words, what is new in them, its items."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from pipeline.documents.duties.names import ROLE, is_name
from pipeline.generation.extractive.evidence import Source
from pipeline.generation.extractive.fitting import kind_asked
from pipeline.generation.extractive.reading.naming_people import NO_NAME, OFFICE, names_person
from pipeline.generation.understanding.topic import blanked
from pipeline.patterns import compiled
from pipeline.retrieval.lexicon import load_lexicon
from pipeline.retrieval.tokens import fold

if TYPE_CHECKING:
    from pipeline.generation.draft import Draft
    from pipeline.generation.extractive.reading.kinds import Kind
    from pipeline.generation.understanding.question import Question
    from pipeline.minutes import Item
    from pipeline.retrieval.catalogue import Catalogue

SENTENCE_ENDS, CLAUSE_ENDS = compiled(r"[。;\n]"), compiled(r"[,。;:\n]")
PAIR = compiled(r"(?=([一-鿿]{2}))")
PREFACED = compiled(r"不符|载明")
TURNED_DOWN = compiled(
    r"不同意|不予|暂缓|未通过|未获|否决|再议|缓议|不批|不作|不表决|退回|取消|撤销|终止|不提高|不上调|不调整|不采纳|未采纳"
)
SOME = compiled(
    r"(?:多数|少数|部分|个别|有的|有些|各有关|各|有关|相关|其他|其余|参会|与会|两|三|几|[0-9]+[个家])(?:责任|成员|职能|牵头)?"
    r"(?:单位|部门|科室|处室|企业|公司|委员|同志|镇|街道|乡镇|学校)"
)
"""多数单位, 有关部门: some of them, none by name."""
OPENS = compiled(r"(?:^|[、,。;\n :|])(?P<name>[一-鿿]{2,3}?)(?=[(、|]|产假|病假|请假|缺席|因|未到|同志)")
BEHIND_POST = compiled(rf"(?:{ROLE}|董事|监事|委员|代表|[员任长记理师席])(?=(?P<name>[一-鿿]{{2,3}}))")
"""某某（出差）; 董事某某保留意见, 副主任某某产假缺席."""


@dataclass(frozen=True)
class Telling:
    """What an answer tells of a question, folded.

    `asked` is the question, `unnamed` the same with what names the meeting blanked, `parts` its pieces between blanks;
    `told` is what its sentences say, a line each.
    """

    question: Question
    draft: Draft
    asked: str
    unnamed: str
    parts: tuple[str, ...]
    told: str
    sources: tuple[Source, ...]
    items: tuple[Item, ...]

    @property
    def kind(self) -> Kind:
        """The kind of thing that is asked for."""
        return kind_asked(self.question.text).kind

    @cached_property
    def titles(self) -> str:
        """The titles of the items that it quotes."""
        return "\n".join(fold(item.title or "") for item in self.items)

    @cached_property
    def around(self) -> str:
        """The items that it quotes, whole, with their titles."""
        held = [
            fold(source.document.quote(item.span))
            for source in self.sources
            for item in self.items
            if any(item is own for own in source.document.items)
        ]
        return "\n".join((self.titles, *held))

    @property
    def lines(self) -> list[tuple[str, str]]:
        """Its lines, each with the item whole out of which it was first quoted, with the title."""
        found = []
        for line in self.draft.sentences:
            first = line.quotes[0] if line.quotes else None
            documents = [one.document for one in self.sources if first and one.document_id == first.document_id]
            item = documents[0].item_at(first.start) if documents and first else None
            told = fold(line.text)
            found.append((told, fold(f"{item.title or ''} {documents[0].quote(item.span)}") if item else told))
        return found

    @cached_property
    def rest(self) -> str:
        """What it tells beyond the words of the question: a comma for each pair of characters that both hold."""
        pairs = pairs_of(self.asked)
        places = [(at, at + 2) for at in range(len(self.told) - 1) if self.told[at : at + 2] in pairs]
        return blanked(self.told, places, mark=",")

    @property
    def sentences(self) -> list[str]:
        """Its sentences."""
        return [one for one in SENTENCE_ENDS.split(self.told) if one.strip()]

    @property
    def clauses(self) -> list[str]:
        """Its clauses."""
        return [one for one in CLAUSE_ENDS.split(self.told) if one.strip()]

    @property
    def corrects(self) -> bool:
        """Whether it says that the question takes something for granted that is not so."""
        return bool(PREFACED.search(fold(self.draft.preface)))

    @property
    def turns_down(self) -> bool:
        """Whether it corrects, or tells that a thing was put off or turned down: then there is no more to tell."""
        return self.corrects or bool(TURNED_DOWN.search(self.told))

    @property
    def named(self) -> str:
        """What it tells without what names some of a kind and none by name."""
        return SOME.sub(",", NO_NAME.sub(",", self.told))

    @property
    def names_somebody(self) -> bool:
        """Whether it names a person."""
        if any(names_person(self.told, source) for source in self.sources):
            return True
        runs = [match["name"] for pattern in (OPENS, BEHIND_POST) for match in pattern.finditer(self.told)]
        counts = load_lexicon().counts
        return any(is_name(run[:size]) and not counts.get(run[:size]) for run in runs for size in (len(run), 2))

    @property
    def names_office(self) -> bool:
        """Whether it names an office or a body."""
        return bool(OFFICE.search(self.named))


def pairs_of(text: str) -> set[str]:
    """Return the pairs of Chinese characters of a text."""
    return {match[1] for match in PAIR.finditer(text)}


def telling_of(question: Question, draft: Draft, catalogue: Catalogue) -> Telling:
    """Return what a draft tells of a question."""
    ids = list(dict.fromkeys(quote.document_id for quote in draft.quotes))
    sources = tuple(Source(entry, document) for entry, document in catalogue.documents_named(ids)) if ids else ()
    items: dict[tuple[str, int], Item] = {}
    for quote in draft.quotes:
        for source in sources:
            item = source.document.item_at(quote.start) if source.document_id == quote.document_id else None
            if item is not None:
                items.setdefault((source.document_id, item.start), item)
    unnamed = blanked(question.text, question.scope.mentions, mark="，")
    return Telling(
        question=question,
        draft=draft,
        asked=fold(question.text),
        unnamed=fold(unnamed).rstrip("。 "),
        parts=tuple(fold(part) for part in unnamed.split()),
        told="\n".join(fold(line.text) for line in draft.sentences),
        sources=sources,
        items=tuple(items.values()),
    )
