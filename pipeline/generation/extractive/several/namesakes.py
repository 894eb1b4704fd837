"""Two hospitals or schools of one name in two cities: where a question names no city, each answers for itself."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pipeline.generation.extractive.evidence import Source
from pipeline.generation.places import PARTY, PLACE
from pipeline.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pipeline.generation.draft import Draft, Sentence
    from pipeline.generation.understanding.question import Question
    from pipeline.retrieval.catalogue import Catalogue, Entry

_INSTITUTION = compiled(r"^(?P<name>[一-鿿]{2,10}?(?:医院|卫生院|中学|小学|学校|大学|学院|幼儿园|养老院|敬老院))")
_NUMBERED = compiled(r"^第(?P<number>[一二三四五六七八九十])(?:人民)?(?P<kind>[医中小])")
_SHORT = {"医": "院", "中": "中", "小": "小"}
AT_MOST = 3
"""So many of one name are told side by side."""


def named_alike(question: Question, earlier: Sequence[Question], draft: Draft) -> dict[str, list[Entry]]:
    """Return the papers of each body of the name that a question has, of which its answer tells one; else nothing.

    Nothing where a question of the conversation names the place of one of them.
    """
    cited = {quote.document_id for quote in draft.quotes}
    own = {institution for entry in question.scope.every if entry.document_id in cited and (institution := _of(entry))}
    if draft.refused or len(own) != 1:
        return {}
    [(name, _)] = own
    if not any(form in question.text for form in _forms(name)):
        return {}
    found: dict[str, list[Entry]] = {}
    for entry in question.scope.entries:
        if (institution := _of(entry)) is not None and institution[0] == name:
            found.setdefault(institution[1], []).append(entry)
    said = "\n".join(one.text for one in (*earlier, question))
    told = any(place[:2] in said for place in found)
    return found if 1 < len(found) <= AT_MOST and not told else {}


def each_of_its_own(
    question: Question,
    draft: Draft,
    alike: dict[str, list[Entry]],
    catalogue: Catalogue,
    answer: Callable[[Question], Draft],
) -> Draft:
    """Return what each of several bodies of one name answers, each sentence with whose it is.

    Args:
        question: the question, which names none of their places.
        draft: its answer, which is of one of them.
        alike: the papers of each, by its place.
        catalogue: where the documents are.
        answer: answers the question out of some papers alone.
    """
    told: list[Sentence] = []
    silent: list[str] = []
    for entries in alike.values():
        own = answer(replace(question, scope=replace(question.scope, entries=tuple(entries), every=tuple(entries))))
        if own.refused:
            silent += [body for entry in entries[:1] if (body := entry.issuing_body)]
        else:
            told += [_stamped(one, entries, catalogue) for one in own.sentences]
    if not told:
        return draft
    preface = "库中有同名的单位，分别列出。"
    preface += f"{'、'.join(silent)}的文件没有载明所问内容。" if silent else ""
    return replace(draft, sentences=tuple(told), preface=preface, later=None)


def _stamped(sentence: Sentence, entries: Sequence[Entry], catalogue: Catalogue) -> Sentence:
    """Return a sentence behind the stamp of its paper and whose that is."""
    entry = next((one for one in entries for quote in sentence.quotes if one.document_id == quote.document_id), None)
    if entry is None:
        return sentence
    source = Source(entry, catalogue.document(entry.document_id))
    text = sentence.text.removeprefix(f"{source.stamp_of_body}：").removeprefix(f"{source.stamp}：")
    return replace(sentence, text=f"{source.stamp_of_body}：{text}")


def _of(entry: Entry) -> tuple[str, str] | None:
    """Return the name of an institution without its place, and its place; `None` of any other body."""
    body = PARTY.sub("", entry.issuing_body or "")
    place = PLACE.match(body)
    match = _INSTITUTION.match(body[place.end() :]) if place else None
    return (match["name"], place.group()) if place and match else None


def _forms(name: str) -> list[str]:
    """Return how a name is said: 第一人民医院, 一院.

    >>> _forms("第一人民医院"), _forms("实验中学")
    (['第一人民医院', '一院'], ['实验中学'])
    """
    match = _NUMBERED.match(name)
    return [name, f"{match['number']}{_SHORT[match['kind']]}"] if match else [name]
