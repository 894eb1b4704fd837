"""Who comes after whom: 由甲改为乙 is no proof that 乙 was there first, and 由甲任组长 none that 乙 is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.generation.checking.reading.fold import flat, without_titles
from pipeline.generation.checking.reading.namelike import is_person
from pipeline.generation.checking.reading.source import Problem, Source
from pipeline.patterns import compiled

_HAN = "[\u4e00-\u9fff]"
_CHANGES = compiled(
    "改|换|变更|调整|接替|接任|接手|接过|不再|调走|调往|调任|卸任|来接|[\u4e00-\u9fff]接[\u4e00-\u9fff]"
)
# 由甲明改为乙亮, 乙亮接替期满的甲明, 因甲明调走,由乙亮接任
_PAIRED = (
    compiled(rf"由(?P<old>{_HAN}{{2,12}}?)(?:改为|换成|换为|变更为|调整为|改成)(?:由)?(?P<new>{_HAN}{{2,12}})"),
    compiled(rf"(?P<new>{_HAN}{{2,4}}?)接[替任](?:{_HAN}{{1,6}}的)?(?P<old>{_HAN}{{2,4}})"),
)
_NEW = (
    "(?:改|换|变更|调整|转)(?:由|为|成|到|给|让)+(?:由)?[^,。;、]{{0,8}}?{name}"
    "|由{name}[^,。;、]{{0,8}}?接|{name}(?:来)?接(?!受|待|到)"
)
_OLD = (
    "(?:原来|原先|原本|原|本来|此前|以前)(?:是|为|由)?[^,。;、]{{0,8}}?{name}|不再?(?:是|由)[^,。;、]{{0,8}}?{name}"
    "|由{name}[^,。;、]{{0,8}}?(?:改|换|变更|调整)|接(?:替|任|过|手)?(?:{han}{{1,6}}的)?{name}"
    "|{name}[^,。;、]{{0,4}}?(?:已|不再|调走|调往|调去|调任|卸任)"
)
# 邵某任组长, 组长由贺某担任
_POST = "(?:副?组长|副?主任|副?总?指挥长?|副?召集人|副?会长|副?理事长|副?队长|副?主席|副?班长)"
_POSTED = (
    compiled(rf"(?P<post>{_POST})(?:由|是|为|叫)(?P<who>{_HAN}{{2,12}}?)(?:来)?(?=担任|出任|当|任|$|[,;。])"),
    compiled(rf"由(?P<who>{_HAN}{{2,12}}?)(?:来)?(?:担任|出任|当|任)(?P<post>{_POST})"),
)


def succession_problems(clause: str, source: Source) -> Iterator[Problem]:
    """Yield whoever a folded clause lets come first of two of whom its source has him come after, or in another's post.

    >>> source = Source("秘书由白露改为方程,方程任组长,白露任副组长。", "")
    >>> [problem.text for problem in succession_problems("秘书原来是方程,改由白露来当", source)]
    ['白露', '方程']
    >>> [problem.text for problem in succession_problems("组长由白露担任", source)]
    ['白露']
    """
    text = flat(without_titles(clause))
    changes, posted = _CHANGES.search(text), [match for pattern in _POSTED for match in pattern.finditer(text)]
    if not changes and not posted:
        return
    words = flat(without_titles(source.text))
    if changes and _CHANGES.search(words):
        for name in _changing(words):
            if name not in text:
                continue
            told, known = _ends_of(name, text), _ends_of(name, words)
            if len(told) == len(known) == 1 and told != known:
                yield Problem("person", name, f"出处中“{name}”是{'接任的' if known == {'new'} else '换下的'}")
    for match in posted:
        if holder := _holder(match["who"], match["post"], words):
            yield Problem("post", match["who"], f"出处中“{match['post']}”是“{holder}”")


def _changing(words: str) -> list[str]:
    """Return whom a source has take over from one another."""
    found: dict[str, None] = {}
    for pattern in _PAIRED:
        for match in pattern.finditer(words):
            for name in (match["old"], match["new"]):
                found |= dict.fromkeys(_readings(name))
    for match in re.finditer(rf"由({_HAN}{{2,4}}?)接[任替手]|因({_HAN}{{2,4}}?)(?:已|调)", words):
        found |= dict.fromkeys(_readings(match[1] or match[2]))
    return list(found)


def _readings(run: str) -> list[str]:
    """Return the person with which a run opens or ends: 甲明 of 副局长甲明."""
    for size in (3, 2):
        for name in (run[:size], run[-size:]):
            if len(name) == size and is_person(name, posted=True):
                return [name]
    return []


def _ends_of(name: str, text: str) -> set[str]:
    """Return whether a text has a name come (`new`) or go (`old`), both where it may be read so."""
    own = re.escape(name)
    return {
        end
        for end, pattern in (("new", _NEW), ("old", _OLD))
        if re.search(pattern.format(name=own, han=_HAN), text) is not None
    }


def _holder(who: str, post: str, words: str) -> str:
    """Return who holds a post in a source that knows somebody else in it, empty where it may be who is named."""
    name = next(iter(_readings(who)), "")
    if not name or re.search(rf"{name}[^,。;任]{{0,40}}(?:担|出)?(?:任|为|当){post}", words):
        return ""
    if re.search(rf"(?<!副){post}(?:由|是|为|:)?[^,。;]{{0,12}}?{name}", words):
        return ""
    others = re.search(rf"(?P<who>{_HAN}{{2,3}})(?:同志)?(?:担|出)?(?:任|为){post}", words)
    return others["who"] if others else ""
