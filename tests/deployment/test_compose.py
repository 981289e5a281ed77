"""The compose file and the Dockerfile say what exists, keep servers to themselves and hold no secret."""

from __future__ import annotations

import re
import shutil
from typing import Any

import pytest
from django.core.management import get_commands

from .stack import COMPOSE, ROOT, compose, example_variables, service

OURS = ("migrate", "inrichten", "index", "web", "worker")
SERVICES = sorted([*OURS, "postgres", "elasticsearch"])


def _command(name: str) -> list[str]:
    command: list[str] = service(name)["command"]
    return command


def test_it_has_web_worker_servers_and_set_up() -> None:
    assert sorted(compose()["services"]) == SERVICES


@pytest.mark.parametrize("name", OURS)
def test_our_services_share_one_image_and_the_variables_of_the_env_file(name: str) -> None:
    assert service(name)["image"] == "regiekader"
    assert service(name)["env_file"] == ".env"
    assert "environment" not in service(name)


@pytest.mark.parametrize("name", OURS)
def test_the_command_of_a_service_exists(name: str) -> None:
    command = _command(name)
    if command[:2] == ["python", "site/manage.py"]:
        assert (ROOT / command[1]).is_file()
        assert command[2] in get_commands()
    else:
        assert shutil.which(command[0])
        assert command[1:] == ["--config", "python:config.gunicorn", "config.wsgi"]


def test_the_image_runs_the_same_web_command() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    assert re.findall(r"^CMD \[(.*)\]$", dockerfile, re.MULTILINE) == [", ".join(f'"{c}"' for c in _command("web"))]


@pytest.mark.parametrize("name", ["web", "postgres", "elasticsearch"])
def test_what_answers_has_a_health_check(name: str) -> None:
    check = service(name)["healthcheck"]
    assert check["test"][0] in {"CMD", "CMD-SHELL"}
    assert {"interval", "timeout", "retries"} <= set(check)


def test_who_depends_on_a_service_waits_for_it_to_be_ready() -> None:
    def waits(described: dict[str, Any]) -> dict[str, str]:
        return {name: wait["condition"] for name, wait in described.get("depends_on", {}).items()}

    services = compose()["services"]
    for name, described in services.items():
        for other, condition in waits(described).items():
            assert other in services, name
            wanted = "service_healthy" if "healthcheck" in services[other] else "service_completed_successfully"
            assert condition == wanted, (name, other)


def test_only_the_site_is_published_and_only_on_loopback() -> None:
    published = {name: s["ports"] for name, s in compose()["services"].items() if "ports" in s}
    assert published == {"web": ["127.0.0.1:8000:8000"]}


def test_database_and_index_have_no_way_out() -> None:
    assert compose()["networks"]["behind"] == {"internal": True}
    for name in ("postgres", "elasticsearch"):
        assert service(name)["networks"] == ["behind"]


def test_every_volume_that_is_used_is_declared() -> None:
    used = {v.split(":")[0] for s in compose()["services"].values() for v in s.get("volumes", [])}
    assert used == set(compose()["volumes"])


def test_every_image_has_a_version() -> None:
    images = {s["image"] for s in compose()["services"].values()} - {"regiekader"}
    assert all(re.search(r":\d+[\w.-]*$", image) for image in images), images


def test_elasticsearch_is_the_version_that_ci_runs() -> None:
    script = (ROOT / "tests/services/elasticsearch/start-elasticsearch.sh").read_text(encoding="utf-8")
    version = re.search(r"^ES_VERSION=(\S+)$", script, re.MULTILINE)
    assert version
    assert service("elasticsearch")["image"].endswith(f":{version.group(1)}")


def test_the_files_hold_no_secret() -> None:
    secret = re.compile(r"PASSWORD|SECRET")
    assert {name: value for name, value in example_variables().items() if secret.search(name) and value} == {}
    for line in COMPOSE.read_text(encoding="utf-8").splitlines():
        if secret.search(line):
            assert re.search(r"\$\$?\{\w+(:\?[^}]*)?\}", line), line


def test_the_image_is_built_from_a_short_list_of_files_and_runs_without_root() -> None:
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = {line.split()[1].rstrip("/") for line in lines if line.startswith("COPY")}
    ignore = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert copied == {line[1:] for line in ignore if line.startswith("!")}
    assert "*" in ignore
    assert all((ROOT / name).exists() for name in copied)
    assert [line for line in lines if line.startswith("USER")] == ["USER 10001"]


def test_commands_of_the_dockerfile_exist() -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    commands = re.findall(r"python site/manage\.py (\w+)", dockerfile)
    assert commands == ["collectstatic"]
    assert set(commands) <= set(get_commands())
