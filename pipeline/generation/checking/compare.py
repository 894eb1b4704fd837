"""Compares one clause of a statement with one source: each fact of the clause must stand in it, as it stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from pipeline.generation.checking import parties
from pipeline.generation.checking.amounts import Amount, Date, amounts, dates, document_numbers
from pipeline.generation.checking.fold import TITLE, flat, fold, pairs, without_labels, without_titles
from pipeline.generation.checking.modifiers import added, dropped, lost_conditions
from pipeline.generation.checking.verdicts import unclear_passages, verdicts

_WHEN = re.compile(
    r"年底|年内|年初|年末|月底|月内|季度末|上半年|下半年|今年|明年|去年|本月|下月|上月|近期|尽快|立即|马上|即日起|即时|限期|逐年"
    r"|每月|每半年|每季度|每年|每周|每日|每天|定期|按时|当天|次日|[一二三四]季度|上午|下午|晚上|中午|春节|国庆|元旦|五一|十一前"
    r"|长期|永久|暂时"
)


@dataclass(frozen=True, slots=True)
class Problem:
    """What the check found: its kind, the wording that does not hold, and a sentence for the reader."""

    kind: str
    text: str
    message: str


@dataclass(frozen=True)
class Source:
    """What may prove a clause: the quotes of one place (one item of one document), and what its stamp states."""

    quotes: str
    context: str

    @cached_property
    def text(self) -> str:
        """The quotes, folded, without the labels of their lines."""
        return without_labels(fold(self.quotes))

    @cached_property
    def stamp(self) -> str:
        """The context, folded."""
        return fold(self.context)

    @cached_property
    def words(self) -> str:
        """Quotes and context without line ends, for names and titles."""
        return f"{flat(self.text)}\n{flat(self.stamp)}\n{self.stamp}"

    @cached_property
    def amounts(self) -> list[Amount]:
        """The amounts of quotes and context."""
        return amounts(self.text) + amounts(self.stamp)

    @cached_property
    def dates(self) -> list[Date]:
        """The dates of quotes and context, each with its year: its own, else the one before it, else the stamp's."""
        stamped = dates(self.stamp)
        years = [date.year for date in stamped if date.year] + [year for _, year, _ in document_numbers(self.stamp)]
        current = years[0] if years else None
        found = list(stamped)
        for date in dates(self.text):
            current = date.year or current
            found.append(Date(current, date.month, date.day, date.part, date.limit, date.text, date.start))
        return found


def compare(clause: str, source: Source, *, counted: int | None = None) -> list[Problem]:
    """Return what a folded clause states and a source does not, each problem once."""
    found = chain(
        _titles(clause, source),
        _numbers(clause, source, counted),
        _dates(clause, source),
        _verdicts(clause, source),
        _people(clause, source),
        _units(clause, source),
        _modifiers(clause, source),
    )
    return list(dict.fromkeys(found))


def _titles(clause: str, source: Source) -> Iterator[Problem]:
    for match in TITLE.finditer(clause):
        if flat(match["title"]) not in source.words:
            yield Problem("title", match.group(), f"出处中没有文件{match.group()}")
    known = document_numbers(source.words)
    for body, year, number in document_numbers(clause):
        if not any((year, number) == (y, n) and (body.endswith(b) or b.endswith(body)) for b, y, n in known):
            text = f"{body}〔{year}〕{number}号"
            yield Problem("document_number", text, f"出处中没有发文字号{text}")


def _numbers(clause: str, source: Source, counted: int | None) -> Iterator[Problem]:
    for amount in amounts(without_titles(clause)):
        if counted is not None and amount.value == counted and amount.bound in ("exact", "ordinal"):
            continue
        alike = [entry for entry in source.amounts if entry.value == amount.value and entry.unit == amount.unit]
        if not alike:
            if amount.loose and all(entry.unit != amount.unit for entry in source.amounts):
                continue
            yield Problem("number", amount.text, f"出处中没有“{amount.text}”这个数")
        elif all(entry.bound != amount.bound for entry in alike):
            yield Problem("bound", amount.text, f"“{amount.text}”与出处的“{alike[0].text}”范围不同")
        elif amount.bound != "ordinal" and (other := _nearer(clause, amount, source)):
            yield Problem("number", amount.text, f"出处中这一项的数是“{other}”")


def _nearer(clause: str, amount: Amount, source: Source) -> str | None:
    """Return another amount of the same unit whose own words are clearly closer to the clause, or `None`.

    A source that says 新增绿色工厂6家,5G工厂4家 does not prove 新增绿色工厂4家.
    """
    own = pairs(_around(clause, amount))
    best: dict[bool, tuple[int, str]] = {True: (0, ""), False: (0, "")}
    for entry in amounts(source.text):
        if entry.unit != amount.unit or entry.bound == "ordinal":
            continue
        shared = len(own & (pairs(_around(source.text, entry)) - pairs(entry.text)))
        same = entry.value == amount.value
        if shared > best[same][0]:
            best[same] = (shared, entry.text)
    said, other = best[True][0], best[False][0]
    return best[False][1] if other >= 3 and other >= said + 2 else None


def _around(text: str, amount: Amount) -> str:
    """Return the words from the mark before an amount to the one after it."""
    start = max(text.rfind(mark, 0, amount.start) for mark in ",、。;:\n") + 1
    ends = [place for mark in ",、。;\n" if (place := text.find(mark, amount.start)) >= 0]
    return text[start : min(ends, default=len(text))]


def _dates(clause: str, source: Source) -> Iterator[Problem]:
    hidden = without_titles(clause)
    for date in dates(hidden):
        if not any(_holds(date, known) for known in source.dates):
            yield Problem("date", date.text, f"出处中没有日期“{date.text}”")
    for match in _WHEN.finditer(hidden):
        if match.group() not in source.words:
            yield Problem("date", match.group(), f"出处中没有时间“{match.group()}”")


def _holds(date: Date, known: Date) -> bool:
    """Tell whether a known date says at least what a stated one says."""
    if date.year is not None and date.year != known.year:
        return False
    if date.month is not None and date.month != known.month:
        return False
    if date.day is not None:
        return date.day == known.day and date.limit == known.limit
    if known.day is not None or (date.month is None and known.month is not None):
        return not date.part and not date.limit
    return (date.part, date.limit) == (known.part, known.limit)


def _verdicts(clause: str, source: Source) -> Iterator[Problem]:
    known = {degree for degree, _ in verdicts(source.text)}
    for degree, text in verdicts(clause):
        if degree not in known:
            yield Problem(
                "verdict",
                text,
                f"出处中没有“{text}”这一结论" + (f"，有的是{'、'.join(sorted(known))}" if known else ""),
            )
    for passage in unclear_passages(clause):
        if passage not in source.words:
            yield Problem("verdict", passage, f"出处中没有“{passage}”")


def _people(clause: str, source: Source) -> Iterator[Problem]:
    for readings in parties.people(clause):
        known = [name for name in readings if name in source.words]
        if not known:
            yield Problem("person", readings[0], f"出处中没有“{readings[0]}”")
            continue
        name = max(known, key=len)
        yield from _part(clause, name, (name,), source)
        for post in parties.posts_of(clause, name):
            posts = parties.posts_of(source.text, name) | parties.posts_of(source.stamp, name)
            if post not in posts:
                yield Problem("post", f"{post}{name}", f"出处中{name}的职务不是“{post}”")
        placed = parties.unit_of(source.text, name)
        for run in parties.unit_of(clause, name):
            if placed and not any(parties.names_unit(place, run) for place in placed):
                yield Problem("unit", f"{run}{name}", f"出处中{name}不在“{run}”名下")


def _part(clause: str, name: str, forms: tuple[str, ...], source: Source) -> Iterator[Problem]:
    """Yield the part that a clause gives to a name and a source does not."""
    stated = parties.parts_of(clause, name)
    if not stated:
        return
    given: set[str] = set()
    for form in forms:
        given |= parties.parts_of(source.text, form) | parties.parts_of(source.stamp, form)
    if "observe" in given and re.search("参加|参会|到会", clause):
        given.add("present")
    for part in sorted(stated - given):
        word = parties.PART_NAMES[part]
        yield Problem("part", f"{name}{word}", f"出处中没有写明“{name}”{word}")


def _units(clause: str, source: Source) -> Iterator[Problem]:
    for run in parties.units(clause):
        if not parties.names_unit(source.words, run):
            yield Problem("unit", run, f"出处中没有单位“{run}”")
            continue
        name = next((run[start:] for start in range(len(run) - 1) if run[start:] in source.words), None)
        if name is not None and parties.parts_of(clause, name) & {"lead", "support"}:
            yield from _part(clause, name, parties.unit_forms(name), source)


def _modifiers(clause: str, source: Source) -> Iterator[Problem]:
    for modifier in dropped(clause, source.text):
        yield Problem("modifier", modifier.text, f"漏掉了出处的“{modifier.text}”")
    for modifier in added(clause, source.words):
        yield Problem("modifier", modifier.text, f"出处中没有这个“{modifier.text}”")
    for condition in lost_conditions(clause, source.text):
        yield Problem("condition", condition, f"漏掉了出处的条件“{condition}”")


def verbatim(sentence: str, source: Source) -> bool:
    """Tell whether a sentence is the source's own, whole: it starts and ends where a sentence of the source does."""
    own = flat(sentence).strip(",:、")
    if not own:
        return True
    return any(own == flat(part) for part in re.split("[。;!?\n]", source.text)) or any(
        own == flat(part) for part in re.split("[。;!?]", source.text)
    )
