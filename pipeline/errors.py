"""The error tree: everything that can go wrong, each with what, where and the next step.

JiyaoError
├── RequestError          the request was wrong (exit code 2)
│   ├── EmptyQuestion · QuestionTooLong · BadFilter · BadLine · BadRequest · UnknownDocument · AmbiguousDocument ·
│   │   UnknownRow · NothingFound · NothingToRead
├── SettingsError         a setting is wrong or missing
├── DocumentError         one file cannot be read
│   ├── MissingFile · EmptyFile · UnreadableFile · EncryptedFile · ScannedFile · UnsupportedFormat · FileTooLarge ·
│   │   TooMuchText
├── LibraryError          the library cannot be used
│   ├── LibraryEmpty · LibraryBusy · LibraryTooNew · LibraryDamaged · LibraryUnwritable ·
│   │   HistoryUnusable
├── EncoderError          the encoder cannot be loaded
├── RerankerError         the reranker cannot be loaded
├── PromptError           a prompt file is wrong
└── ModelError            the chat model did not answer
    └── ModelAway · ModelGarbled · CallsSpent
"""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "没有这个文件夹",
    errno.ENOTDIR: "路径中有一段是文件，不是文件夹",
    errno.EISDIR: "这是一个文件夹",
    errno.EEXIST: "已有同名的文件",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "超出了磁盘配额",
    errno.ENAMETOOLONG: "名称太长",
    errno.EBUSY: "正被别的程序占用",
    errno.EADDRINUSE: "端口已被占用",
}


def reason_of(error: OSError) -> str:
    """Return why the system refused, in the words of the user; its own words where there are none of ours.

    >>> reason_of(PermissionError(errno.EACCES, "Permission denied"))
    '没有权限'
    """
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)


class JiyaoError(Exception):
    """The root: catching it catches every error that Jiyao raises on purpose."""


class RequestError(JiyaoError):
    """The request was wrong."""


class EmptyQuestion(RequestError):
    """A question without any words."""

    def __init__(self) -> None:
        super().__init__('问题是空的。请写出要问的内容，例如：jiyao ask "第4次常务会议由谁主持？"')


class QuestionTooLong(RequestError):
    """A question longer than the limit."""

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(
            f"问题有 {length} 个字符，超过上限 {limit}。请缩短问题；要检索整篇文件，请先用 jiyao ingest 入库。"
        )


class BadFilter(RequestError):
    """A filter whose value cannot be understood."""

    def __init__(self, name: str, value: str, *, legal: str) -> None:
        super().__init__(f"筛选条件 --{name} 的值“{value}”无效。应为：{legal}。")


class BadLine(RequestError):
    """A line of a batch that is no question."""

    def __init__(self, line: int, problem: str) -> None:
        super().__init__(
            f'第 {line} 行不是一个问题：{problem}。每行应为：{{"id": "1", "question": "…", "history": ["…"]}}'
        )


class BadRequest(RequestError):
    """Arguments that do not go together, or a place that cannot be written."""

    def __init__(self, problem: str, *, instead: str) -> None:
        super().__init__(f"{problem}。{instead}。")


class UnknownDocument(RequestError):
    """A document that the library does not hold."""

    def __init__(self, document_id: str) -> None:
        super().__init__(f"库中没有文件“{document_id}”。用 jiyao list 查看全部文件及其编号。")


class AmbiguousDocument(RequestError):
    """A name that several documents of the library bear."""

    def __init__(self, name: str, document_ids: list[str]) -> None:
        super().__init__(f"“{name}”对应多份文件：{'、'.join(document_ids[:8])}。请改用其中一个编号（jiyao list）。")


class UnknownRow(RequestError):
    """A row that the ledger does not have."""

    def __init__(self, row: str) -> None:
        super().__init__(f"台账中没有“{row}”这一行。行号见 jiyao ledger 的第一列，如 d1a2b3c4d:一:1。")


class NothingFound(RequestError):
    """A matter of which no document speaks."""

    def __init__(self, topic: str, documents: int, nearest: list[str]) -> None:
        near = f"；最接近的是：{'、'.join(nearest)}" if nearest else ""
        super().__init__(
            f"查了 {documents} 份文件，没有找到谈“{topic}”的议题或要求{near}。请换一种说法，或写出文件名。"
        )


class NothingToRead(RequestError):
    """Paths that hold no file which could be read."""

    def __init__(self, where: str, *, formats: str) -> None:
        super().__init__(f"{where} 中没有可读的文件。可读格式：{formats}。")


class SettingsError(JiyaoError):
    """A setting is wrong or missing."""

    def __init__(self, name: str, problem: str, *, legal: str) -> None:
        super().__init__(f"设置 {name} 有误：{problem}。应为：{legal}。")


class DocumentError(JiyaoError):
    """One file cannot be read; others are not affected."""


class MissingFile(DocumentError):
    """No file at that path."""

    def __init__(self, path: str) -> None:
        super().__init__(f"找不到文件：{path}。请检查路径。")


class EmptyFile(DocumentError):
    """A file without any text."""

    def __init__(self, file: str) -> None:
        super().__init__(f"文件是空的，没有文字：{file}。")


class UnreadableFile(DocumentError):
    """A file whose bytes are no text of a known encoding, or a damaged one."""

    def __init__(self, file: str, problem: str) -> None:
        super().__init__(f"无法读取 {file}：{problem}。请检查文件是否完整、扩展名是否与内容相符。")


class EncryptedFile(DocumentError):
    """A file that opens with a password only."""

    def __init__(self, file: str) -> None:
        super().__init__(f"{file} 有密码保护，无法读取。请用密码打开，另存为不加密的文件后再入库。")


class ScannedFile(DocumentError):
    """A file of pictures, without text."""

    def __init__(self, file: str) -> None:
        super().__init__(f"{file} 只有图像，没有文字（可能是扫描件），这一版还不能识别。请先转成带文字的文件再入库。")


class UnsupportedFormat(DocumentError):
    """A file of a format that is not read."""

    def __init__(self, file: str, suffix: str, *, instead: str) -> None:
        super().__init__(f"暂不支持 {suffix or '无扩展名'} 格式：{file}。{instead}。")


class FileTooLarge(DocumentError):
    """A file larger than the limit."""

    def __init__(self, file: str, size: int, limit: int) -> None:
        super().__init__(f"文件 {file} 有 {size / 1e6:.1f} MB，超过上限 {limit / 1e6:.0f} MB。请拆分后再入库。")


class TooMuchText(DocumentError):
    """A file with more text than one document can have."""

    def __init__(self, file: str, characters: int, limit: int) -> None:
        super().__init__(
            f"文件 {file} 有 {characters // 10_000} 万字，超过一份文件的上限 {limit // 10_000} 万字。请拆分后再入库。"
        )


class LibraryError(JiyaoError):
    """The library cannot be used."""


class LibraryEmpty(LibraryError):
    """A library without documents."""

    def __init__(self, home: str) -> None:
        super().__init__(f"{home} 中还没有文件。请先运行：jiyao ingest 文件夹")


class LibraryBusy(LibraryError):
    """Another process writes to the library."""

    def __init__(self, home: str) -> None:
        super().__init__(f"另一个程序正在写入 {home}。请待其结束后重试。")


class LibraryTooNew(LibraryError):
    """A library written by a later version."""

    def __init__(self, home: str, version: int) -> None:
        super().__init__(f"{home} 由更新的版本写成（格式 {version}）。请升级 jiyao。")


class LibraryDamaged(LibraryError):
    """A catalogue or a cache that cannot be read."""

    def __init__(self, home: str, problem: str) -> None:
        super().__init__(f"{home} 的数据无法读取：{problem}。请运行 jiyao rebuild；仍不行时请从备份恢复。")


class LibraryUnwritable(LibraryError):
    """A library's folder that cannot be made or written."""

    def __init__(self, home: str, problem: str) -> None:
        super().__init__(f"{home} 无法写入：{problem}。请检查权限与磁盘空间，或用 --home 另选文件夹。")


class HistoryUnusable(LibraryError):
    """The record of earlier conversations cannot be read or written."""

    def __init__(self, problem: str) -> None:
        super().__init__(
            f"提问记录无法读写：{problem}。请检查 history.sqlite3 的权限与磁盘空间，或把它移走后重新打开。"
        )


class EncoderError(JiyaoError):
    """The encoder cannot be loaded."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"无法加载编码器“{name}”：{problem}。JIYAO_ENCODER 应为 builtin、模型文件夹或模型名。")


class RerankerError(JiyaoError):
    """The reranker cannot be loaded."""

    def __init__(self, name: str, problem: str) -> None:
        legal = "应为空、模型文件夹或 cross-encoder 的模型名"
        super().__init__(f"无法加载重排模型“{name}”：{problem}。JIYAO_RERANKER {legal}。")


class PromptError(JiyaoError):
    """A prompt file is missing, or its variables differ from those that its reader fills."""

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"提示词 prompts/{name} 有误：{problem}。")


class ModelError(JiyaoError):
    """The chat model did not answer as it should."""


class ModelAway(ModelError):
    """The model server cannot be reached, or gave up."""

    def __init__(self, model: str, problem: str) -> None:
        super().__init__(
            f"模型 {model} 没有应答：{problem}。请检查 JIYAO_MODEL_BASE_URL 与网络；可清空 JIYAO_MODEL 改用摘录模式。"
        )


class ModelGarbled(ModelError):
    """The model answered in a form that cannot be read."""

    def __init__(self, model: str, problem: str) -> None:
        super().__init__(f"模型 {model} 的回答无法解析：{problem}。")


class CallsSpent(ModelError):
    """A batch has called the model as often as it may."""

    def __init__(self, model: str, most: int) -> None:
        super().__init__(f"模型 {model} 已调用 {most} 次，到了上限。提高 --max-calls 再运行一次，就从这里接着做。")
