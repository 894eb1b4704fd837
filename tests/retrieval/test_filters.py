"""Filters: what is legal, how dates and numbers are compared, which documents of a library they select."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.errors import BadFilter
from pipeline.retrieval.catalogue import Catalogue
from pipeline.retrieval.filters import Filters, condition, date_range, file_key, number_key, unit_names
from pipeline.retrieval.register import Register
from tests.retrieval.examples import minutes, report_of


@pytest.mark.parametrize(
    ("given", "message"),
    [
        pytest.param({"kind": "memo"}, "--kind 的值“memo”", id="kind"),
        pytest.param({"meeting": 0}, "--meeting", id="meeting"),
        pytest.param({"from_date": "去年"}, "--from 的值“去年”", id="no-date"),
        pytest.param({"to_date": "2021-13"}, "--to", id="no-month"),
        pytest.param({"to_date": "2021-02-29"}, "--to", id="no-day"),
        pytest.param({"from_date": "2022", "to_date": "2021"}, "不晚于", id="backwards"),
        pytest.param({"document": " "}, "--document", id="blank"),
        pytest.param({"unit": ""}, "--unit", id="empty-unit"),
    ],
)
def test_a_value_that_cannot_be_understood_is_refused(given: dict[str, object], message: str) -> None:
    with pytest.raises(BadFilter, match=message):
        Filters(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("written", "iso"),
    [
        ("2021", "2021"),
        ("2021年", "2021"),
        ("2021/3", "2021-03"),
        ("2021年3月8日", "2021-03-08"),
        ("2020-02-29", "2020-02-29"),
    ],
)
def test_a_date_may_be_written_in_several_ways(written: str, iso: str) -> None:
    assert Filters(from_date=written).from_date == iso


def test_json_names_only_what_narrows() -> None:
    filters = Filters(number="甲政纪〔2021〕2号", from_date="2021", unit_names=("x",))
    assert filters.to_json() == {"number": "甲政纪〔2021〕2号", "from": "2021"}
    assert not Filters()


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2021", ("2021-01-01", "2021-12-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2021-03-08", ("2021-03-08", "2021-03-08")),
        ("--03-08", None),
    ],
)
def test_a_partial_date_is_a_range(date: str, days: tuple[str, str] | None) -> None:
    assert date_range(date) == days


@pytest.fixture
def filled(home: Path, tmp_path: Path) -> Catalogue:
    """A catalogue of four documents; no cache is needed to filter."""
    later = minutes(
        file="later.txt",
        document_number="甲政纪〔2022〕9号",
        number=9,
        date="2022-04",
        observers=(("市水务局", "孙立"),),
    )
    undated = minutes(
        file="undated.txt",
        document_number=None,
        number=None,
        date="--03-08",
        agenda=(("《消防通道整治方案》", ("逐条清理。",)),),
    )
    home.mkdir()
    for document in (minutes(), later, undated, report_of("本市生态环\n境局通报。")):
        Register(home).enter(document, source=tmp_path / document.file, sha256="0")
    return Catalogue(home)


@pytest.mark.parametrize(
    ("filters", "files"),
    [
        pytest.param({"number": "甲政纪[2021] 第2号"}, ["甲"], id="number-other-brackets"),
        pytest.param({"number": "【2022】9号"}, ["later"], id="number-without-body"),
        pytest.param({"number": "2号"}, [], id="number-too-short"),
        pytest.param({"meeting": 9}, ["later"], id="meeting"),
        pytest.param({"from_date": "2022"}, ["later"], id="from-year"),
        pytest.param({"from_date": "2022-04-20"}, ["later"], id="month-may-reach-the-day"),
        pytest.param({"to_date": "2021-03"}, ["甲"], id="to-month"),
        pytest.param({"from_date": "2021-03-09", "to_date": "2022-03-31"}, [], id="between"),
        pytest.param({"kind": "other"}, ["杂文"], id="kind"),
        pytest.param({"unit": "市水务局"}, ["later"], id="unit-that-attends"),
        pytest.param({"unit": "市生态环境局"}, ["杂文"], id="unit-in-the-text-over-a-line-end"),
        pytest.param({"unit": "市水利局", "unit_names": ("水务局",)}, ["later"], id="unit-by-its-other-name"),
        pytest.param({"unit": "市财政局", "meeting": 3}, ["甲"], id="both"),
        pytest.param({"document": "later.txt"}, ["later"], id="file"),
        pytest.param({"document": "later"}, ["later"], id="file-without-suffix"),
        pytest.param({"document": "甲政纪（2022）9号"}, ["later"], id="document-by-number"),
        pytest.param({}, ["甲", "later", "undated", "杂文"], id="none"),
    ],
)
def test_filters_select_documents(filled: Catalogue, filters: dict[str, object], files: list[str]) -> None:
    found = filled.entries(Filters(**filters))  # type: ignore[arg-type]
    assert sorted(entry.file.split("政纪")[0].removesuffix(".txt") for entry in found) == sorted(files)


def test_a_name_with_sql_in_it_is_only_a_name(filled: Catalogue) -> None:
    assert filled.select(Filters(unit="'; DROP TABLE documents; --")) == []
    assert filled.count() == 4


def test_keys_put_spellings_together() -> None:
    assert len({number_key(text) for text in ("甲政纪〔2021〕2号", "甲政纪(2021)02号", " 甲政纪【2021】第2号")}) == 1
    assert file_key("/tmp/e\u0301.txt") == "\u00e9.txt"
    assert unit_names(("市委",)) == ["市委"]
    assert condition(Filters()) == ("1", [])
