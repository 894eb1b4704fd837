"""Bad documents for a while: whatever stands in a file ends in a document or in a clear error, in time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.documents.fuzzing import make, trial

SECONDS = float(os.environ.get("JIYAO_FUZZ_SECONDS", "25"))
"""How long to go on; `make bench` goes on for longer."""


def test_a_number_makes_the_same_document_again() -> None:
    assert make(7) == make(7)
    assert make(7).data != make(8).data


@pytest.mark.slow
def test_no_document_breaks_a_rule(tmp_path: Path) -> None:
    ended = list(trial(20_261_121, seconds=SECONDS, folder=tmp_path))
    assert len(ended) > 20
    wrong = [(case.seed, case.name, repr(how)[:200]) for case, how in ended if not isinstance(how, str)]
    assert not wrong
