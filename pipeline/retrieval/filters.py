"""What a search may be narrowed to, and the condition in the catalogue that it amounts to."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import asdict, dataclass
from pathlib import PurePath
from typing import Any, get_args

from pipeline.errors import BadFilter
from pipeline.minutes import Kind
from pipeline.patterns import compiled

_KINDS: tuple[str, ...] = get_args(Kind)
# 2017, 2017-05, 2017-5-24, 2017/05/24, 2017年5月24日
_DATE = compiled(r"(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2}))?)?[年月日]?")
_BRACKETS = str.maketrans("[](){}【】「」﹝﹞", "〔〕〔〕〔〕〔〕〔〕〔〕")


@dataclass(frozen=True, slots=True)
class Filters:
    """What to narrow a search to; a field of `None` does not narrow.

    `document` is an id, the beginning of one, a file's name or a document number; `number` a document number
    (发文字号), with or without the body before the bracket; `meeting` the number of the meeting; `from_date` and
    `to_date` ISO dates, as far as known (2017, 2017-05); `unit` a department that attends, leads, supports, is
    addressed or is spoken of, and `unit_names` other names of the same department.

    Raises:
        BadFilter: a value cannot be understood.

    >>> Filters(from_date="2017年5月").from_date
    '2017-05'
    """

    document: str | None = None
    number: str | None = None
    meeting: int | None = None
    from_date: str | None = None
    to_date: str | None = None
    unit: str | None = None
    kind: str | None = None
    unit_names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Check the values and write dates one way."""
        for name in ("document", "number", "unit"):
            value = getattr(self, name)
            if value is not None and not value.strip():
                raise BadFilter(name, value, legal="非空的文字")
        if self.kind is not None and self.kind not in _KINDS:
            raise BadFilter("kind", self.kind, legal="、".join(_KINDS))
        if self.meeting is not None and self.meeting < 1:
            raise BadFilter("meeting", str(self.meeting), legal="会议的次数，如 4")
        for field, name in (("from_date", "from"), ("to_date", "to")):
            value = getattr(self, field)
            if value is not None:
                object.__setattr__(self, field, _iso(value, name=name))
        if self.from_date and self.to_date and _first_day(self.from_date) > _last_day(self.to_date):
            raise BadFilter("from", self.from_date, legal=f"不晚于 --to 的日期（{self.to_date}）")

    def to_json(self) -> dict[str, Any]:
        """Return the fields that narrow, as the public interface names them.

        >>> Filters(meeting=4).to_json()
        {'meeting': 4}
        """
        named = {"from_date": "from", "to_date": "to"}
        given = {name: value for name, value in asdict(self).items() if value and name != "unit_names"}
        return {named.get(name, name): value for name, value in given.items()}

    def __bool__(self) -> bool:
        """Tell whether anything is narrowed."""
        return bool(self.to_json())


def number_key(number: str) -> str:
    """Return a document number in the one form under which all its spellings are equal.

    >>> number_key("昆政纪 [2017] 第4号") == number_key("昆政纪〔2017〕4号")
    True
    """
    folded = re.sub(r"\s+", "", unicodedata.normalize("NFKC", number)).translate(_BRACKETS)
    return re.sub(r"〕第?0*(\d)", r"〕\1", folded).lower()


def file_key(file: str) -> str:
    """Return a file's base name in the form under which it is compared (a Mac may write one letter as two)."""
    return unicodedata.normalize("NFC", PurePath(file.strip()).name)


def date_range(date: str) -> tuple[str, str] | None:
    """Return the first and the last day that a date may be, or `None` where it has no year.

    >>> date_range("2017-05")
    ('2017-05-01', '2017-05-31')
    >>> date_range("--03-08")
    """
    return (_first_day(date), _last_day(date)) if re.match(r"\d{4}", date) else None


def condition(filters: Filters) -> tuple[str, list[Any]]:
    """Return what the filters ask of a row of `documents`, as SQL with its values."""
    asked: list[str] = []
    values: list[Any] = []
    if filters.document is not None:
        clause, given = document_condition(filters.document)
        asked.append(clause)
        values += given
    if filters.number is not None:
        key = number_key(filters.number)
        asked.append("(number_key = ? OR (substr(?, 1, 1) = '〔' AND substr(number_key, -length(?)) = ?))")
        values += [key] * 4
    if filters.meeting is not None:
        asked.append("meeting_number = ?")
        values.append(filters.meeting)
    if filters.from_date is not None:
        asked.append("last_day >= ?")
        values.append(_first_day(filters.from_date))
    if filters.to_date is not None:
        asked.append("first_day <= ?")
        values.append(_last_day(filters.to_date))
    if filters.kind is not None:
        asked.append("kind = ?")
        values.append(filters.kind)
    if filters.unit is not None:
        names = unit_names((filters.unit, *filters.unit_names))
        plain = "replace(replace(replace(replace(text, char(10), ''), ' ', ''), '　', ''), char(9), '')"
        either = " OR ".join(f"instr({plain}, ?) > 0" for _ in names)
        listed = " OR ".join("instr(unit, ?) > 0" for _ in names)
        asked.append(
            f"({either} OR EXISTS (SELECT 1 FROM units WHERE units.document_id = documents.document_id AND ({listed})))"
        )
        values += [*names, *names]
    return " AND ".join(asked) or "1", values


def document_condition(named: str) -> tuple[str, list[Any]]:
    """Return the condition for one document by id, beginning of an id, file name (with or without suffix) or number."""
    file = file_key(named)
    prefix = named.strip().lower()
    by_prefix = prefix if re.fullmatch(r"d[0-9a-f]{1,8}", prefix) else None
    clause = "(document_id = ? OR substr(document_id, 1, length(?)) = ? OR file_key = ? OR stem = ? OR number_key = ?)"
    return clause, [named.strip(), by_prefix, by_prefix, file, file, number_key(named)]


def unit_names(names: tuple[str, ...]) -> list[str]:
    """Return the forms under which a unit may be written: as given, and without 市, 区, 县 or 省 before it.

    >>> unit_names(("市财政局",))
    ['市财政局', '财政局']
    """
    forms: dict[str, None] = {}
    for name in names:
        bare = re.sub(r"\s+", "", name)
        forms[bare] = None
        short = re.sub(r"^[市区县省州](?=.{3})", "", bare)
        forms[short] = None
    return list(forms)


def _iso(date: str, *, name: str) -> str:
    """Return a date of a filter in ISO form, as far as it goes."""
    legal = "ISO 日期，如 2017、2017-05 或 2017-05-24"
    match = _DATE.fullmatch(date.strip())
    if match is None:
        raise BadFilter(name, date, legal=legal)
    year, month, day = match.groups()
    if (month and not 1 <= int(month) <= 12) or (day and not 1 <= int(day) <= _month_length(int(year), int(month))):
        raise BadFilter(name, date, legal=legal)
    return "-".join([year, *(part.zfill(2) for part in (month, day) if part)])


def _first_day(date: str) -> str:
    """Return the first day that an ISO date, complete or not, may be."""
    return date + "-01-01"[len(date) - 4 :] if len(date) < 10 else date


def _last_day(date: str) -> str:
    """Return the last day that an ISO date, complete or not, may be."""
    if len(date) == 4:
        return f"{date}-12-31"
    if len(date) == 7:
        return f"{date}-{_month_length(int(date[:4]), int(date[5:])):02d}"
    return date


def _month_length(year: int, month: int) -> int:
    """Return the number of days of a month."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
