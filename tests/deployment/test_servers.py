"""What the compose file runs, run here: the same commands with the same variables, on real servers of CI's own.

No Docker engine is needed. The database and the indices are made for this test and dropped after it.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import secrets
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest
from elasticsearch import Elasticsearch

from .production import environment, run
from .stack import ROOT, filled_in, service

pytestmark = [pytest.mark.postgres, pytest.mark.elasticsearch, pytest.mark.timeout(300)]
START_SECONDS = 60


def _server(variable: str) -> str:
    """The address of a server; the test fails where there is none, and never skips."""
    address = os.environ.get(variable, "")
    if not address:
        pytest.fail(f"{variable} is not set: this test needs the server (tests/README.md)")
    return address


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def variables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The variables of .env.example with servers and folders of this test: a new database, indices of its own."""
    postgres, elastic = _server("REGIEKADER_TEST_POSTGRES"), _server("REGIEKADER_TEST_ELASTICSEARCH")
    name = f"deployment_{secrets.token_hex(4)}"
    var = tmp_path_factory.mktemp("var")
    with psycopg.connect(postgres, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    try:
        yield filled_in(
            DATABASE_URL=urlsplit(postgres)._replace(path=f"/{name}").geturl(),
            ELASTICSEARCH_URL=elastic,
            REGIEKADER_SEARCH_INDEX_PREFIX=name.replace("_", "-"),
            REGIEKADER_VAR=str(var),
            REGIEKADER_SEARCH_INDEX_DIR=str(var / "index"),
            REGIEKADER_STATIC_ROOT=str(var / "static"),
            REGIEKADER_BIND=f"127.0.0.1:{_free_port()}",
        )
    finally:
        with psycopg.connect(postgres, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
        client = Elasticsearch(elastic)
        for index in client.indices.get(index=f"{name.replace('_', '-')}-*"):
            client.indices.delete(index=index)


def _succeed(command: list[str], variables: dict[str, str]) -> str:
    answer = run(command, variables)
    assert answer.returncode == 0, f"{command}: {answer.stdout[-2000:]}{answer.stderr[-3000:]}"
    return answer.stdout


@pytest.fixture(scope="module")
def set_up(variables: dict[str, str]) -> dict[str, str]:
    """The three services that end, in their order, and the files that the image is built with."""
    for name in ("migrate", "inrichten", "index"):
        _succeed(service(name)["command"], variables)
    _succeed(["python", "site/manage.py", "collectstatic", "--noinput"], variables)
    return variables


class Web:
    """A running `web` service, asked as the proxy in front of it asks."""

    def __init__(self, variables: dict[str, str]) -> None:
        self.port = int(variables["REGIEKADER_BIND"].rpartition(":")[2])
        self.host = variables["REGIEKADER_ALLOWED_HOSTS"]

    def get(self, path: str, *, scheme: str = "https", host: str = "") -> tuple[int, dict[str, str], str]:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", path, headers={"Host": host or self.host, "X-Forwarded-Proto": scheme})
            answer = connection.getresponse()
            return answer.status, dict(answer.getheaders()), answer.read().decode("utf-8", "replace")
        finally:
            connection.close()


@pytest.fixture(scope="module")
def web(set_up: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    log = tmp_path_factory.mktemp("web") / "log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            service("web")["command"], cwd=ROOT, env=environment(set_up), stdout=output, stderr=subprocess.STDOUT
        )
    try:
        _wait_for(Web(set_up), process, log)
        yield Web(set_up)
    finally:
        process.terminate()
        process.wait(30)


def _wait_for(web: Web, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            if web.get("/gezondheid/")[0] == 200:
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"web did not answer: {log.read_text(encoding='utf-8', errors='replace')[-3000:]}")


def test_the_site_answers_that_it_is_well(web: Web) -> None:
    status, headers, body = web.get("/gezondheid/")
    assert (status, body) == (200, "ok")
    assert "max-age=31536000" in headers["Strict-Transport-Security"]


def test_the_health_check_of_the_container_passes_and_fails_when_nothing_answers(
    web: Web, set_up: dict[str, str]
) -> None:
    check = service("web")["healthcheck"]["test"][1:]
    assert run(check, set_up).returncode == 0
    assert run(check, {**set_up, "REGIEKADER_BIND": f"127.0.0.1:{_free_port()}"}).returncode == 1


def test_the_login_page_comes_with_its_style_sheets(web: Web) -> None:
    status, headers, body = web.get("/inloggen/")
    assert status == 200
    assert 'name="password"' in body
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    sheets = re.findall(r'href="(/static/[^"]+\.css)"', body)
    assert sheets
    for sheet in sheets:
        assert re.search(r"\.[0-9a-f]{12}\.css$", sheet), "the name holds no hash of the content"
        assert web.get(sheet)[0] == 200


def test_plain_http_is_sent_to_https(web: Web) -> None:
    status, headers, _body = web.get("/inloggen/", scheme="http")
    assert (status, headers["Location"]) == (301, f"https://{web.host}/inloggen/")


def test_another_host_name_is_refused(web: Web) -> None:
    assert web.get("/inloggen/", host="elders.voorbeeld.nl")[0] == 400


def test_a_dossier_leads_to_login_whether_it_exists_or_not(web: Web) -> None:
    status, headers, _body = web.get("/dossiers/RK-AAAA-AAAA/")
    assert status == 302
    assert headers["Location"].startswith("/inloggen/")


def test_the_worker_does_what_lies_ready(set_up: dict[str, str]) -> None:
    _succeed([*service("worker")["command"], "--once"], set_up)


def test_the_worker_puts_loaded_guidance_in_the_index_of_elasticsearch(set_up: dict[str, str]) -> None:
    text = "knowledge/handelingskader/content/leidraad.txt"
    _succeed(["python", "site/manage.py", "import_handelingskader", text], set_up)
    _succeed([*service("worker")["command"], "--once"], set_up)
    report = json.loads(_succeed(["python", "site/manage.py", "index_verify", "--json"], set_up))
    assert report == {"differences": {"guidance": {}, "dossiers": {}}, "waiting": 0}
    client = Elasticsearch(set_up["ELASTICSEARCH_URL"])
    alias = f"{set_up['REGIEKADER_SEARCH_INDEX_PREFIX']}-guidance"
    client.indices.refresh(index=alias)
    assert client.count(index=alias)["count"] >= 36  # the sections of the shipped text


def test_set_up_may_run_again(set_up: dict[str, str]) -> None:
    for name in ("migrate", "inrichten", "index"):
        _succeed(service(name)["command"], set_up)
