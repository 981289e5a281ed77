"""The login in ELASTICSEARCH_URL reaches the server: CI's own server asks for none, that of the compose file does."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from search.engines.base import IndexOutdatedError
from search.engines.elasticsearch import ElasticsearchEngine

from .stack import filled_in

VERSION = b'{"version": {"number": "8.19.8"}}'


@pytest.fixture
def asked() -> Iterator[tuple[int, list[str]]]:
    """A server that says it is Elasticsearch and has no index: its port, and the login of each request."""
    logins: list[str] = []

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            logins.append(self.headers.get("Authorization", ""))
            self.send_response(200 if self.path == "/" else 404)
            self.send_header("X-Elastic-Product", "Elasticsearch")
            self.send_header("Content-Type", "application/json")
            body = VERSION if self.path == "/" else b"{}"
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_arguments: object) -> None:
            """Nothing: the output belongs to the tests."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port, logins
    finally:
        server.shutdown()
        server.server_close()


def test_the_login_in_the_address_is_sent(asked: tuple[int, list[str]]) -> None:
    port, logins = asked
    variables = filled_in()
    url = variables["ELASTICSEARCH_URL"].replace("elasticsearch:9200", f"127.0.0.1:{port}")
    with pytest.raises(IndexOutdatedError):
        ElasticsearchEngine(url, "proef").check()
    login = base64.b64encode(f"elastic:{variables['ELASTIC_PASSWORD']}".encode()).decode()
    assert set(logins) == {f"Basic {login}"}
