"""Where blanks part persons and where they pad a name: 「邱 雅 琴  冯 伯 年」, 「副区长赵 小 菊」."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.documents.duties.names import (
    FULL_ROLE,
    ends_as_unit,
    is_compound,
    is_name,
    like_name,
    split_person,
    surname_weight,
)
from pipeline.documents.text.clean import Passage
from pipeline.patterns import compiled


@dataclass(frozen=True, slots=True)
class Group:
    """Some pieces of an entry that are one person: the passage, and where in it the name begins and ends.

    `name` is `None` where the pieces are one, or only a name: the passage is then read as any other.
    """

    passage: Passage
    name: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stands between two blanks: its place, its wording without brackets, the blanks before it.

    Behind a `closed` one no name goes on: 「丁 薇(市交通局)」.
    """

    start: int
    end: int
    word: str
    gap: int
    closed: bool = False


@dataclass(frozen=True, slots=True)
class _Reading:
    """A way to read the pieces `first` to `last` (exclusive): the name in them, if any, and what speaks for it.

    `place` is where the name stands in the entry if something stands before it.
    """

    first: int
    last: int
    name: str | None
    place: tuple[int, int] | None
    score: float


_UNSURE = 0.3
"""Where another way to cut speaks nearly as loud, nobody is named: a name cut wrongly is worse than one missing."""


def persons_apart(entry: Passage, text: str) -> Iterator[Group]:
    """Part an entry at those of its blanks that part persons.

    Args:
        entry: what stands between two signs of a list.
        text: the whole text, in which a name may stand without blanks, and which tells wide blanks from narrow ones.

    >>> text = "邱 雅 琴  冯 伯 年"
    >>> [group.passage.flat for group in persons_apart(Passage(text, range(len(text))), text)]
    ['邱 雅 琴', '冯 伯 年']
    """
    pieces = _pieces(entry, text)
    if len(pieces) <= 1:
        if pieces:
            yield Group(entry)
        return
    whole = any(len(piece.word) == 3 and is_name(piece.word) and not is_compound(piece.word[:2]) for piece in pieces)
    gaps = {piece.gap for piece in pieces[1:]}
    for reading in max(
        (
            _best([_readings(pieces, index, text, whole=whole, wide=wide) for index in range(len(pieces))], wide=wide)
            for wide in ((False, True) if len(gaps) > 1 else (False,))
        ),
        key=lambda way: way[0],
    )[1]:
        start = pieces[reading.first].start
        passage = entry.part(start, pieces[reading.last - 1].end)
        if reading.name is not None or not like_name(pieces[reading.first].word):
            place = reading.place
            yield Group(passage, (place[0] - start, place[1] - start) if place else None)


def _pieces(entry: Passage, text: str) -> list[_Piece]:
    """Cut at blanks, not within brackets; a bracket of its own belongs to what stands before it."""
    pieces: list[_Piece] = []
    place = 0
    for match in _BARE.finditer(entry.flat):
        word = _BRACKETS.sub("", match.group())
        if pieces and (not word or word in _HONORIFICS):
            former = pieces[-1]
            pieces[-1] = _Piece(former.start, match.end(), former.word, former.gap, closed=True)
        else:
            closed = match.group().endswith(")")
            gap = sum(2 if text[entry.offsets[at]] in _WIDE else 1 for at in range(place, match.start()))
            pieces.append(_Piece(match.start(), match.end(), word, gap, closed=closed))
        place = match.end()
    return pieces


_WIDE = "\u3000\u2003\t"
_BARE = compiled(r"(?:[^\s()]|\([^()]*\)|[()])+")
_BRACKETS = compiled(r"\([^()]*\)")
_HONORIFICS = frozenset(["同志", "先生", "女士"])


def _readings(pieces: Sequence[_Piece], first: int, text: str, *, whole: bool, wide: bool) -> list[_Reading]:
    """Return the ways to read what begins at a piece: a point for each piece, less what speaks against the way.

    `whole` tells that names of three characters stand in one piece here: only shorter ones are padded then.
    `wide` reads the list as one whose padding is wider than what parts its names: 「党　翔 任建国」.
    """
    found = [_alone(pieces[first], first)]
    prefix = ""
    for index in range(first, min(first + 4, len(pieces))):
        if index > first and not _leads_on(prefix, pieces[index - 1]):
            break
        for last, name, place, value in _names(pieces, index, text, prefix):
            if index == first and last == index + 1:
                continue  # one piece alone
            behind = index > first or place[0] != pieces[index].start
            value += 1.3 if behind and value <= _RARE else 0.0
            score = last - first + value + _apart(pieces, first, last, index, behind=behind, whole=whole, wide=wide)
            found.append(_Reading(first, last, name, place if behind else None, score))
        prefix += pieces[index].word
    return found


def _alone(piece: _Piece, first: int) -> _Reading:
    word = piece.word
    value = _value(word)
    if value is not None and ends_as_unit(word):
        value = None if _UNIT_LIKE.search(word) else value - 0.5
    if value is None and len(word) > 3 and (parts := split_person(word)):
        # 「纪检组长」 is a post before a name more often than 纪检, who leads a group
        value = -1.5 if _role_at_end(word) else 0.0 if is_name(parts[2]) else -1.0
    if value is not None:
        return _Reading(first, first + 1, word, None, 1.0 + value)
    unit = len(word) > 4 or ends_as_unit(word)
    return _Reading(first, first + 1, None, None, -1.0 if len(word) == 1 else 0.5 if unit else 0.0)


# a piece that stands for itself: 「沙岭镇」, 「国资处」 are no names, though 沙 and 国 are surnames
_UNIT_LIKE = compiled(r"^.{2}[镇乡村局委办厅署院部处室站厂县区市省州组]$|^.[局委办厅署处]$")


def _leads_on(prefix: str, piece: _Piece) -> bool:
    """Tell whether a unit or a post ends with this piece, so that a name may follow."""
    if len(piece.word) < 2 and piece.word not in PLACES:
        return False
    return _role_at_end(prefix) is not None or ends_as_unit(prefix)


PLACES = frozenset("村镇乡县市区校院局厂社省州")
"""Words of one character that stand for a unit: 「村 主任李明」."""


def _role_at_end(text: str) -> re.Match[str] | None:
    return next((role for role in FULL_ROLE.finditer(text) if role.end() == len(text)), None)


def _names(
    pieces: Sequence[_Piece], index: int, text: str, prefix: str
) -> Iterator[tuple[int, str, tuple[int, int], float]]:
    """Yield the names that begin in a piece: where they end, their wording, their place, what speaks for them."""
    piece = pieces[index]
    word = piece.word
    value = _value(word)
    if value is None and prefix and len(word) == 4 and (parts := split_person(prefix + word)) and parts[2] == word:
        value = _RARE
    if value is not None and not (len(word) <= 3 and _UNIT_LIKE.search(word)):
        yield index + 1, word, (piece.start, piece.start + len(word)), value - (0.5 if ends_as_unit(word) else 0.0)
    if piece.closed:
        return
    length = 2 if is_compound(word[-2:]) else 1
    before, surname = word[:-length], word[-length:]
    if before and (not _ends_before_name(before) or _ends_before_name(word)):
        return
    name = surname
    for last in range(index + 1, min(index + 4, len(pieces))):
        given = pieces[last]
        name += given.word
        if len(name) > (4 if is_compound(name[:2]) else 3):
            return
        value = _value(name)
        whole = len(given.word) == 1 or (last == index + 1 and len(given.word) == 2)
        if not whole or (value is None and len(name) > 2):
            return
        if value is not None and (is_name(name) or len(given.word) == 1):
            score = (
                value
                + _stands_elsewhere(text, name, pieces, index if not before else None, last)
                - (0.6 if len(name) == 4 and not before else 0.0)
                - (0.3 if len(given.word) == 2 else 0.0)
            )
            yield last + 1, name, (piece.end - length, given.start + len(given.word)), score
        if given.closed or len(given.word) == 2:
            return


def _stands_elsewhere(text: str, name: str, pieces: Sequence[_Piece], first: int | None, last: int) -> float:
    """Weigh that the text has a name without blanks, and not only as a part of a longer one."""
    count = text.count(name)
    if count and first:
        count -= text.count(pieces[first - 1].word[-1:] + name)
    if count and last + 1 < len(pieces):
        count -= text.count(name + pieces[last + 1].word[:1])
    return 1.0 if count > 0 else 0.0


def _ends_before_name(before: str) -> bool:
    return _role_at_end(before) is not None or (ends_as_unit(before) and len(before) >= 2)


def _value(name: str) -> float | None:
    """Return what speaks for a name by itself: 0 for a frequent surname, less for a rare one, least without one."""
    if "·" in name or "•" in name:
        return 0.0 if like_name(name) else None
    if is_name(name):
        return surname_weight(name)
    if len(name) == 2 and is_compound(name):
        return -1.0
    return _RARE if 2 <= len(name) <= 4 and like_name(name) else None


_RARE = -2.5
"""What speaks against a name without a known surname."""


def _apart(
    pieces: Sequence[_Piece], first: int, last: int, index: int, *, behind: bool, whole: bool, wide: bool
) -> float:
    """Weigh the blanks around a padded name against those within it."""
    inner = [piece.gap for piece in pieces[index + 1 : last]]
    if not inner:
        return 0.0
    score = -0.8 if len(set(inner)) > 1 else 0.0
    around = [pieces[last].gap] if last < len(pieces) else []
    if first > 0 and not behind:
        around.append(pieces[first].gap)
    for gap in around:
        score += 0.0 if gap == max(inner) else 0.3 if (gap < max(inner)) is wide else -1.0
    if len(inner) > 1 and around and min(around) <= max(inner):
        # nobody pads 「任建国」 so that it runs into the next name; 「党　翔」 is padded to its length
        score -= (0.8 if whole else 0.0) + (0.8 if max(inner) > 1 else 0.0)
    return score


def _best(readings: Sequence[Sequence[_Reading]], *, wide: bool) -> tuple[float, list[_Reading]]:
    """Return the best way through all pieces, without the readings that another way nearly outweighs."""
    count = len(readings)
    ahead = [0.0] * (count + 1)
    for index in range(count - 1, -1, -1):
        ahead[index] = max(one.score + ahead[one.last] for one in readings[index])
    behind = [float("-inf")] * (count + 1)
    behind[0] = 0.0
    for index in range(count):
        for one in readings[index]:
            behind[one.last] = max(behind[one.last], behind[index] + one.score)
    best: list[_Reading] = []
    index = 0
    while index < count:
        chosen = max(readings[index], key=lambda one: one.score + ahead[one.last])
        best.append(chosen)
        index = chosen.last
    others: dict[int, list[_Reading]] = {}
    for row in readings:
        for one in row:
            for place in range(one.first, one.last):
                others.setdefault(place, []).append(one)
    sure = [
        one
        for one in best
        if one.name is None
        or all(
            behind[other.first] + other.score + ahead[other.last] <= ahead[0] - _UNSURE
            for other in others[one.last - 1]
            if other.name != one.name and (one.last - one.first > 1 or other.name is not None)
        )
    ]
    return ahead[0] - (0.5 if wide else 0.0), sure
