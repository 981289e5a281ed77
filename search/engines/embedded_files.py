"""The files of the embedded engine: generations of an index, which one is in use, and who may write."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import tantivy

from search.analysis.chain import fingerprint
from search.engines.base import IndexOutdatedError, WriterBusyError

SCHEMA_VERSION = "3"
WAIT_FOR_WRITER = 10.0
"""Seconds that a writer waits for another one to finish."""

_MARK = "regiekader.json"
_threads = threading.RLock()


class Generations:
    """The generations of one index below `folder/name`."""

    def __init__(self, folder: Path, name: str, schema: Callable[[], tantivy.Schema]) -> None:
        self.root = folder
        self.folder = folder / name
        self._schema = schema

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Holds the one writer of the whole folder; raises WriterBusyError when another process keeps it."""
        self.root.mkdir(parents=True, exist_ok=True)
        with _threads, (self.root / "writer.lock").open("a") as lock:
            _take(lock.fileno(), self.root)
            try:
                yield
            finally:
                fcntl.flock(lock, fcntl.LOCK_UN)

    def exists(self) -> bool:
        """Whether a generation is in use."""
        return (self.folder / "current").exists()

    def stamp(self) -> tuple[Any, ...]:
        """Changes when another generation comes in use (first item) or the one in use was written to."""
        try:
            current = (self.folder / "current").read_text(encoding="ascii")
            return current, (self.folder / current / "meta.json").stat().st_mtime_ns
        except FileNotFoundError as error:
            raise IndexOutdatedError(f"there is no index {self.folder.name} yet: run index_rebuild") from error

    def open(self) -> tantivy.Index:
        """The generation in use; raises IndexOutdatedError when it is missing or of another chain or schema."""
        path = self.folder / self.stamp()[0]
        mark = json.loads((path / _MARK).read_text(encoding="utf-8"))
        if mark != _mark():
            raise IndexOutdatedError(f"index {self.folder.name} was made by another version: run index_rebuild")
        return tantivy.Index.open(str(path))

    def open_or_create(self) -> tantivy.Index:
        """The generation in use, or a first, empty one. Only for the writer."""
        if self.exists():
            return self.open()
        generation, index = self.create()
        self.use(generation)
        return index

    def create(self) -> tuple[str, tantivy.Index]:
        """A new, empty generation that is not in use yet. Only for the writer."""
        generation = f"{time.strftime('%Y%m%dT%H%M%S')}-{uuid4().hex[:8]}"
        path = self.folder / generation
        path.mkdir(parents=True)
        (path / _MARK).write_text(json.dumps(_mark()), encoding="utf-8")
        return generation, tantivy.Index(self._schema(), path=str(path))

    def use(self, generation: str) -> None:
        """Puts a generation in use in one step, and drops all older ones but the last."""
        previous = (self.folder / "current").read_text(encoding="ascii") if self.exists() else None
        scratch = self.folder / "current.new"
        scratch.write_text(generation, encoding="ascii")
        os.replace(scratch, self.folder / "current")
        self._drop_except({generation, previous})

    def forget_old(self) -> None:
        """Drops every generation but the one in use."""
        self._drop_except({self.stamp()[0]})

    def drop(self, generation: str) -> None:
        """Removes a generation and its bytes."""
        shutil.rmtree(self.folder / generation, ignore_errors=True)

    def _drop_except(self, kept: set[str | None]) -> None:
        for path in self.folder.iterdir():
            if path.is_dir() and path.name not in kept:
                self.drop(path.name)


def _mark() -> dict[str, str]:
    return {"chain": fingerprint(), "schema": SCHEMA_VERSION}


def _take(descriptor: int, root: Path) -> None:
    deadline = time.monotonic() + WAIT_FOR_WRITER
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > deadline:
                raise WriterBusyError(
                    f"another process writes the search index in {root}: a worker or a command"
                ) from error
            time.sleep(0.05)
        else:
            return
