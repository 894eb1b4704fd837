"""The library: catalogue and caches in step, through crashes, other processes, lost folders and other encoders."""

from __future__ import annotations

import logging
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.config import ROOT
from pipeline.errors import LibraryBusy, LibraryDamaged, LibraryTooNew, UnknownDocument
from pipeline.retrieval import library as library_module
from pipeline.retrieval.library import Library
from pipeline.retrieval.schema import writing
from pipeline.retrieval.search import search
from tests.retrieval.examples import PairEncoder, minutes, put_in, report_of

RIVER = report_of("河道清淤由水务公司承担。", file="河道.txt")


def _found(library: Library, query: str) -> dict[str, bool]:
    """Return which lists found the river document first: it is the only one that speaks of 清淤."""
    hits = [hit for hit in search(library, query, k=20) if hit.file == RIVER.file]
    return {name: any(name in hit.scores for hit in hits) for name in ("keywords", "vectors")}


BOTH, NEITHER = {"keywords": True, "vectors": True}, {"keywords": False, "vectors": False}


def _other_process(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    opening = (
        "import os, sys; from pathlib import Path; from pipeline.retrieval.library import Library;"
        "from tests.retrieval.examples import PairEncoder, minutes, put_in, report_of;"
        "library = Library(Path(sys.argv[1]), encoder=PairEncoder(), lock_seconds=0.2)\n"
    )
    command = [sys.executable, "-c", opening + script, *map(str, arguments)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_nothing_is_made_before_the_first_document(library: Library, home: Path) -> None:
    assert search(library, "停车") == []
    assert library.in_step().ok
    assert library.rebuild() == 0
    assert library.remove([]) == []
    with pytest.raises(UnknownDocument, match="jiyao list"):
        library.remove(["d00000000"])
    with library.batch():
        pass
    assert not home.exists()


def test_a_document_is_found_replaced_and_removed(library: Library, tmp_path: Path) -> None:
    put_in(library, minutes(), tmp_path)
    added = put_in(library, RIVER, tmp_path)
    assert _found(library, "河道清淤") == BOTH
    put_in(library, report_of("绿化养护由园林公司承担。", file=RIVER.file), tmp_path)
    assert [hit.text for hit in search(library, "河道清淤", k=20) if "清淤" in hit.text] == []
    assert [entry.document_id for entry in library.remove([RIVER.file])] == [added.document_id]
    assert _found(library, "绿化养护") == NEITHER
    assert library.in_step().ok


def test_naming_one_unknown_document_removes_none(library: Library, tmp_path: Path) -> None:
    put_in(library, RIVER, tmp_path)
    with pytest.raises(UnknownDocument, match=r"没有\.txt"):
        library.remove([RIVER.file, "没有.txt"])
    assert library.catalogue.count() == 1


def test_a_batch_commits_once_and_then_all_is_found(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_module, "FOLLOW_EVERY", 3)
    commits: list[int] = []
    replace = library.keywords.replace

    def counted(*arguments: object, **named: object) -> None:
        commits.append(1)
        replace(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(library.keywords, "replace", counted)
    with library.batch():
        for place in range(7):
            put_in(library, report_of(f"第{place}号河道清淤。", file=f"{place}.txt"), tmp_path)
    assert len(commits) == 3
    assert len(search(library, "河道清淤", k=20)) == 7
    assert library.in_step().ok


def test_a_failure_in_a_batch_keeps_what_was_entered_before(library: Library, tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), library.batch():
        put_in(library, RIVER, tmp_path)
        _ = 1 / 0
    assert library.in_step().ok
    assert _found(library, "河道清淤") == BOTH
    put_in(library, minutes(), tmp_path)  # the lock is free again


@pytest.mark.slow
def test_another_process_adds_and_removes_while_this_one_searches(library: Library, home: Path, tmp_path: Path) -> None:
    put_in(library, minutes(), tmp_path)
    assert _found(library, "河道清淤") == NEITHER
    script = "put_in(library, report_of('河道清淤由水务公司承担。', file='河道.txt'), Path(sys.argv[2]))"
    done = _other_process(script, home, tmp_path)
    assert done.returncode == 0, done.stderr
    assert _found(library, "河道清淤") == BOTH
    done = _other_process("library.remove(['河道.txt'])", home)
    assert done.returncode == 0, done.stderr
    assert _found(library, "河道清淤") == NEITHER
    done = _other_process(
        "from pipeline.retrieval.search import search; print(search(library, '河道清淤', k=1)[0].file)", home
    )
    assert done.stdout.strip() == minutes().file


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["before-keywords", "before-vectors", "before-stamp"])
def test_a_crash_between_catalogue_and_caches_is_repaired_at_next_use(
    library: Library, home: Path, tmp_path: Path, moment: str
) -> None:
    put_in(library, minutes(), tmp_path)
    die = {
        "before-keywords": "library.keywords.replace = lambda *a, **k: os._exit(9)",
        "before-vectors": "library.vectors.replace = lambda *a, **k: os._exit(9)",
        "before-stamp": "library.vectors.write_stamp = lambda *a, **k: os._exit(9)",
    }[moment]
    script = f"{die}\nput_in(library, report_of('河道清淤由水务公司承担。', file='河道.txt'), Path(sys.argv[2]))"
    assert _other_process(script, home, tmp_path).returncode == 9
    assert library.catalogue.count() == 2
    assert not library.in_step().ok
    assert _found(library, "河道清淤") == BOTH
    assert library.in_step().ok


def test_a_crash_in_a_removal_never_lets_the_document_answer(library: Library, home: Path, tmp_path: Path) -> None:
    put_in(library, RIVER, tmp_path)
    put_in(library, minutes(), tmp_path)
    script = "library.keywords.replace = lambda *a, **k: os._exit(9)\nlibrary.remove(['河道.txt'])"
    assert _other_process(script, home).returncode == 9
    assert _found(library, "河道清淤") == NEITHER


def _lose(folder: Path) -> None:
    shutil.rmtree(folder)


def _empty(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def _garble(folder: Path) -> None:
    for file in (*folder.glob("*.sqlite3"), *folder.glob("meta.json"), *folder.glob("*/header.bin")):
        file.write_bytes(b"garbage " * 200)


@pytest.mark.parametrize("name", ["keywords", "vectors"])
@pytest.mark.parametrize("damage", [_lose, _empty, _garble])
def test_a_lost_or_damaged_cache_is_made_anew(
    library: Library,
    home: Path,
    encoder: PairEncoder,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    name: str,
    damage: Callable[[Path], None],
) -> None:
    put_in(library, RIVER, tmp_path)
    library.close()
    damage(home / name)
    again = Library(home, encoder=encoder)
    (bad,) = [cache for cache in again.in_step().caches if cache.problem]
    assert (bad.name, bad.problem) == (name, "缺失或损坏")
    with caplog.at_level(logging.WARNING):
        assert _found(again, "河道清淤") == BOTH
    assert "正在由目录重建" in caplog.text
    assert again.in_step().ok
    again.close()


def test_a_folder_lost_while_the_library_is_open_is_made_anew(library: Library, home: Path, tmp_path: Path) -> None:
    put_in(library, RIVER, tmp_path)
    assert _found(library, "河道清淤") == BOTH
    shutil.rmtree(home / "vectors")
    shutil.rmtree(home / "keywords")
    assert _found(library, "河道清淤") == BOTH


def test_another_encoder_makes_the_vectors_anew_and_says_so(
    library: Library, home: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    put_in(library, RIVER, tmp_path)
    library.close()
    other = Library(home, encoder=PairEncoder(32))
    assert "由 pairs@64 生成，现用 pairs@32" in str(other.in_step())
    with caplog.at_level(logging.WARNING):
        assert _found(other, "河道清淤") == BOTH
    assert "由 pairs@64 生成，现用 pairs@32" in caplog.text
    assert other.in_step().ok
    other.close()


def test_a_catalogue_older_than_its_caches_makes_them_anew(library: Library, home: Path, tmp_path: Path) -> None:
    put_in(library, RIVER, tmp_path)
    with writing(library.catalogue.path):
        pass  # all of it into one file, as a backup has it
    shutil.copy(library.catalogue.path, tmp_path / "backup")
    put_in(library, minutes(), tmp_path)
    library.close()
    for file in home.glob("catalogue.sqlite3*"):
        file.unlink()
    shutil.copy(tmp_path / "backup", library.catalogue.path)
    assert {hit.file for hit in search(library, "停车管理办法", k=20)} == {RIVER.file}
    assert library.in_step().ok


def test_rebuilding_reports_progress_and_gives_the_same_answers(library: Library, tmp_path: Path) -> None:
    with library.batch():
        put_in(library, minutes(), tmp_path)
        put_in(library, RIVER, tmp_path)
    before = search(library, "停车管理办法由谁牵头", k=20)
    seen: list[tuple[int, int]] = []
    assert library.rebuild(lambda done, of: seen.append((done, of))) == 2
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]
    assert [hit.chunk_id for hit in search(library, "停车管理办法由谁牵头", k=20)] == [hit.chunk_id for hit in before]
    assert library.in_step().ok


@pytest.mark.slow
def test_two_writers_do_not_write_at_once_and_readers_go_on(library: Library, home: Path, tmp_path: Path) -> None:
    with library.batch():
        put_in(library, RIVER, tmp_path)
        done = _other_process("put_in(library, minutes(), Path(sys.argv[2]))", home, tmp_path / "b")
        assert "LibraryBusy" in done.stderr
        done = _other_process("print(library.catalogue.count())", home)
        assert done.stdout.strip() == "1"
    done = _other_process("put_in(library, minutes(), Path(sys.argv[2]))", home, tmp_path / "b")
    assert done.returncode == 0, done.stderr


def test_a_reader_goes_on_with_what_there_is_while_another_writes(
    library: Library, home: Path, encoder: PairEncoder, tmp_path: Path
) -> None:
    put_in(library, minutes(), tmp_path)
    reader = Library(home, encoder=encoder, lock_seconds=0.1)
    with library.batch():
        put_in(library, RIVER, tmp_path)
        seen: list[dict[str, bool]] = []
        thread = threading.Thread(target=lambda: seen.append(_found(reader, "河道清淤")))
        thread.start()
        thread.join()
        assert seen == [NEITHER]
    assert _found(reader, "河道清淤") == BOTH
    reader.close()


def test_what_another_process_just_wrote_is_not_taken_for_damage(
    library: Library, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_in(library, minutes(), tmp_path)
    other = Library(home, encoder=PairEncoder(), lock_seconds=0.2)
    assert _found(other, "停车") == NEITHER
    put_in(library, RIVER, tmp_path)
    before, read = other.catalogue.state(), other.catalogue.state
    put_in(library, report_of("绿化由园林局管理。", file="绿化.txt"), tmp_path)
    states = iter([before])  # read an instant before the other wrote
    monkeypatch.setattr(other.catalogue, "state", lambda: next(states, None) or read())
    monkeypatch.setattr(other, "_catch_up", lambda *_, **__: pytest.fail("made anew without need"))
    with library.batch():
        put_in(library, report_of("停车场由城管局管理。", file="停车.txt"), tmp_path)
        assert _found(other, "河道清淤") == BOTH


def test_a_cache_that_cannot_be_searched_waits_for_the_writer(
    library: Library, home: Path, encoder: PairEncoder, tmp_path: Path
) -> None:
    put_in(library, RIVER, tmp_path)
    reader = Library(home, encoder=PairEncoder(32), lock_seconds=0.1)
    busy: list[str] = []

    def look() -> None:
        with pytest.raises(LibraryBusy, match="正在写入"):
            search(reader, "河道清淤")
        busy.append("busy")

    with library.batch():
        put_in(library, minutes(), tmp_path)
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
    assert busy == ["busy"]
    reader.close()


def test_threads_add_and_search_at_once(library: Library, tmp_path: Path) -> None:
    faults: list[BaseException] = []

    def work(place: int) -> None:
        try:
            put_in(library, report_of(f"第{place}号河道清淤。", file=f"{place}.txt"), tmp_path)
            assert search(library, "河道清淤", k=20)
        except BaseException as fault:  # noqa: BLE001 - handed to the test's own thread
            faults.append(fault)

    threads = [threading.Thread(target=work, args=(place,)) for place in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert len(search(library, "河道清淤", k=20)) == 6


def test_a_newer_library_is_left_alone(library: Library, tmp_path: Path) -> None:
    put_in(library, RIVER, tmp_path)
    with writing(library.catalogue.path) as connection:
        connection.execute("UPDATE meta SET value = 99 WHERE key = 'schema'")
    for use in (lambda: search(library, "河道"), lambda: put_in(library, minutes(), tmp_path), library.rebuild):
        with pytest.raises(LibraryTooNew, match="请升级 jiyao"):
            use()


def test_a_damaged_catalogue_is_reported_and_the_lock_is_free(library: Library, home: Path, tmp_path: Path) -> None:
    home.mkdir()
    library.catalogue.path.write_bytes(b"no database, only words " * 100)
    for _ in range(2):
        with pytest.raises(LibraryDamaged, match="请运行 jiyao rebuild"):
            put_in(library, RIVER, tmp_path)
