"""Where the chat listens and who may come in."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.config import ROOT
from pipeline.errors import SettingsError
from pipeline.interface.serving import listening_socket, read_options


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "example.org"])
def test_another_address_needs_accounts(host: str) -> None:
    with pytest.raises(SettingsError, match=r"没有给出账号.*--auth-file"):
        listening_socket(host, 0, has_accounts=False)


def test_a_port_that_is_taken_is_said() -> None:
    with listening_socket("127.0.0.1", 0, has_accounts=False) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError, match=f"无法监听 127.0.0.1:{port}"):
            listening_socket("127.0.0.1", port, has_accounts=False)


@pytest.mark.parametrize("port", [70000, -1])
def test_a_port_that_is_none_is_said(port: int) -> None:
    with pytest.raises(SettingsError, match="一个空闲的端口"):
        listening_socket("127.0.0.1", port, has_accounts=False)


def test_the_chat_is_for_this_machine_unless_told_otherwise() -> None:
    options = read_options([])
    assert (options.host, options.port, options.auth_file) == ("127.0.0.1", 7860, None)


@pytest.mark.slow
@pytest.mark.parametrize("accounts", [None, "# nobody\n"], ids=["no accounts", "an empty file of accounts"])
def test_a_refusal_to_start_is_one_clear_line(home: Path, tmp_path: Path, accounts: str | None) -> None:
    command = [sys.executable, str(ROOT / "app.py"), "--host", "0.0.0.0", "--port", "0", "--home", str(home)]
    if accounts is not None:
        (tmp_path / "accounts").write_text(accounts, encoding="utf-8")
        command += ["--auth-file", str(tmp_path / "accounts")]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=600)
    assert ended.returncode == 2 and ended.stdout == ""
    assert len(ended.stderr.strip().splitlines()) == 1 and "--auth-file" in ended.stderr
