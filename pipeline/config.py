"""The settings: read once at a door, from the environment, `.env` or `jiyao.toml`, and handed down."""

from __future__ import annotations

import datetime
import tomllib
from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict, TomlConfigSettingsSource

from pipeline.errors import SettingsError

_FILE = "jiyao.toml"
_LEGAL = {
    "language": "zh 或 en",
    "today": "日期，如 2024-06-30",
    "model_timeout": "大于 0 的秒数",
    "max_question_characters": "大于 0 的整数",
    "max_file_bytes": "大于 0 的整数",
    "max_upload_files": "大于 0 的整数",
}
ROOT = Path(__file__).resolve().parent.parent
"""Where `prompts/`, `models/` and `data/` stand."""


class Settings(BaseSettings):
    """Every setting, with its default; the variable of the environment is the name in capitals after `JIYAO_`.

    Raises nothing by itself: call `load_settings`, which turns a wrong value into a `SettingsError`.
    """

    model_config = SettingsConfigDict(
        env_prefix="JIYAO_", env_file=".env", toml_file=_FILE, extra="ignore", frozen=True
    )

    home: Path = Field(default_factory=lambda: Path.home() / ".jiyao")
    language: Literal["zh", "en"] = "zh"
    today: datetime.date = Field(default_factory=datetime.date.today)

    model: str = ""
    model_base_url: str = ""
    model_api_key: SecretStr = SecretStr("")
    model_timeout: float = Field(default=60.0, gt=0)  # seconds
    encoder: str = "builtin"
    reranker: str = ""
    chroma_url: str = ""
    units: str = ""  # a file with further kinds of units; empty: `units.txt` in the library's folder, if there

    max_question_characters: int = Field(default=2000, gt=0)
    max_file_bytes: int = Field(default=50_000_000, gt=0)
    max_upload_files: int = Field(default=50, gt=0)

    @property
    def units_file(self) -> Path:
        """Where the user's kinds of units stand; the file need not be there unless it is set by name."""
        return Path(self.units).expanduser() if self.units else self.home / "units.txt"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Order the sources: arguments, environment, `.env`, `jiyao.toml`."""
        return init_settings, env_settings, dotenv_settings, TomlConfigSettingsSource(settings_cls)


def load_settings(**overrides: object) -> Settings:
    """Read the settings; an override of `None` counts as not given.

    Raises:
        SettingsError: a value is not legal.
    """
    given = {name: value for name, value in overrides.items() if value is not None}
    try:
        return Settings(**given)  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]) if first["loc"] else "?"
        problem = f"“{first['input']}”无效" if name in _LEGAL else "这个值无效"  # never a key
        raise SettingsError(
            f"JIYAO_{name.upper()}", problem, legal=_LEGAL.get(name, "见 README 的“设置”一节")
        ) from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(_FILE, f"写法不对（{error}）", legal='每行一个 名字 = "值"，文字加引号') from None
    except UnicodeDecodeError:
        raise SettingsError(f"{_FILE} 或 .env", "不是 UTF-8", legal="UTF-8 文本文件") from None
