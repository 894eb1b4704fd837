"""Reading the catalogue: by every name, quickly, and without making anything."""

from __future__ import annotations

import re
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.config import ROOT
from pipeline.errors import AmbiguousDocument, LibraryDamaged, UnknownDocument
from pipeline.retrieval.catalogue import Catalogue, Filters
from pipeline.retrieval.register import Register
from tests.retrieval.examples import minutes, report_of


@pytest.fixture
def catalogue(home: Path, tmp_path: Path) -> Catalogue:
    """Three documents, two of them of one file name."""
    home.mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "杂文.txt").touch()
    register = Register(home)
    paged = replace(report_of("上页。\f下页。"), pages=(0, 4))
    register.enter(minutes(), source=tmp_path / minutes().file, sha256="1")
    register.enter(paged, source=tmp_path / "杂文.txt", sha256="2")
    register.enter(report_of("另一篇。"), source=tmp_path / "b" / "杂文.txt", sha256="3")
    return Catalogue(home)


def test_an_absent_library_reads_as_empty_and_stays_absent(home: Path) -> None:
    catalogue = Catalogue(home)
    assert catalogue.entries() == []
    assert catalogue.count(Filters(meeting=3)) == 0
    assert catalogue.chunks() == []
    assert catalogue.people() == []
    assert catalogue.state() is None
    assert catalogue.generation() == 0
    with pytest.raises(UnknownDocument, match="没有文件“d1”"):
        catalogue.entry("d1")
    with pytest.raises(UnknownDocument, match="jiyao list"):
        catalogue.select(Filters(document="d1"))
    assert not home.exists()


@pytest.mark.parametrize(
    "name",
    [
        pytest.param("{id}", id="id"),
        pytest.param("{id_start}", id="beginning-of-the-id"),
        pytest.param("甲政纪〔2021〕2号_市政府第3次常务会议纪要.txt", id="file"),
        pytest.param("甲政纪〔2021〕2号_市政府第3次常务会议纪要", id="stem"),
        pytest.param("/elsewhere/甲政纪〔2021〕2号_市政府第3次常务会议纪要.txt", id="path"),
        pytest.param("甲政纪[2021]2号", id="number"),
    ],
)
def test_a_document_is_found_by_any_of_its_names(catalogue: Catalogue, name: str) -> None:
    (entry,) = catalogue.entries(Filters(kind="minutes"))
    named = name.format(id=entry.document_id, id_start=entry.document_id[:5])
    assert catalogue.entry(named) == entry
    assert catalogue.document(named) == minutes()
    assert catalogue.select(Filters(document=named)) == [entry.document_id]


def test_an_entry_says_what_the_record_says(catalogue: Catalogue) -> None:
    (entry,) = catalogue.entries(Filters(kind="minutes"))
    assert (entry.meeting_name, entry.meeting_number, entry.date, entry.chair) == (
        "市政府第3次常务会议",
        3,
        "2021-03-08",
        "周明",
    )
    assert (entry.items, entry.characters, entry.sha256) == (2, len(minutes().text), "1")


def test_a_name_of_two_documents_is_ambiguous_but_filters_both(catalogue: Catalogue) -> None:
    with pytest.raises(AmbiguousDocument, match=r"“杂文\.txt”对应多份文件"):
        catalogue.entry("杂文.txt")
    assert catalogue.count(Filters(document="杂文.txt")) == 2


def test_a_document_named_beside_another_filter_may_select_nothing(catalogue: Catalogue) -> None:
    assert catalogue.select(Filters(document="甲政纪〔2021〕2号", meeting=9)) == []


@pytest.mark.parametrize("name", ["d", "dffffffff0", "no.txt", "%", "d_______", ""])
def test_an_unknown_name_is_refused(catalogue: Catalogue, name: str) -> None:
    with pytest.raises(UnknownDocument, match="jiyao list"):
        catalogue.entry(name)


def test_documents_come_one_at_a_time_with_their_entries(catalogue: Catalogue) -> None:
    found = list(catalogue.documents(Filters(kind="minutes")))
    assert [(entry.file, document) for entry, document in found] == [(minutes().file, minutes())]


def test_digests_come_in_the_order_asked_for(catalogue: Catalogue) -> None:
    ids = [entry.document_id for entry in catalogue.entries()]
    found = catalogue.digests([ids[2], "d0", ids[0]])
    assert list(found) == [ids[2], ids[0]]
    assert [digest.kind for digest in found.values()] == [catalogue.entry(one).kind for one in (ids[2], ids[0])]


def test_digests_are_those_of_the_library_as_it_is(home: Path, catalogue: Catalogue, tmp_path: Path) -> None:
    minutes_id = next(entry.document_id for entry in catalogue.entries() if entry.kind == "minutes")
    [first] = catalogue.digests([minutes_id]).values()
    assert catalogue.digests([minutes_id])[minutes_id] is first
    Register(home).take_out([minutes_id])
    assert catalogue.digests([minutes_id]) == {}


def test_what_was_entered_since_is_listed(home: Path, catalogue: Catalogue, tmp_path: Path) -> None:
    before = catalogue.entries()
    assert before == catalogue.entries() and len(before) == catalogue.count() == 3
    for name in ("b/杂文.txt", "河道.txt"):
        (tmp_path / name).touch()
    Register(home).enter(report_of("河道清淤。"), source=tmp_path / "河道.txt", sha256="4")
    assert len(catalogue.entries()) == catalogue.count() == 4
    assert len(before) == 3


def test_a_document_that_was_only_moved_is_listed_at_its_new_place(
    home: Path, catalogue: Catalogue, tmp_path: Path
) -> None:
    assert {Path(entry.source).name for entry in catalogue.entries(Filters(kind="minutes"))} == {minutes().file}
    elsewhere = tmp_path / "新处" / minutes().file
    Register(home).enter(minutes(), source=elsewhere, sha256="1")
    assert str(elsewhere.resolve()) in {entry.source for entry in catalogue.entries()}


def test_documents_are_found_by_the_titles_of_their_items(catalogue: Catalogue) -> None:
    (held,) = catalogue.entries(Filters(kind="minutes"))
    title = catalogue.agenda()[0].title
    assert catalogue.holding([title, "没有的议题"]) == {held.document_id}
    assert catalogue.holding([]) == set()


def test_the_documents_that_hold_a_wording(catalogue: Catalogue) -> None:
    entry, document = next(catalogue.documents())
    assert entry.document_id in catalogue.mentioning(["没有的字", document.text[5:12]])
    assert catalogue.mentioning(["没有的字"]) == catalogue.mentioning([]) == set()
    assert entry.document_id in catalogue.mentioning([*["没有的字"] * 2000, document.text[5:12]])


def test_documents_come_in_the_order_asked_for_and_gone_ones_are_left_out(catalogue: Catalogue) -> None:
    wanted = list(reversed(catalogue.select()))
    assert [entry.document_id for entry, _ in catalogue.documents_named([wanted[0], "gone", *wanted[1:]])] == wanted


def test_chunks_and_entries_are_looked_up_by_id(catalogue: Catalogue) -> None:
    pieces = catalogue.chunks()
    assert catalogue.count_chunks() == len(pieces)
    assert catalogue.chunks_named([pieces[1].chunk_id, "gone"]) == {pieces[1].chunk_id: pieces[1]}
    assert set(catalogue.entries_named([pieces[1].document_id, "gone"])) == {pieces[1].document_id}
    assert list(catalogue.pages(entry.document_id for entry in catalogue.entries()).values()) == [(0, 4)]
    assert catalogue.units() == ["市城管局", "市财政局"]


def test_the_fullest_items_of_a_title_are_named(catalogue: Catalogue) -> None:
    agenda = catalogue.agenda(Filters(kind="minutes"))
    pieces = {piece.chunk_id: piece for piece in catalogue.chunks()}
    found = catalogue.fullest([heading.title for heading in agenda], each=1)
    assert {pieces[chunk_id].item_title for chunk_id in found} == {heading.title for heading in agenda}
    assert catalogue.fullest(["没有的标题"], each=3) == []


def test_items_are_found_by_a_piece_of_their_title_after_a_day(catalogue: Catalogue) -> None:
    heading = catalogue.agenda(Filters(kind="minutes"))[0]
    date = catalogue.entry(heading.document_id).date
    assert date is not None
    piece = heading.title[1:5]
    assert heading in catalogue.headed(["没有的字", piece], after="1900-01-01")
    assert catalogue.headed([piece], after=date) == []
    assert catalogue.headed([], after="1900-01-01") == []
    told = dict(catalogue.worded(re.compile(re.escape(piece))))
    assert heading.document_id in told
    assert all(piece in text for text in told.values())
    assert not list(catalogue.worded(re.compile("没有的字")))


def test_a_source_is_known_by_its_path(catalogue: Catalogue, tmp_path: Path) -> None:
    entry = catalogue.by_source(tmp_path / "b" / ".." / "b" / "杂文.txt")
    assert entry is not None
    assert entry.sha256 == "3"
    assert catalogue.by_source(tmp_path / "none.txt") is None


def test_a_damaged_record_is_reported(catalogue: Catalogue) -> None:
    with sqlite3.connect(catalogue.path) as connection:
        connection.execute("UPDATE documents SET record = '{}'")
    with pytest.raises(LibraryDamaged, match="文件记录有误"):
        catalogue.document(catalogue.select()[0])


def test_reading_loads_nothing_heavy() -> None:
    script = (
        "import sys; from pathlib import Path; from pipeline.retrieval.catalogue import Catalogue;"
        "Catalogue(Path('none')).entries();"
        "print({'numpy','chromadb','tantivy','langchain_core','jieba','filelock','cattrs','pydantic'} & {*sys.modules})"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
