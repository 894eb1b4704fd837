"""The writer's lock: between processes, between threads, and free again when a process is killed."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from pipeline.config import ROOT
from pipeline.errors import LibraryBusy, LibraryUnwritable
from pipeline.retrieval.lock import WriterLock

HOLDER = """
import sys
from pathlib import Path
from pipeline.retrieval.lock import WriterLock
with WriterLock(Path(sys.argv[1]), seconds=5).hold():
    print("held", flush=True)
    sys.stdin.read()
"""


def test_another_process_waits_and_a_killed_one_lets_go(home: Path) -> None:
    lock = WriterLock(home, seconds=0.1)
    command = [sys.executable, "-c", HOLDER, str(home)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LibraryBusy, match="正在写入"), lock.hold():
            pass
        holder.kill()
    with lock.hold():
        pass


def test_a_thread_may_hold_it_twice_and_another_may_not(home: Path) -> None:
    lock = WriterLock(home, seconds=0.1)
    seen: list[str] = []

    def other() -> None:
        try:
            with lock.hold(seconds=0):
                seen.append("held")
        except LibraryBusy:
            seen.append("busy")

    with lock.hold():
        with lock.hold():
            pass
        thread = threading.Thread(target=other)
        thread.start()
        thread.join()
    thread = threading.Thread(target=other)
    thread.start()
    thread.join()
    assert seen == ["busy", "held"]


def test_a_home_that_is_a_file_cannot_be_written(home: Path) -> None:
    home.write_text("no folder", encoding="utf-8")
    with pytest.raises(LibraryUnwritable, match="无法写入"), WriterLock(home, seconds=0).hold():
        pass
