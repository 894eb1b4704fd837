"""A batch that is killed three times while its server fails: complete, no document twice, no call paid twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.servers.batches import JOBS, FailingServer, run_batch, write_library
from tests.servers.scripted import serving

COUNT, KILLS = 200, 3  # the whole of it, 2,000, is benchmarks/bench_batch.py


@pytest.mark.slow
def test_a_killed_batch_is_finished_and_pays_once(tmp_path: Path) -> None:
    write_library(tmp_path / "library", count=COUNT)
    account = FailingServer()
    with serving(account.turn) as server:
        ended = run_batch(tmp_path / "library", tmp_path / "out", server, account, count=COUNT, kills=KILLS)
    assert ended.codes[:KILLS] == (-9,) * KILLS, (tmp_path / "errors.txt").read_text(encoding="utf-8")[-3000:]
    assert ended.codes[-1] == 0
    documents = [draft["document_ids"][0] for draft in ended.drafts]
    assert len(documents) == len(set(documents)) == COUNT
    assert {draft["mode"] for draft in ended.drafts} == {"model"}
    assert not ended.finished_and_paid_again
    assert ended.paid_again.total() <= KILLS * JOBS  # what was on its way when the process was killed
    assert ended.failed_calls >= COUNT * 0.05
    assert not list((tmp_path / "out").glob(".*.unfinished"))
