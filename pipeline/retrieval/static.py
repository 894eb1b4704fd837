"""The built-in encoder: a static embedding that needs numpy only, read from a folder of a few megabytes.

The vectors of a text's words are added up and brought to length 1. The folder is `models/builtin/`;
`benchmarks/train_encoder.py` makes it.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

from pipeline.errors import EncoderError
from pipeline.patterns import compiled

Vectors = npt.NDArray[np.float32]

FORMAT = 2
"""The layout of a model's folder; a folder of another format is refused."""
LONGEST_TOKEN = 4  # units; the vocabulary holds nothing longer

_BLANK_IN_CHINESE = compiled(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")  # 王  明, 市政府办\n公室
_RUN = compiled(r"[^\W_]+")
_UNIT = compiled(r"[0-9]+|[a-z]+|[^0-9a-z]")  # 第50次 → 第, 50, 次


def units(text: str) -> Iterator[list[str]]:
    """Yield the runs of a text between punctuation, each as its characters, whole numbers and whole Latin words.

    >>> list(units("第50次，ＧＤＰ增长"))
    [['第', '50', '次'], ['gdp', '增', '长']]
    """
    plain = unicodedata.normalize("NFKC", text).lower()
    for run in _RUN.findall(_BLANK_IN_CHINESE.sub("", plain)):
        yield _UNIT.findall(run)


class Tokens:
    """Cuts a text into the tokens of a vocabulary: at each place the longest known word, of one to four units.

    A unit that the vocabulary lacks (a rare character, a figure) falls into one of `buckets` by its checksum, so that
    two texts which share it still come closer. Traditional characters count as their simplified forms (`fold`).

    >>> Tokens(["会", "会议", "常务"], buckets=0).ids("常务会议会")
    [2, 1, 0]
    >>> Tokens(["会", "会议"], buckets=0, fold={"會": "会", "議": "议"}).ids("會議")
    [1]
    """

    def __init__(self, vocabulary: Sequence[str], *, buckets: int, fold: Mapping[str, str] | None = None) -> None:
        self.vocabulary = {token: number for number, token in enumerate(vocabulary)}
        self.buckets = buckets
        self.fold = str.maketrans(dict(fold or {}))

    def __len__(self) -> int:
        """The number of rows that a matrix of token vectors needs."""
        return len(self.vocabulary) + self.buckets

    def ids(self, text: str) -> list[int]:
        """Return the numbers of the tokens of a text, in order and with repetitions."""
        known, found = self.vocabulary, []
        for run in units(text.translate(self.fold)):
            start = 0
            while start < len(run):
                for size in range(min(LONGEST_TOKEN, len(run) - start), 0, -1):
                    number = known.get("".join(run[start : start + size]))
                    if number is not None:
                        found.append(number)
                        break
                else:
                    if self.buckets:
                        found.append(len(known) + crc32(run[start].encode()) % self.buckets)
                start += size
        return found


def packed(levels: npt.NDArray[np.int8]) -> npt.NDArray[np.uint8]:
    """Return whole numbers from -8 to 7 as half-bytes, two columns in one.

    >>> unpacked(packed(np.array([[-8, 7, 0, 1]], dtype=np.int8))).tolist()
    [[-8.0, 7.0, 0.0, 1.0]]
    """
    shifted = (levels + 8).astype(np.uint8)
    halves: npt.NDArray[np.uint8] = np.left_shift(shifted[:, 0::2], 4) | shifted[:, 1::2]
    return halves


def unpacked(halves: npt.NDArray[np.uint8]) -> Vectors:
    """Return the numbers that `packed` put away, of shape (rows, 2 * columns)."""
    levels = np.empty((halves.shape[0], 2 * halves.shape[1]), dtype=np.float32)
    levels[:, 0::2] = halves >> 4
    levels[:, 1::2] = halves & 15
    return levels - 8


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
        rows = len(self._tokens)
        if (
            self._vectors.ndim != 2
            or self._vectors.dtype != np.uint8
            or {len(self._vectors), len(self._scales)} != {rows}
        ):
            raise EncoderError(str(folder), "词表与权重的行数不符，请重新安装或重新训练")
        self.dimension: int = 2 * self._vectors.shape[1]
        self.name: str = f"{folder.name}@{_hash_of_files(folder)}"

    def embed(self, text: str) -> Vectors:
        """Return the vector of a text, of shape (dimension,)."""
        numbers, counts = np.unique(np.asarray(self._tokens.ids(text), dtype=np.int64), return_counts=True)
        weights = self._scales[numbers] * counts.astype(np.float32) ** np.float32(self._power)
        vector: Vectors = weights @ unpacked(self._vectors[numbers])
        length = float(np.linalg.norm(vector))
        return vector / np.float32(length) if length > 0 else vector

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return one vector per passage, in order."""
        return [self.embed(text).tolist() for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """Return the vector of a question."""
        return list(self.embed(text).tolist())


def _hash_of_files(folder: Path) -> str:
    """Return eight hex digits that change with any file which the vectors depend on."""
    digest = hashlib.blake2b(digest_size=4)
    for file in ("config.json", "vocabulary.txt", "fold.txt", "vectors.npy", "scales.npy"):
        digest.update((folder / file).read_bytes())
    return digest.hexdigest()
