"""The command `jiyao users`: who may sign in to the chat, as what, and with which tokens programs may call."""

from __future__ import annotations

import argparse
import json
import sys
from getpass import getpass
from typing import Any

from pipeline.accounts import add_account, add_token, load_accounts, remove_account, remove_token
from pipeline.errors import BadRequest

DONE = 0
ACTIONS = ("add", "list", "remove", "token", "revoke")
ROLE_NAMES = {"reader": "读者", "editor": "编辑", "admin": "管理员"}


def users(arguments: argparse.Namespace) -> int:
    """Add, list or remove accounts and tokens of the file that `jiyao serve --auth-file` reads.

    Raises:
        BadRequest: the arguments do not go together.
        SettingsError: the file, a name or a password cannot be used.
    """
    if arguments.action == "list":
        return _list(arguments)
    if not arguments.name:
        raise BadRequest("没有给出用户名", instead=f"请写：jiyao users {arguments.action} 用户名 --auth-file 文件")
    return {"add": _add, "remove": _remove, "token": _token, "revoke": _revoke}[arguments.action](arguments)


def _add(arguments: argparse.Namespace) -> int:
    """Ask for a password and write an account."""
    role = add_account(arguments.auth_file, arguments.name, _password(), role=arguments.role)
    return _say(arguments, {"name": arguments.name, "role": role}, f"已写入：{arguments.name}（{ROLE_NAMES[role]}）")


def _remove(arguments: argparse.Namespace) -> int:
    """Take out an account with its tokens."""
    remove_account(arguments.auth_file, arguments.name)
    return _say(arguments, {"removed": arguments.name}, f"已移除：{arguments.name}")


def _token(arguments: argparse.Namespace) -> int:
    """Make a token and show it, once."""
    secret = add_token(arguments.auth_file, arguments.name, label=arguments.label, role=arguments.role)
    sys.stderr.write("令牌只显示这一次，请存好；丢了就重做一个。\n")
    return _say(arguments, {"name": arguments.name, "label": arguments.label, "token": secret}, secret)


def _revoke(arguments: argparse.Namespace) -> int:
    """Take out a token."""
    remove_token(arguments.auth_file, arguments.name, label=arguments.label)
    return _say(arguments, {"revoked": f"{arguments.name}/{arguments.label}"}, f"已作废：{arguments.label}")


def _list(arguments: argparse.Namespace) -> int:
    """List who may come in; no hash is shown."""
    held = load_accounts(arguments.auth_file)
    people = [
        {
            "name": one.name,
            "role": one.role,
            "tokens": [{"label": two.label, "role": two.role} for two in held.tokens if two.account == one.name],
        }
        for one in held.people
    ]
    lines = []
    for one in held.people:
        lines.append(f"{one.name}  {ROLE_NAMES[one.role]}")
        lines += [f"  令牌 {two.label}  {ROLE_NAMES[two.role]}" for two in held.tokens if two.account == one.name]
    return _say(arguments, people, "\n".join(lines))


def _password() -> str:
    """Return a password, asked for twice on a terminal, else the first line of standard input."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\r\n")
    password = getpass("口令：")
    if getpass("再输一次：") != password:
        raise BadRequest("两次输入的口令不同", instead="请再试一次")
    return password


def _say(arguments: argparse.Namespace, tree: Any, text: str) -> int:
    """Write one JSON value, or what a person reads."""
    sys.stdout.write(f"{json.dumps(tree, ensure_ascii=False, indent=2) if arguments.json else text}\n")
    return DONE
