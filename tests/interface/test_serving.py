"""Where the chat listens and who may come in."""

from __future__ import annotations

import os
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from pipeline.config import ROOT
from pipeline.errors import SettingsError
from pipeline.interface.accounts import add_account
from pipeline.interface.serving import listening_socket, read_options
from tests.interface.running import start_chat


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
def test_a_refusal_to_start_is_one_clear_line(home: Path) -> None:
    command = [sys.executable, str(ROOT / "app.py"), "--host", "0.0.0.0", "--port", "0", "--home", str(home)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", timeout=120)
    assert ended.returncode == 2 and ended.stdout == ""
    assert len(ended.stderr.strip().splitlines()) == 1 and "--auth-file" in ended.stderr


@pytest.mark.slow
def test_with_accounts_nothing_is_given_before_signing_in(sample_home: Path, tmp_path: Path) -> None:
    accounts = tmp_path / "accounts"
    add_account(accounts, "wangli", "correct horse")
    process, address = start_chat(
        sample_home, "--auth-file", str(accounts), environment={**os.environ, "JIYAO_MODEL": ""}
    )
    try:
        visitor = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        visitor.addheaders = [("X-Jiyao", "1")]
        assert "昆政纪" not in visitor.open(address).read().decode()
        for path in ("config", "download/ledger.csv", "gradio_api/info"):
            with pytest.raises(urllib.error.HTTPError, match="401"):
                visitor.open(f"{address}/{path}")
        with pytest.raises(urllib.error.HTTPError, match="401"):
            visitor.open(f"{address}/library/files", data=b"")
        with pytest.raises(urllib.error.HTTPError, match="400"):
            visitor.open(f"{address}/login", data=b"username=wangli&password=wrong")
        visitor.open(
            f"{address}/login",
            data=urllib.parse.urlencode({"username": "wangli", "password": "correct horse"}).encode(),
        )
        assert "昆政纪" in visitor.open(f"{address}/download/ledger.csv").read().decode("utf-8-sig")
    finally:
        process.terminate()
        process.wait(timeout=20)
