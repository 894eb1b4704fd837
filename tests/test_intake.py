"""Taking files in: which files paths stand for, and that a bad one costs nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.config import load_settings
from pipeline.documents.duties.units import same_unit
from pipeline.documents.parse import parse, parse_text
from pipeline.documents.read import read_file
from pipeline.errors import MissingFile, NothingToRead
from pipeline.intake import files_of, gather, heed_units, take_in
from pipeline.minutes import Document
from pipeline.retrieval.library import Library
from pipeline.retrieval.thesaurus import load_thesaurus

TEXT = "{}市人民政府第3次常务会议纪要\n一、审议《河道保洁办法》\n会议原则通过该办法。\n"


def _folder(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(TEXT.format(name[0]), encoding="utf-8")
    return root


def _library(home: Path) -> Library:
    return Library(home, encoder_name=load_settings().encoder)


def _parse(path: Path) -> Document:
    return parse_text(path.read_text(encoding="utf-8"), file=path.name)


def test_a_folder_stands_for_its_readable_files_in_order(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "b.txt", "a/c.TXT", "a/x.exe", ".hidden.txt", ".git/d.txt", "~$b.txt")
    assert [path.relative_to(tmp_path).as_posix() for path in files_of(folder)] == ["b.txt", "a/c.TXT"]


def test_a_folder_keeps_silent_about_no_document(tmp_path: Path) -> None:
    folder = _folder(tmp_path, "a.txt", "b.doc", "c.WPS", "d.ofd", "e/扫描.jpg", "f.zip", "g.css", "网页_files/h.png")
    report = take_in(
        [folder], library=_library(tmp_path / ".home"), parse=lambda path: parse(read_file(path, max_bytes=9**9))
    )
    assert [entry.file for entry in report.added] == ["a.txt"]
    told = {failure.file: failure.reason for failure in report.failed}
    assert list(told) == ["b.doc", "c.WPS", "d.ofd", "f.zip", "扫描.jpg"]
    assert told["b.doc"] == "暂不支持 .doc 格式：b.doc。请用 Word 或 WPS 另存为 .docx 再入库。"
    assert "请先解压" in told["f.zip"]


def test_a_file_that_is_named_is_taken_whatever_its_format(tmp_path: Path) -> None:
    _folder(tmp_path, "x.exe")
    assert files_of(tmp_path / "x.exe") == [tmp_path / "x.exe"]


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(MissingFile, match=r"找不到文件：.*纪要\.txt"):
        files_of(tmp_path / "纪要.txt")


def test_a_folder_with_nothing_readable_says_what_is(tmp_path: Path) -> None:
    _folder(tmp_path, "x.exe")
    with pytest.raises(NothingToRead, match=r"中没有可读的文件。可读格式：.*\.txt"):
        files_of(tmp_path)


def test_a_file_named_twice_is_taken_once(tmp_path: Path) -> None:
    _folder(tmp_path, "a.txt")
    files, failed = gather([tmp_path / "a.txt", tmp_path, tmp_path / "no.txt"])
    assert files == [tmp_path / "a.txt"]
    assert [failure.file for failure in failed] == ["no.txt"]


def test_one_bad_file_never_stops_the_rest(tmp_path: Path, home: Path) -> None:
    folder = _folder(tmp_path / "in", "a.txt", "b.txt", "c.txt")
    (folder / "b.txt").write_bytes(b"")

    def parse(path: Path) -> Document:
        if path.name == "c.txt":
            raise ZeroDivisionError("除以零")
        if not path.read_bytes():
            raise MissingFile(path.name)
        return _parse(path)

    seen: list[tuple[int, int, str]] = []
    report = take_in([folder], library=_library(home), parse=parse, on_progress=lambda *told: seen.append(told))
    assert [filed.file for filed in report.added] == ["a.txt"]
    assert [failure.file for failure in report.failed] == ["b.txt", "c.txt"]
    assert report.failed[1].reason == "程序出错（ZeroDivisionError：除以零）。设 JIYAO_DEBUG=1 再运行可看详情。"
    assert seen == [(0, 3, "a.txt"), (1, 3, "b.txt"), (2, 3, "c.txt"), (3, 3, "")]


def test_what_is_there_is_told_from_what_is_new(tmp_path: Path, home: Path) -> None:
    folder = _folder(tmp_path / "in", "a.txt", "b.txt")
    library = _library(home)
    take_in([folder], library=library, parse=_parse)
    (folder / "b.txt").write_text(TEXT.format("乙"), encoding="utf-8")
    (folder / "c.txt").write_text(TEXT.format("a"), encoding="utf-8")
    report = take_in([folder], library=library, parse=_parse)
    told = {name: [filed.file for filed in getattr(report, name)] for name in ("added", "replaced", "unchanged")}
    assert told == {"added": [], "replaced": ["b.txt"], "unchanged": ["a.txt"]}
    assert report.duplicates[0].file == "c.txt"
    assert report.duplicates[0].document_id == report.unchanged[0].document_id


def test_nothing_good_makes_no_library(tmp_path: Path, home: Path) -> None:
    report = take_in([tmp_path / "no.txt"], library=_library(home), parse=_parse)
    assert report.failed
    assert not home.exists()


def test_the_user_s_units_are_known_to_parser_and_search(tmp_path: Path) -> None:
    settings = load_settings(home=tmp_path)
    (tmp_path / "units.txt").write_text("数字城市局 数城局\n", encoding="utf-8")
    try:
        heed_units(settings)
        assert load_thesaurus().others("数城局") == {"数字城市局": pytest.approx(0.75)}
        assert same_unit("市数城局", "市数字城市局")
    finally:
        (tmp_path / "units.txt").unlink()
        heed_units(settings)
    assert not load_thesaurus().others("数城局")
