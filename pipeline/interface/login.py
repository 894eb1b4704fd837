"""Signing in and out: a plain page without a script, and the cookie of a session."""

from __future__ import annotations

from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from pipeline.interface.entrance import IDLE_SECONDS, Entrance, TooManyFailures
from pipeline.interface.language import COOKIE, language, say
from pipeline.interface.wording import escape

_CHOICE_SECONDS = 400 * 86400
"""How long a browser keeps the choice of a language, as the script of the chat does."""

_PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · 纪要 Jiyao</title>
<style>
:root {{ color-scheme: light dark; --ink: #1d2129; --paper: #f6f6f3; --card: #fff; --line: #8a8f98; --seal: #9e2a23 }}
@media (prefers-color-scheme: dark) {{
  :root {{ --ink: #e8e6e1; --paper: #17181b; --card: #202226; --line: #7d828c; --seal: #f0a39b }}
}}
body {{ margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink);
  font: 16px/1.6 system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif }}
form {{ width: min(20rem, calc(100vw - 4rem)); padding: 1.75rem; background: var(--card); border-radius: .5rem }}
header {{ display: flex; align-items: baseline; justify-content: space-between; margin-bottom: 1rem }}
h1 {{ margin: 0; font-size: 1.25rem }}
a {{ color: inherit; font-size: .875rem; padding: .5rem 0; text-underline-offset: 3px }}
label {{ display: block; margin: .75rem 0 }}
input {{ box-sizing: border-box; width: 100%; margin-top: .25rem; padding: .5rem .6rem; font: inherit; color: inherit;
  background: transparent; border: 1px solid var(--line); border-radius: .3rem }}
button {{ width: 100%; margin-top: .75rem; padding: .55rem; font: inherit; color: var(--card); background: var(--ink);
  border: 0; border-radius: .3rem; cursor: pointer }}
:focus-visible {{ outline: 2px solid var(--ink); outline-offset: 2px }}
p {{ margin: 0; color: var(--seal) }}
</style>
</head>
<body>
<main><form method="post" action="login">
<header><h1>纪要 Jiyao</h1><a href="login?language={other}" lang="{other}">{switch}</a></header>
{problem}
<label>{username}<input name="username" autocomplete="username" required autofocus value="{name}"></label>
<label>{password}<input name="password" type="password" autocomplete="current-password" required></label>
<button>{title}</button>
</form></main>
</body>
</html>
"""


def routes(entrance: Entrance) -> list[Route]:
    """Return the routes for signing in and out."""

    async def show(request: Request) -> Response:
        if entrance.is_open:
            return RedirectResponse("./", status_code=303)
        chosen = request.query_params.get("language")
        return _switched(chosen) if chosen in ("zh", "en") else _page()

    async def sign_in(request: Request) -> Response:
        form = parse_qs((await request.body()).decode("utf-8", "replace"))
        name, password = (form.get(field, [""])[0] for field in ("username", "password"))
        address = request.client.host if request.client else ""
        try:
            secret = await run_in_threadpool(entrance.sign_in, name.strip(), password, address=address)
        except TooManyFailures:
            return _page(say("错得太多，请几分钟后再试。"), name=name, status=429)
        if secret is None:
            return _page(say("用户名或口令不对。"), name=name, status=400)
        response = RedirectResponse("./", status_code=303)
        safe = request.url.scheme == "https" or request.headers.get("x-forwarded-proto") == "https"
        response.set_cookie(
            entrance.cookie, secret, max_age=IDLE_SECONDS, httponly=True, samesite="lax", secure=safe, path="/"
        )
        return response

    async def sign_out(request: Request) -> Response:
        entrance.sign_out(dict(request.scope["headers"]))
        response = RedirectResponse("login", status_code=303)
        response.delete_cookie(entrance.cookie, path="/")
        return response

    return [
        Route("/login", show, methods=["GET"]),
        Route("/login", sign_in, methods=["POST"]),
        Route("/logout", sign_out, methods=["GET"]),
    ]


def _switched(language: str) -> Response:
    """Keep the language that was chosen as the switch of the chat does, and show the page again."""
    response = RedirectResponse("login", status_code=303)
    response.set_cookie(COOKIE, language, max_age=_CHOICE_SECONDS, samesite="lax", path="/")
    return response


def _page(problem: str = "", *, name: str = "", status: int = 200) -> Response:
    """Return the page in the language of now, with what went wrong."""
    english = language() == "en"
    page = _PAGE.format(
        lang="en" if english else "zh-CN",
        title=say("登录"),
        other="zh" if english else "en",
        switch="中文" if english else "English",
        problem=f'<p role="alert">{escape(problem)}</p>' if problem else "",
        username=say("用户名"),
        password=say("口令"),
        name=escape(name),
    )
    return HTMLResponse(page, status_code=status, headers={"Cache-Control": "no-store"})
