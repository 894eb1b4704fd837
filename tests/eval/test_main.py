"""The command line knows its commands and turns down what it does not."""

from __future__ import annotations

import pytest

from eval.__main__ import main


@pytest.mark.parametrize(
    "given",
    [
        pytest.param([], id="nothing"),
        pytest.param(["dance"], id="no such command"),
        pytest.param(["run", "--limit", "0"], id="no question"),
        pytest.param(["run", "--split", "train"], id="no such split"),
        pytest.param(["run", "--mode", "guess"], id="no such mode"),
        pytest.param(["run", "--systems", "oracle"], id="no such system"),
        pytest.param(["compare", "a"], id="one run alone"),
    ],
)
def test_a_wrong_request_is_turned_down(given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(given)
    assert "usage: python -m eval" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command", ["run", "compare", "report", "validate", "accept", "gate", "export", "judge", "public", "parsing"]
)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        main([command, "--help"])
    assert f"python -m eval {command}" in capsys.readouterr().out


def test_a_set_that_there_is_not_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", "--set", "nowhere"]) == 2
    error = capsys.readouterr().err
    assert "没有题集 nowhere。可选：samples" in error
    assert error.count("\n") == 1
