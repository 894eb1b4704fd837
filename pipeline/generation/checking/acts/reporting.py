"""Compares which unit is said to have reported, and on what, with the units that did so by a source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.documents.duties.units import same_unit
from pipeline.documents.spoken.reporting_units import units_told
from pipeline.documents.spoken.spokesmen import reporters_in, unit_and_post
from pipeline.documents.text.clean import Passage
from pipeline.generation.checking.reading.fold import clauses, pairs, share_of
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.patterns import compiled

_REPORT = compiled("汇报|报告|说明|介绍|通报|提请|解读|发言")
# 「某事由市教育局汇报」「由市教育局、市财政局作说明」
_BY = compiled(r"由(?P<who>[\u4e00-\u9fff、]{2,40}?)(?:分别)?(?:汇报|作[^,。;]{0,6}(?:说明|报告|介绍|汇报)|报告|通报)")
# 「听取了市环保局关于水质情况和市住建局关于管网情况的汇报」: each on its own matter
_ON = compiled(
    r"(?P<who>[\u4e00-\u9fff]{2,16}?)(?:关于|就|对)(?P<what>[^,。;]{2,40}?)(?=(?:以及|和|及|与|、)[\u4e00-\u9fff]{2,16}?(?:关于|就|对)|的?(?:汇报|报告|说明|介绍|通报))"
)
_HEARD = compiled("听取了?")
_ITS_OWN, _ANOTHERS = 0.3, 0.6
"""Share of a matter that a statement holds of a unit's own report at most, and of another's at least, to be wrong."""


def reporting_problems(sentence: str, sources: Sequence[Source]) -> list[Problem]:
    """Return where a folded sentence lets a unit report and the sources let others, or this one on another matter.

    A source that does not say of any unit that it reported proves nothing against it.
    """
    problems = []
    for unit, post in _named(sentence):
        told = [source for source in sources if unit in source.words and _reporters(source.text)]
        if told and all(_is_another(unit, source) for source in told):
            problems.append(Problem("part", f"{unit}汇报", f"出处中汇报的不是“{unit}”"))
        elif told and all(_on_another(unit, sentence, source) for source in told):
            problems.append(Problem("part", f"{unit}汇报", f"出处中“{unit}”汇报的是另一事"))
        elif told and post and not any(post in source.words for source in sources):
            problems.append(Problem("post", f"{unit}{post}", f"出处中没有写明是{unit}的“{post}”"))
    return problems


def _named(sentence: str) -> list[tuple[str, str]]:
    """Return the units that a sentence lets report, each with the post that does so for it, or ""."""
    found = units_told(_passage(sentence))
    for match in _BY.finditer(sentence):
        found += reporters_in(_passage(match["who"]))
    parts = [unit_and_post(one) for one in found]
    return list(dict.fromkeys((unit.flat, post.flat if post else "") for unit, post in parts if unit))


@lru_cache(maxsize=512)  # asked for each unit of each sentence that is held against the source
def _reporters(text: str) -> tuple[str, ...]:
    """Return who reports by a folded text, line by line."""
    return tuple(one.flat for line in text.split("\n") for one in units_told(_passage(line)))


def _is_another(unit: str, source: Source) -> bool:
    """Tell whether a source lets others report and says nothing of a report where it names this unit."""
    if any(unit in one or one in unit or same_unit(one, unit) for one in _reporters(source.text)):
        return False
    return not any(unit in clause and _REPORT.search(clause) for clause in _clauses(source.text))


def _on_another(unit: str, sentence: str, source: Source) -> bool:
    """Tell whether a source has several report, each on its own matter, and a sentence gives a unit that of another."""
    said = pairs(sentence) - pairs(unit)
    for line in source.text.split("\n"):
        heard = _HEARD.search(line)
        reports = [(match["who"], match["what"]) for match in _ON.finditer(line, heard.end())] if heard else []
        own = next((what for who, what in reports if same_unit(who.lstrip("和及与"), unit)), None)
        if own is None or len(reports) < 2:
            continue
        others = [what for _, what in reports if what != own]
        if share_of(own, said) <= _ITS_OWN and any(share_of(what, said) >= _ANOTHERS for what in others):
            return True
    return False


def _clauses(text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield from clauses(line)


def _passage(text: str) -> Passage:
    return Passage(text, range(len(text)))
