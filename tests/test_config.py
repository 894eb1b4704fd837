"""The settings: where they come from, which source goes first, and what a wrong value says."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from pipeline.config import ROOT, load_settings
from pipeline.errors import SettingsError


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Work in an empty folder without any variable, so that the files are what counts."""
    for name in ("HOME", "MODEL", "MODEL_BASE_URL", "MODEL_API_KEY", "ENCODER", "RERANKER", "CHROMA_URL"):
        monkeypatch.delenv(f"JIYAO_{name}", raising=False)
    monkeypatch.chdir(tmp_path)


def test_defaults() -> None:
    settings = load_settings()
    assert settings.home == Path.home() / ".jiyao"
    assert (settings.model, settings.encoder, settings.reranker, settings.chroma_url) == ("", "builtin", "", "")
    assert settings.language == "zh"
    assert settings.today == datetime.date.today()


def test_arguments_go_before_environment_before_dotenv_before_toml(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("jiyao.toml").write_text('model = "toml"\nencoder = "toml"\nreranker = "toml"\nlanguage = "en"\n')
    Path(".env").write_text("JIYAO_MODEL=dotenv\nJIYAO_ENCODER=dotenv\nJIYAO_RERANKER=dotenv\nOTHER=1\n")
    monkeypatch.setenv("JIYAO_MODEL", "environment")
    monkeypatch.setenv("JIYAO_ENCODER", "environment")
    settings = load_settings(model="argument")
    assert (settings.model, settings.encoder, settings.reranker) == ("argument", "environment", "dotenv")
    assert settings.language == "en"


def test_an_argument_of_none_counts_as_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIYAO_TODAY", "2021-03-08")
    assert load_settings(today=None, home=None).today == datetime.date(2021, 3, 8)


@pytest.mark.parametrize(
    ("name", "value"),
    [("language", "fr"), ("today", "昨天"), ("model_timeout", "-1"), ("max_file_bytes", "许多")],
)
def test_a_wrong_value_names_the_variable(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"JIYAO_{name.upper()}", value)
    with pytest.raises(SettingsError, match=f"设置 JIYAO_{name.upper()} 有误：“{value}”无效。应为：(?!见)"):
        load_settings()


def test_a_key_that_is_no_text_is_not_shown() -> None:
    Path("jiyao.toml").write_text("model_api_key = 20301\n")
    with pytest.raises(SettingsError, match="JIYAO_MODEL_API_KEY 有误：这个值无效") as refused:
        load_settings()
    assert "20301" not in str(refused.value)


@pytest.mark.parametrize(
    ("content", "said"), [("home = [", "写法不对"), ("# 设置".encode("gb18030"), "不是 UTF-8")], ids=["toml", "gb18030"]
)
def test_a_file_of_settings_that_cannot_be_read_is_named(content: str | bytes, said: str) -> None:
    Path("jiyao.toml").write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(SettingsError, match=rf"设置 jiyao\.toml.* 有误：{said}"):
        load_settings()


def test_a_secret_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JIYAO_MODEL_API_KEY", "sk-very-secret")
    settings = load_settings()
    assert "very-secret" not in f"{settings!r} {settings} {settings.model_dump()} {settings.model_dump_json()}"
    assert settings.model_api_key.get_secret_value() == "sk-very-secret"


def test_the_root_holds_the_program() -> None:
    assert (ROOT / "pipeline" / "config.py").is_file()


def test_the_users_units_stand_in_the_home_unless_they_are_named(tmp_path: Path) -> None:
    assert load_settings(home=tmp_path).units_file == tmp_path / "units.txt"
    assert load_settings(home=tmp_path, units="~/mine.txt").units_file == Path.home() / "mine.txt"
