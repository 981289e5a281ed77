"""Requests without a browser and without a server: through all middleware, each in a savepoint that is undone.

What Django's test client adds (copies of every template context) is left out: it made the sweep many times slower.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.http import HttpRequest
from django.test import Client, RequestFactory
from django.test.client import ClientHandler
from django.utils.module_loading import import_string

from audit.models import InzageRegel

from .identities import IDENTITIES, Identity
from .world import World

Fields = Mapping[str, str | Sequence[str]]
HTMX = {"HTTP_HX_REQUEST": "true"}


@dataclass(frozen=True)
class Answer:
    """All that left the building because of one request, and what was written in the inzagelog for it."""

    status: int
    body: str
    headers: tuple[tuple[str, str], ...]
    cookies: str
    session: str
    log: str
    mail: str
    looks: int
    error: str

    @property
    def location(self) -> str:
        return dict(self.headers).get("Location", "")

    def channels(self) -> Iterator[tuple[str, str]]:
        """Every way in which something can get out, with what went along it."""
        yield "body", self.body
        yield "header", "\n".join(f"{name}: {value}" for name, value in self.headers)
        yield "cookie", self.cookies
        yield "session", self.session
        yield "log", self.log
        yield "mail", self.mail


class _Listener(logging.Handler):
    """Keeps the log lines of one request, as the site writes them."""

    def __init__(self) -> None:
        super().__init__(level=logging.DEBUG)
        self.lines: list[str] = []
        how = settings.LOGGING["formatters"]["plain"]
        self.setFormatter(import_string(how["()"])(how["format"]))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))

    def take(self) -> str:
        lines, self.lines = self.lines, []
        return "\n".join(lines)


@dataclass
class Browser:
    """One for a whole sweep; each identity has its own session. Use inside `listening()`."""

    world: World
    sessions: dict[str, str] = field(default_factory=dict)
    requests: int = 0

    def __post_init__(self) -> None:
        self._handler = ClientHandler(enforce_csrf_checks=False)
        self._factory = RequestFactory()
        self._listener = _Listener()
        self._error = ""
        for identity in IDENTITIES:
            if identity.username is not None:
                self.sessions[identity.name] = self.log_in(identity.username)

    def log_in(self, username: str) -> str:
        """The cookie of a new session of this user, who came in by a password."""
        client = Client()
        client.force_login(self.world.users[username], "django.contrib.auth.backends.ModelBackend")
        return str(client.cookies["sessionid"].value)

    @contextmanager
    def listening(self) -> Iterator[Browser]:
        """Catch all log lines and the errors behind an answer of 500 while inside."""
        root = logging.getLogger()
        handlers, root.handlers = root.handlers, [self._listener]
        got_request_exception.connect(self._note_error)
        try:
            yield self
        finally:
            got_request_exception.disconnect(self._note_error)
            root.handlers = handlers

    def _note_error(self, **kwargs: Any) -> None:
        kind, value, traceback = sys.exc_info()
        place = ""
        while traceback is not None:
            frame = traceback.tb_frame
            place = f"{frame.f_code.co_filename.rsplit('site-packages/', 1)[-1]}:{traceback.tb_lineno}"
            traceback = traceback.tb_next
        self._error = f"{kind.__name__ if kind else ''}: {value} at {place}"

    def get(self, identity: Identity, path: str, query: Sequence[tuple[str, str]] = (), **extra: str) -> Answer:
        return self._send(identity, self._factory.get(path, query_string=urlencode(query), **extra))

    def post(self, identity: Identity, path: str, fields: Fields, **extra: str) -> Answer:
        body = urlencode(fields, doseq=True)
        return self._send(
            identity, self._factory.post(path, body, content_type="application/x-www-form-urlencoded", **extra)
        )

    def _send(self, identity: Identity, request: HttpRequest) -> Answer:
        self.requests += 1
        environ = request.environ
        if cookie := self.sessions.get(identity.name):
            environ["HTTP_COOKIE"] = f"sessionid={cookie}"
        if environ["PATH_INFO"].startswith("/inloggen/"):
            cache.clear()  # allauth counts requests there
        self._listener.take()
        self._error, mail.outbox = "", []
        with transaction.atomic():
            before = _looks()
            callbacks = len(connection.run_on_commit)
            response = self._handler(environ)
            for _sids, callback, _robust in connection.run_on_commit[callbacks:]:
                callback()  # nothing commits here, so what waits for it would never be seen
            looks = _looks() - before
            answer = self._answer(response, looks)
            transaction.set_rollback(True)
        return answer

    def _answer(self, response: Any, looks: int) -> Answer:
        content = b"".join(response.streaming_content) if response.streaming else response.content
        session = getattr(response.wsgi_request, "session", None)
        letters = [f"{letter.subject}\n{letter.body}\n{letter.message()}" for letter in mail.outbox]
        return Answer(
            status=response.status_code,
            body=content.decode("utf-8", "replace"),
            headers=tuple(response.items()),
            cookies=response.cookies.output(header=""),
            session=json.dumps(dict(session.items()), default=str) if session is not None else "",
            log=self._listener.take(),
            mail="\n".join(letters),
            looks=looks,
            error=self._error if response.status_code >= 500 else "",
        )


def _looks() -> int:
    last = InzageRegel.objects.order_by("-volgnummer").values_list("volgnummer", flat=True).first()
    return int(last or 0)
