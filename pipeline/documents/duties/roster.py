"""The roster of units (单位名册): kinds of departments with short forms and former names, read from plain text.

One kind a line: the present full name, then its short forms, told apart by blanks. Behind 「<」 stands what it was
called before, with the year where one is given; 「|」 parts bodies of one time that became one. 「#」 opens a comment.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from pipeline.config import ROOT
from pipeline.errors import SettingsError
from pipeline.patterns import compiled

SHIPPED = ROOT / "models" / "units.txt"
FORMAT = "一行一类单位，先写现在的名称，再写简称与曾用名，以空格隔开；“#”之后是说明"


@dataclass(frozen=True, slots=True)
class Body:
    """One body (单位) with its names; `stage` counts how many renamings lie between it and the present one.

    `until` is the year in which it was renamed, `None` for the present body or where the year is not given.
    """

    names: tuple[str, ...]
    stage: int = 0
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of department: the present body first, then what it came from."""

    bodies: tuple[Body, ...]

    @property
    def name(self) -> str:
        """The present full name."""
        return self.bodies[0].names[0]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name, the present full one first."""
        return tuple(name for body in self.bodies for name in body.names)


class Roster:
    """All kinds, looked up by any of their names; a name in two kinds belongs to the later one."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        self.kinds = tuple(kinds)
        self.by_name = {name: (kind, body) for kind in self.kinds for body in kind.bodies for name in body.names}

    @cached_property
    def stems(self) -> dict[str, Kind]:
        """The words for a line of work (财政, 住建), each with the one kind of department whose name it opens."""
        found: dict[str, Kind | None] = {}
        for name, (kind, _) in self.by_name.items():
            stem = _OFFICE.sub("", name)
            if 2 <= len(stem) < len(name):
                found[stem] = kind if found.get(stem, kind) is kind else None
        return {stem: kind for stem, kind in found.items() if kind is not None}

    @cached_property
    def by_plain(self) -> dict[str, tuple[Kind, Body]]:
        """The names in their plain form (`plain`), without those that two kinds share."""
        found: dict[str, tuple[Kind, Body] | None] = {}
        for name, entry in self.by_name.items():
            short = plain(name)
            known = found.setdefault(short, entry)
            if known is not None and known[0] is not entry[0]:
                found[short] = None
        return {short: entry for short, entry in found.items() if entry is not None}

    @cached_property
    def lengths(self) -> dict[str, tuple[int, ...]]:
        """How long the names are that end in a character, the longest first."""
        found: dict[str, set[int]] = {}
        for name in self.by_name:
            found.setdefault(name[-1], set()).add(len(name))
        return {last: tuple(sorted(sizes, reverse=True)) for last, sizes in found.items()}

    def ending_at(self, text: str, end: int, *, start: int = 0) -> int | None:
        """Return where the longest name begins that ends at `end`, not before `start`, or `None`."""
        for size in self.lengths.get(text[end - 1 : end], ()):
            if end - size >= start and text[end - size : end] in self.by_name:
                return end - size
        return None


_PLAIN = (
    (compiled(r"[和与及、“”（）()]"), ""),
    (compiled(r"^(?:全面|推进|推动)"), ""),
    (compiled(r"(?:工作)?(?:委员会|领导小组|指挥部|联席会议)办公室$"), "办"),
    (compiled(r"(?<=[区城园地山岸心岛])管理委员会$"), "管委会"),
    (compiled(r"(?:管理)?委员会$"), "委"),
    (compiled(r"(?:股份|控股)?有限(?:责任)?公司$|(?<=集团)公司$"), ""),
    (compiled(r"办公室$"), "办"),
    (compiled(r"人民政府"), "政府"),
    (compiled(r"综合(?:行政)?执法|行政执法"), "执法"),
    (compiled(r"(?:监督管理|管理|事务|服务|工作|事业发展|事业|发展|建设)+(?=(?:局|处|所|中心|委|办|站|厅)$)"), ""),
)


def plain(name: str) -> str:
    """Return a name without the words that come and go in it, for comparing only.

    >>> plain("林长制工作领导小组办公室"), plain("住房和城乡建设管理委员会")
    ('林长制办', '住房城乡委')
    """
    for pattern, instead in _PLAIN:
        name = pattern.sub(instead, name)
    return name


# 「财政局」→ 财政; 「办公室」 and its like open no line of work of their own
_OFFICE = compiled(r"(?:管理|监督管理)?(?:局|厅|委员会|委|办公室|办|总队|支队|大队|公司|集团)$")
_NAME = compiled(r"[\u4e00-\u9fffA-Za-z0-9（）()·]{2,30}")


def read_roster(text: str, *, source: str, name: str = "JIYAO_UNITS") -> tuple[Kind, ...]:
    """Read a roster.

    Args:
        text: its lines.
        source: what to call it in an error.
        name: the setting that an error speaks of.

    Raises:
        SettingsError: a line is no kind of unit; says which.

    >>> [kind.names for kind in read_roster("水务局 水利局  # 2019年更名\\n", source="units.txt")]
    [('水务局', '水利局')]
    """
    kinds = []
    taken: dict[str, int] = {}
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        words = line.partition("#")[0].replace("<", " < ").replace("|", " | ").split()
        if not words:
            continue
        try:
            kind = _kind(words)
            for unit in kind.names:
                if unit in taken:
                    raise ValueError(f"“{unit}”在第 {taken[unit]} 行已经写过")
                taken[unit] = number
        except ValueError as error:
            raise SettingsError(name, f"{source} 第 {number} 行：{error}", legal=FORMAT) from None
        kinds.append(kind)
    return tuple(kinds)


def _kind(words: list[str]) -> Kind:
    """Read the words of a line; raises `ValueError` with what is wrong."""
    bodies: list[Body] = []
    names: list[str] = []
    stage, until = 0, None
    for word in [*words, "|"]:
        if word in "<|":
            if not names:
                raise ValueError(f"“{word}”之前没有名称" if word != "|" or bodies else "没有名称")
            bodies.append(Body(tuple(names), stage, until))
            names = []
            if word == "<":
                stage, until = stage + 1, None
        elif re.fullmatch(r"(?:19|20)\d\d", word) and stage and not names:
            until = int(word)
        elif not _NAME.fullmatch(word) or word.isdigit():
            raise ValueError(f"“{word}”不是单位名称，名称之间用空格隔开")
        elif word in names or any(word in body.names for body in bodies):
            raise ValueError(f"“{word}”写了两遍")
        else:
            names.append(word)
    return Kind(tuple(bodies))


def load_roster(path: Path) -> tuple[Kind, ...]:
    """Read a roster's file.

    Raises:
        SettingsError: the file cannot be read, or a line of it is no kind of unit.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError("JIYAO_UNITS", f"{path} 读不了（{error}）", legal="一个 UTF-8 文本文件") from None
    return read_roster(text, source=path.name)


@lru_cache(maxsize=1)
def shipped() -> tuple[Kind, ...]:
    """Return the kinds that come with the program."""
    return load_roster(SHIPPED)


@lru_cache(maxsize=1)
def _in_force(added: tuple[Kind, ...]) -> Roster:
    """Return the shipped kinds with those of the user: names of a known kind are added to it."""
    mine = {name: kind for kind in added for name in kind.names}
    joined = []
    for kind in shipped():
        more = mine.get(kind.name)
        rest = tuple(
            Body(kept, body.stage, body.until)
            for body in kind.bodies
            if (kept := tuple(name for name in body.names if name not in mine or mine[name] is more))
        )
        if rest:
            joined.append(_with(Kind(rest), more) if more else Kind(rest))
    known = {name for kind in joined for name in kind.names}
    return Roster([*joined, *(kind for kind in added if not known.issuperset(kind.names))])


def _with(kind: Kind, more: Kind) -> Kind:
    """Return a kind with the further names that a user gives it."""
    known = set(kind.names)
    first, *others = more.bodies
    present = Body((*kind.bodies[0].names, *(name for name in first.names if name not in known)))
    bodies = [Body(kept, body.stage, body.until) for body in others if (kept := _new(body, known))]
    return Kind((present, *kind.bodies[1:], *bodies))


def _new(body: Body, known: set[str]) -> tuple[str, ...]:
    return tuple(name for name in body.names if name not in known)


_added: list[tuple[Kind, ...]] = [()]


def use_units(added: tuple[Kind, ...]) -> None:
    """Add a user's kinds to those that come with the program, for all that is read from now on.

    A door calls it once, with what its settings name; kinds added before are forgotten.
    """
    _added[0] = added


def use_file(file: Path, *, required: bool) -> None:
    """Add the kinds of a user's file (`use_units`); one that is not required need not be there.

    Raises:
        SettingsError: the file cannot be read, or a line of it is no kind of unit.
    """
    use_units(load_roster(file) if required or file.is_file() else ())


def roster() -> Roster:
    """Return the roster in force; the shipped file is read at the first call."""
    return _in_force(_added[0])
