"""Compares what comes before what: 先公示后审批 is no proof of 先审批后公示."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pipeline.generation.checking.reading.fold import flat, pairs, sentences, without_titles
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.patterns import compiled

_FIRST = compiled(
    "(?P<first>[^,。;先]{0,10}先(?:行(?=审|验|支|垫|办|安|核|征|开))?(?![行期进后])[^,。;]{2,16}?)[,、]?(?:然后|而后|之后|随后|接着|(?:过后|事后|完了)?再|后)"
    "(?![勤续期果台方])(?P<then>[^,。;]{2,16})"
)
_AFTER = compiled(
    "(?:^|[,;待等])(?:在|待|等|经)?(?!先)(?P<first>[^,。;]{2,34}?)(?:之|以)?(?<![今此前背落最然事先会滞])后(?![勤续期果台备]|方(?![可能]))"
    ",?(?:方可|方能|才能?|再|可|即可)?(?P<then>[^,。;]{2,16})"
)
_BEFORE = compiled(
    "(?:^|[,;])(?:在|凡)?(?P<then>[^,。;\\d]{2,16}?)(?<![目日此以年月底旬季度会汛当生面眼提向])(?:之|以)?前(?!后),?(?:先|必须|须|应当?|要|需|一律|均)*(?P<first>[^,。;]{2,16})"
)
_ONE_LETTER = compiled("先(?P<first>[\u4e00-\u9fff])后(?P<then>[\u4e00-\u9fff])")  # 先租后售
_BARRED = compiled("[^,。;]{0,12}?(?:不得|不能|不准|不许|不可|不要|严禁|禁止|暂不)")
_LEAST, _SURE = 0.3, 0.8


@lru_cache(maxsize=512)
def sequences(folded: str) -> tuple[tuple[frozenset[str], frozenset[str], str], ...]:
    """Return what a folded text puts first and what after it, as their pairs of characters, with the wording.

    >>> [wording for _, _, wording in sequences("先公示后审批")]
    ['先公示后审批']
    """
    found = []
    for sentence in sentences(without_titles(flat(folded))):
        for pattern in (_FIRST, _AFTER, _BEFORE):
            for match in pattern.finditer(sentence):
                first, then = frozenset(pairs(match["first"])), frozenset(pairs(match["then"]))
                barred = pattern is _BEFORE and _BARRED.match(match["first"])  # 新桥建成前不得拆旧桥: 新桥 first
                found.append((then, first, match.group()) if barred else (first, then, match.group()))
    return tuple(found)


def sequence_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield where a folded clause puts first what its source puts second, and the other way round.

    >>> source = Source("方案公示期满后,再报规委会审批", "")
    >>> [problem.text for problem in sequence_problems("先报规委会审批,后公示方案", source)]
    ['先报规委会审批,后公示方案']
    >>> list(sequence_problems("先公示方案,再报规委会审批", source))
    []
    """
    own = flat(source.text)
    for match in _ONE_LETTER.finditer(clause):
        if f"先{match['then']}后{match['first']}" in own:
            yield Problem("wording", match.group(), "出处中的先后不是这样")
    told = sequences(clause)
    known = sequences(source.text) if told else ()
    for first, then, wording in told:
        if any(
            _alike(first, one) > _alike(first, two) or _alike(then, two) > _alike(then, one) for one, two, _ in known
        ):
            continue
        turned = ((_alike(first, two), _alike(then, one)) for one, two, _ in known)
        if any(min(shares) >= _LEAST and sum(shares) >= _SURE for shares in turned):
            yield Problem("wording", wording, "出处中的先后不是这样")


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Return the share of the pairs of the shorter wording that the other has."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0
