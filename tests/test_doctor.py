"""The doctor: what is well, what is not, how to mend it, and that looking changes nothing."""

from __future__ import annotations

import shutil
import socket
from pathlib import Path

import pytest

from pipeline.assistant import Assistant
from pipeline.config import load_settings
from pipeline.doctor import Check, DoctorReport


def _checks(**settings: object) -> dict[str, Check]:
    return {check.name: check for check in Assistant(load_settings(**settings)).doctor().checks}


def test_all_is_well_with_the_samples(sample_home: Path) -> None:
    report = Assistant(load_settings(home=sample_home)).doctor()
    assert report.ok, report.text
    assert [check.name for check in report.checks] == ["库文件夹", "编码器", "库", "模型"]
    assert "3 份文件" in report.text


def test_an_empty_library_is_not_made_by_looking(home: Path) -> None:
    check = _checks()["库"]
    assert not check.ok
    assert "jiyao ingest" in check.mend
    assert not home.exists()


def test_a_lost_index_is_found(sample_home: Path) -> None:
    shutil.rmtree(sample_home / "keywords")
    check = _checks(home=sample_home)["库"]
    assert not check.ok
    assert check.mend == "jiyao rebuild"


def test_a_damaged_catalogue_is_found(sample_home: Path) -> None:
    (sample_home / "catalogue.sqlite3").write_bytes(b"no database at all" * 100)
    check = _checks(home=sample_home)["库"]
    assert not check.ok
    assert str(sample_home) in check.detail


def test_an_encoder_that_is_not_there_is_found(tmp_path: Path) -> None:
    check = _checks(encoder=str(tmp_path / "nothing"))["编码器"]
    assert not check.ok
    assert "JIYAO_ENCODER" in check.mend


def test_a_folder_that_cannot_be_made_is_found(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not _checks(home=tmp_path / "file" / "home")["库文件夹"].ok


def test_a_model_server_that_listens_is_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"http://127.0.0.1:{server.getsockname()[1]}/v1"
        assert _checks(model="openai:m", model_base_url=address)["模型"].ok


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/v1", "http://127.0.0.1:99999/v1"], ids=["closed", "no-port"])
def test_a_model_server_that_is_away_is_found(address: str) -> None:
    check = _checks(model="openai:m", model_base_url=address)["模型"]
    assert not check.ok
    assert "JIYAO_MODEL" in check.mend


def test_a_model_without_an_address_is_not_called() -> None:
    assert "不检查连接" in _checks(model="openai:m")["模型"].detail


def test_no_secret_is_shown() -> None:
    settings = load_settings(model_api_key="sk-secret", chroma_url="http://user:word@127.0.0.1:9", encoder="builtin")
    report = DoctorReport(checks=(), settings=Assistant(settings).doctor().settings)
    assert report.settings["JIYAO_MODEL_API_KEY"] == "（已设置）"
    assert "sk-secret" not in report.text
    assert "word" not in report.settings["JIYAO_CHROMA_URL"]


def test_the_report_says_what_to_do() -> None:
    report = DoctorReport((Check("库", False, "空", "jiyao ingest 文件夹"),), {"JIYAO_HOME": "/a"})
    assert report.text == "✗ 库：空\n  → jiyao ingest 文件夹\n\n设置\n  JIYAO_HOME = /a"
    assert report.to_json()["checks"] == [{"name": "库", "ok": False, "detail": "空", "mend": "jiyao ingest 文件夹"}]
    assert report.to_json()["ok"] is False


def test_what_the_language_has_effect_on_is_said(home: Path) -> None:
    assert "语言" not in _checks()
    assert _checks(language="en")["语言"] == Check("语言", True, "界面用英文；命令的输出只有中文")


def test_why_a_server_is_away_is_said_in_chinese() -> None:
    closed = _checks(model="openai:m", model_base_url="http://127.0.0.1:9/v1")["模型"].detail
    assert closed == "openai:m 的服务器连接不上（对方没有在这个端口上服务）"
    assert "地址写得不对" in _checks(model="openai:m", model_base_url="http://127.0.0.1:99999/v1")["模型"].detail


def test_each_fault_of_the_library_has_its_own_next_step(sample_home: Path, tmp_path: Path) -> None:
    away = _checks(home=sample_home, chroma_url="http://127.0.0.1:9")["库"]
    assert "向量索引" in away.detail
    assert "JIYAO_CHROMA_URL" in away.mend
    assert "编码器" in _checks(home=sample_home, encoder=str(tmp_path / "nothing"))["库"].mend
    shutil.rmtree(sample_home / "keywords")
    lost = _checks(home=sample_home)["库"]
    assert (lost.detail, lost.mend) == ("3 份文件，索引与目录不一致：关键词索引缺失或损坏", "jiyao rebuild")


def test_a_reranker_that_cannot_be_loaded_is_said(home: Path, tmp_path: Path) -> None:
    said = {check.name: check for check in Assistant(load_settings(reranker=str(tmp_path))).doctor().checks}
    assert not said["重排"].ok
    assert "JIYAO_RERANKER" in said["重排"].mend


def test_a_users_units_are_counted_and_a_bad_line_is_named(sample_home: Path) -> None:
    assert "单位名册" not in _checks(home=sample_home)
    file = sample_home / "units.txt"
    file.write_text("数字城市局 数城局\n治超办\n", encoding="utf-8")
    assert _checks(home=sample_home)["单位名册"] == Check("单位名册", True, f"{file}，2 类单位")
    file.write_text("数字城市局\n数城局、智慧办\n", encoding="utf-8")
    check = _checks(home=sample_home)["单位名册"]
    assert not check.ok
    assert "units.txt 第 2 行" in check.detail
    assert str(file) in check.mend
    assert not _checks(home=sample_home, units=str(sample_home / "missing.txt"))["单位名册"].ok


def test_a_paper_whose_items_are_not_numbered_through_is_named(tmp_path: Path) -> None:
    (tmp_path / "缺号.txt").write_text(
        "枫溪县人民政府第3次常务会议纪要\n2023年5月6日，县长葛同主持召开县政府第3次常务会议。\n"
        "一、研究白石桥改造\n会议同意改造。\n三、研究水价\n会议不同意涨价。\n",
        encoding="utf-8",
    )
    assistant = Assistant(load_settings(home=tmp_path / "home"))
    assistant.ingest([tmp_path / "缺号.txt"])
    [check] = [one for one in assistant.doctor().checks if one.name == "序号"]
    assert check.ok
    assert "1 份文件" in check.detail and "缺号.txt" in check.detail
