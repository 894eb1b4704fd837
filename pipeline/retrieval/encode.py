"""Text becomes vectors: the built-in encoder (numpy only), or any sentence-transformers model, behind one protocol.

The built-in encoder is a static embedding: the vectors of a text's characters, character pairs and short words are
added up and brought to length 1. Its weights stand in `models/builtin/`; `benchmarks/train_encoder.py` makes them.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import unicodedata
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable
from zlib import crc32

import numpy as np
import numpy.typing as npt

from pipeline.config import ROOT
from pipeline.errors import EncoderError

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

Vectors = npt.NDArray[np.float32]

BUILTIN = "builtin"
FORMAT = 1
"""The layout of a built-in model's folder; a folder of another format is refused."""
LONGEST_TOKEN = 4  # units; the vocabulary holds nothing longer

_BLANK_IN_CHINESE = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")  # 金  铭, 市纪\n委监委
_RUN = re.compile(r"[^\W_]+")
_UNIT = re.compile(r"[0-9]+|[a-z]+|[^0-9a-z]")  # 第50次 → 第, 50, 次
_HUB_NAME = re.compile(r"[\w.-]+(/[\w.-]+)?", re.ASCII)
_HUB_TIMEOUT = 3.0  # seconds


@runtime_checkable
class Encoder(Protocol):
    """What every encoder offers; texts go in as they are, unit vectors come out.

    `name` is the stamp of the weights: vectors of two encoders may be compared only where their names are equal.
    """

    @property
    def name(self) -> str:
        """The model's name and a hash of its weights, such as `builtin@0a1b2c3d`."""

    @property
    def dimension(self) -> int:
        """The length of every vector."""

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one vector per passage, in order."""

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""


def units(text: str) -> Iterator[list[str]]:
    """Yield the runs of a text between punctuation, each as its characters, whole numbers and whole Latin words.

    >>> list(units("第50次，ＧＤＰ增长"))
    [['第', '50', '次'], ['gdp', '增', '长']]
    """
    plain = unicodedata.normalize("NFKC", text).lower()
    for run in _RUN.findall(_BLANK_IN_CHINESE.sub("", plain)):
        yield _UNIT.findall(run)


class Tokens:
    """Finds a text's tokens in a vocabulary: every known run of one to four units, overlapping ones too.

    A single unit or a pair that the vocabulary lacks (a rare name) falls into one of `buckets` by its checksum, so that
    two texts which share it still come closer. Traditional characters count as their simplified forms (`fold`).

    >>> Tokens(["会", "会议", "议"], buckets=0).ids("會議。", )
    [2]
    >>> Tokens(["会", "会议", "议"], buckets=0, fold={"會": "会", "議": "议"}).ids("會議。")
    [0, 1, 2]
    """

    def __init__(self, vocabulary: Sequence[str], *, buckets: int, fold: dict[str, str] | None = None) -> None:
        self.vocabulary = {token: number for number, token in enumerate(vocabulary)}
        self.buckets = buckets
        self.fold = str.maketrans(fold or {})

    def __len__(self) -> int:
        """The number of rows that a matrix of token vectors needs."""
        return len(self.vocabulary) + self.buckets

    def ids(self, text: str) -> list[int]:
        """Return the numbers of the tokens of a text, in order and with repetitions."""
        known, buckets, found = self.vocabulary, self.buckets, []
        for run in units(text.translate(self.fold)):
            for start in range(len(run)):
                token = ""
                for size, unit in enumerate(run[start : start + LONGEST_TOKEN], 1):
                    token += unit
                    number = known.get(token)
                    if number is not None:
                        found.append(number)
                    elif size < 3 and buckets:
                        found.append(len(known) + crc32(token.encode()) % buckets)
        return found


class BuiltinEncoder:
    """The encoder that needs no download and no heavy library; it is read-only and may serve many threads.

    Vectors are float32 of length 1; a text without any known token gives the zero vector, which is alike to nothing.

    Raises:
        EncoderError: the folder is incomplete, damaged or of another format.
    """

    def __init__(self, folder: Path) -> None:
        try:
            config = json.loads((folder / "config.json").read_text("utf-8"))
            if config.get("format") != FORMAT:
                raise EncoderError(str(folder), f"模型格式是 {config.get('format')}，此版本只读格式 {FORMAT}")
            vocabulary = (folder / "vocabulary.txt").read_text("utf-8").split("\n")
            fold = dict(line.split(" ") for line in (folder / "fold.txt").read_text("utf-8").splitlines())
            self._vectors = np.load(folder / "vectors.npy", allow_pickle=False)
            self._scales = np.load(folder / "scales.npy", allow_pickle=False).astype(np.float32)
            self._tokens = Tokens(vocabulary, buckets=int(config["buckets"]), fold=fold)
            self._power = float(config["count_power"])
        except FileNotFoundError as error:
            missing = Path(str(error.filename)).name
            raise EncoderError(str(folder), f"缺少文件 {missing}，请重新安装或重新训练") from error
        except (OSError, ValueError, KeyError, AttributeError, TypeError) as error:
            raise EncoderError(str(folder), f"模型文件已损坏（{error}），请重新安装或重新训练") from error
        if self._vectors.ndim != 2 or len(self._vectors) != len(self._tokens) or len(self._scales) != len(self._tokens):
            raise EncoderError(str(folder), "词表与权重的行数不符，请重新安装或重新训练")
        self.dimension: int = self._vectors.shape[1]
        self.name: str = f"{folder.name}@{_hash_of_files(folder)}"

    def embed(self, text: str) -> Vectors:
        """Return the vector of a text, of shape (dimension,)."""
        numbers, counts = np.unique(np.asarray(self._tokens.ids(text), dtype=np.int64), return_counts=True)
        weights = self._scales[numbers] * counts.astype(np.float32) ** np.float32(self._power)
        vector: Vectors = weights @ self._vectors[numbers].astype(np.float32)
        length = float(np.linalg.norm(vector))
        return vector / np.float32(length) if length > 0 else vector

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one vector per passage, in order."""
        return [self.embed(text).tolist() for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""
        return list(self.embed(text).tolist())


class SentenceTransformerEncoder:
    """A sentence-transformers model; its own prompts for questions and passages are used where it defines them."""

    def __init__(self, model: Any, *, label: str) -> None:
        self._model = model
        self.dimension: int = int(model.get_embedding_dimension())
        self.name: str = f"{label}@{_hash_of_model(model)}"

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one vector per passage, in order."""
        if not texts:
            return []
        return _plain(self._model.encode_document(texts, normalize_embeddings=True, show_progress_bar=False))

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""
        return _plain(self._model.encode_query([text], normalize_embeddings=True, show_progress_bar=False))[0]


def load_encoder(name: str) -> Encoder:
    """Load an encoder by name: `builtin`, a model's folder, or a name of the model hub.

    A name that looks like a path is never looked for on the hub; a hub model already on this machine is loaded
    without any request.

    Raises:
        EncoderError: no such model, or it cannot be read; the message names the next step.
    """
    if name == BUILTIN:
        return BuiltinEncoder(ROOT / "models" / BUILTIN)
    folder = Path(name).expanduser()
    if name and folder.is_dir():
        if (folder / "vocabulary.txt").is_file() and (folder / "vectors.npy").is_file():
            return BuiltinEncoder(folder)
        if not any((folder / file).is_file() for file in ("modules.json", "config.json")):
            raise EncoderError(name, "该文件夹中没有模型（应有 modules.json 或 config.json）")
        return _load_sentence_transformer(str(folder.resolve()), name=name, label=folder.resolve().name, local=True)
    if _looks_like_path(name):
        raise EncoderError(name, "没有这个文件夹，请检查路径")
    cached = _is_cached(name)
    if not cached and not _hub_answers():
        raise EncoderError(
            name, "本机没有此模型，且连不上模型站。请联网后重试，或在能联网的机器上下载后填模型文件夹的路径"
        )
    return _load_sentence_transformer(name, name=name, label=name, local=cached)


def as_langchain(encoder: Encoder) -> Embeddings:
    """Return an encoder as LangChain's `Embeddings`, for chains and vector stores that ask for the class itself."""
    from langchain_core.embeddings import Embeddings

    class EncoderEmbeddings(Embeddings):
        """An encoder in LangChain's dress."""

        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            return encoder.embed_documents(texts)

        def embed_query(self, text: str) -> list[float]:
            return encoder.embed_query(text)

    return EncoderEmbeddings()


def _load_sentence_transformer(source: str, *, name: str, label: str, local: bool) -> SentenceTransformerEncoder:
    """Load a model from a folder, the local cache (`local`) or the hub; no code of the model's own is ever run."""
    from sentence_transformers import SentenceTransformer

    try:
        model = SentenceTransformer(source, local_files_only=local, trust_remote_code=False)
    except (OSError, ValueError, RuntimeError, KeyError, ImportError) as error:
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise EncoderError(name, f"读不出模型（{reason}），请检查名称，或重新下载该模型") from error
    return SentenceTransformerEncoder(model, label=label)


def _looks_like_path(name: str) -> bool:
    """Tell a mistyped folder from a hub name: `models/bge` is one where a folder `models` stands here."""
    if not _HUB_NAME.fullmatch(name) or name.startswith((".", "~", os.sep)):
        return True
    return "/" in name and Path(name).parent.is_dir()


def _is_cached(name: str) -> bool:
    """Tell whether a hub model is in the local cache; a bare name stands for one of sentence-transformers' own."""
    from huggingface_hub import try_to_load_from_cache

    repositories = [name] if "/" in name else [f"sentence-transformers/{name}", name]
    return any(
        isinstance(try_to_load_from_cache(repository, file), str)
        for repository in repositories
        for file in ("modules.json", "config.json")
    )


def _hub_answers() -> bool:
    """Tell within seconds whether the hub can be reached: its own client tries for minutes."""
    if os.environ.get("HF_HUB_OFFLINE") or os.environ.get("TRANSFORMERS_OFFLINE"):
        return False
    address = os.environ.get("HF_ENDPOINT") or "https://huggingface.co"
    try:
        with urllib.request.urlopen(urllib.request.Request(address, method="HEAD"), timeout=_HUB_TIMEOUT):
            return True
    except urllib.error.HTTPError as error:
        return error.code < 500 and error.code != 407  # it answered, if only to refuse this address
    except (OSError, ValueError):
        return False


def _hash_of_files(folder: Path) -> str:
    """Return eight hex digits that change with any file which the vectors depend on."""
    digest = hashlib.blake2b(digest_size=4)
    for file in ("config.json", "vocabulary.txt", "fold.txt", "vectors.npy", "scales.npy"):
        digest.update((folder / file).read_bytes())
    return digest.hexdigest()


def _hash_of_model(model: Any) -> str:
    """Return eight hex digits that change with a model's weights, parts, prompts and length limit."""
    import torch

    digest = hashlib.blake2b(digest_size=4)
    digest.update(repr((str(model), model.prompts, model.max_seq_length)).encode())
    for key, tensor in sorted(model.state_dict().items()):
        digest.update(f"{key} {tuple(tensor.shape)} {tensor.dtype}".encode())
        digest.update(tensor.detach().cpu().contiguous().view(-1).view(torch.uint8).numpy().tobytes())
    return digest.hexdigest()


def _plain(vectors: Any) -> list[list[float]]:
    """Return vectors as float32 numbers in lists; one that is not finite becomes the zero vector."""
    array = np.asarray(vectors, dtype=np.float32)
    array[~np.isfinite(array).all(axis=1)] = 0.0
    rows: list[list[float]] = array.tolist()
    return rows
