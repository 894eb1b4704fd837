"""Checks a statement against its quotes: what they do not say, word for word or folded, is a problem."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from pipeline.generation.checking.compare import compare, verbatim
from pipeline.generation.checking.fold import (
    TITLE,
    clauses,
    flat,
    fold,
    pairs,
    sentences,
    without_labels,
    without_titles,
)
from pipeline.generation.checking.foreign import foreign_problems
from pipeline.generation.checking.source import Problem, Source, borrowed, parted
from pipeline.generation.checking.verdicts import degrees_of, governed_titles, verdicts

if TYPE_CHECKING:
    from pipeline.generation.cite import Citation

_TOPIC = re.compile(r"^(?:对|对于|关于|针对|围绕|至于)(?![^,]*[要须应])|(?:时|方面|问题上|中)$")
_FACTS = re.compile(r"[\d〇一二两三四五六七八九十百千万亿.%]+[年月日号旬底天个]*[内前后]?")
_BACKWARD = re.compile(r"^(?:由|又|该|此|上述|并|其|同时|也|还|均|都|由此|因此|其中)")


def check(statement: str, quotes: Sequence[str], *, context: str = "", counted: int | None = None) -> list[Problem]:
    """Return what a statement says beyond its quotes; an empty list means that it is verified.

    Args:
        statement: one sentence, or a list of entries.
        quotes: the wording of its sources, all of one place.
        context: what may be stated beside the quotes: the stamp of their document.
        counted: a number that the statement counted, already proven by as many quotes.

    >>> check("市财政局牵头。", ["由市水利局牵头，市财政局配合。"])[0].message
    '出处中没有写明“市财政局”牵头'
    >>> check("会议原则通过该办法。", ["会议原则通过上述办法。"])
    []
    """
    sources = [Source("\n".join(quotes), context)] if any(quote.strip() for quote in quotes) else []
    return check_sources(statement, sources, counted=counted)


def sources_of(citations: Iterable[Citation]) -> list[Source]:
    """Return the sources that citations make up: one for each item of each document.

    What stands outside any item (head, attendance) may prove a clause together with an item of its own document; two
    items, or two documents, never prove one clause together.
    """
    groups: dict[tuple[str, str | None], list[Citation]] = {}
    for citation in citations:
        groups.setdefault((citation.document_id, citation.item), []).append(citation)
    sources = []
    for (document_id, item), own in groups.items():
        if item is None and any(key[0] == document_id and key[1] is not None for key in groups):
            continue
        outside = groups.get((document_id, None), []) if item is not None else []
        quotes = "\n".join(citation.quote for citation in (*outside, *own))
        context = "\n".join(dict.fromkeys(citation.stamp for citation in (*outside, *own)))
        sources.append(Source(quotes, context))
    return sources


def check_sources(
    statement: str, sources: Sequence[Source], *, counted: int | None = None, absent: Sequence[str] = ()
) -> list[Problem]:
    """Return what a statement says beyond its sources; each clause must be proven by one of them alone.

    Args:
        statement: one sentence, or a list of entries.
        sources: one for each place; see `sources_of`.
        counted: a number that the statement counted, already proven by as many quotes.
        absent: words that the statement says are not there; the sources, which hold all there is, must not hold them.
    """
    if not sources:
        return [Problem("uncited", statement, "没有出处")]
    problems: list[Problem] = []
    folded = fold(statement)
    for word in map(fold, absent):
        problems += [Problem("absent", word, f"出处中有“{word}”") for source in sources if word in flat(source.text)]
        folded = folded.replace(word, "_")
    places = [part for source in sources for part in parted(source)]
    for sentence in sentences(without_labels(folded)):
        sentence = without_labels(sentence)
        if any(verbatim(sentence, source) for source in places):
            continue
        problems += _sentence(sentence, places, counted)
        problems += _governed(sentence, places)
        problems += [problem for clause in clauses(sentence) for problem in foreign_problems(clause, places)]
    return list(dict.fromkeys(problems))


def _sentence(sentence: str, sources: Sequence[Source], counted: int | None) -> list[Problem]:
    """Return the problems of a sentence: of the whole with one source, else clause by clause."""
    whole = [_compared(sentence, index, sources, counted) for index in range(len(sources))]
    if not all(whole) or len(sources) == 1:
        return min(whole, key=len)
    problems: list[Problem] = []
    holding: set[int] = set(range(len(sources)))
    for clause in _with_topics(clauses(sentence)):
        backward = bool(_BACKWARD.search(clause)) or _bare_verdict(clause) or (bool(holding) and _thin(clause, sources))
        legal = sorted(holding) if backward and holding else list(range(len(sources)))
        found = {index: _compared(clause, index, sources, counted) for index in legal}
        holding = {index for index, own in found.items() if not own}
        if not holding:
            problems += _pieces(clause, legal, sources, counted)
    return problems


def _bare_verdict(clause: str) -> bool:
    """Tell whether a clause states a verdict and does not say on what: 会议不同意."""
    degrees = verdicts(clause)
    rest = pairs(clause).difference(*(pairs(wording) for _, wording in degrees)) if degrees else set()
    return bool(degrees) and not TITLE.search(clause) and len(rest) < 4


def _with_topics(parts: Sequence[str]) -> list[str]:
    """Return clauses with each that only names a topic (对…, 表决…时) put before the one that speaks of it."""
    found: list[str] = []
    topic = ""
    for part in parts:
        if _TOPIC.search(part):
            topic += f"{part},"
            continue
        found.append(f"{topic}{part}")
        topic = ""
    return [*found, topic.strip(",")] if topic else found


def _thin(clause: str, sources: Sequence[Source]) -> bool:
    """Tell whether no source has words of a clause besides its figures and dates: 三月底前兑现 says nothing of whom."""
    content = _FACTS.sub("", clause)
    return all(len(pairs(content) & pairs(source.words)) < 2 for source in sources)


def _compared(clause: str, index: int, sources: Sequence[Source], counted: int | None) -> list[Problem]:
    """Return what a clause states and one of the sources does not; wording of another source joins the two."""
    problems = compare(clause, sources[index], counted=counted)
    others = [*sources[:index], *sources[index + 1 :]]
    gram = borrowed(without_titles(clause), sources[index], others) if not problems else None
    return [Problem("joined", gram, f"“{gram}”出自另一处，不能与这一处合为一事")] if gram else problems


def _pieces(clause: str, legal: Sequence[int], sources: Sequence[Source], counted: int | None) -> list[Problem]:
    """Return the problems of an enumeration, each entry with the source that suits it best."""
    problems: list[Problem] = []
    listed = clause.replace("》《", "》、《")  # by GB/T 15834 no mark stands between titles in a row
    hidden = re.sub(r"《[^《》]*》|\([^()]*\)", lambda match: match.group().replace("、", "\0"), listed)
    for piece in hidden.split("、"):
        entry = piece.replace("\0", "、")
        found = [_compared(entry, index, sources, counted) for index in legal]
        fewest: list[Problem] = min(found, key=len)
        problems += fewest
    return problems


def _governed(sentence: str, sources: Sequence[Source]) -> list[Problem]:
    """Return where a sentence gives a title a verdict that no source gives to this title."""
    problems = []
    for title, degree in governed_titles(sentence):
        own = [source for source in sources if title in source.words]
        if own and not any(degree in degrees_of(source.text, title) for source in own):
            problems.append(Problem("verdict", f"{degree}《{title}》", f"出处中《{title}》的结论不是“{degree}”"))
    return problems
