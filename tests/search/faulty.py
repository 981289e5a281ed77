"""A server between the client and Elasticsearch that can be away, frozen, or answer with an error."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from enum import StrEnum
from urllib.parse import urlsplit

_ERROR = (
    b"HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\nX-Elastic-Product: Elasticsearch\r\n"
    b"Content-Length: 2\r\nConnection: close\r\n\r\n{}"
)


class Mode(StrEnum):
    """What happens to a connection."""

    PASS = "pass"
    AWAY = "away"
    FROZEN = "frozen"
    ERROR = "error"


class FaultyServer:
    """Listens on a port of its own and passes on to `target`, as long as `mode` says so."""

    def __init__(self, target: str) -> None:
        parts = urlsplit(target)
        self._target = (parts.hostname or "127.0.0.1", parts.port or 9200)
        self._mode = Mode.PASS
        self._open: set[socket.socket] = set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        threading.Thread(target=self._serve, daemon=True).start()

    @property
    def mode(self) -> Mode:
        """What happens now."""
        return self._mode

    @mode.setter
    def mode(self, mode: Mode) -> None:
        self._mode = mode
        for connection in list(self._open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Ends everything."""
        self.mode = Mode.AWAY
        self._listener.close()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._handle, args=(client,), daemon=True).start()

    def _handle(self, client: socket.socket) -> None:
        self._open.add(client)
        with suppress(OSError), client:
            if self._mode is Mode.PASS:
                with socket.create_connection(self._target) as server:
                    self._open.add(server)
                    back = threading.Thread(target=self._pump, args=(server, client), daemon=True)
                    back.start()
                    self._pump(client, server)
                    back.join()
                    self._open.discard(server)
            elif self._mode is Mode.ERROR:
                client.recv(65536)
                client.sendall(_ERROR)
            elif self._mode is Mode.FROZEN:
                while client.recv(65536):
                    pass
        self._open.discard(client)

    @staticmethod
    def _pump(one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while piece := one.recv(65536):
                other.sendall(piece)
        with suppress(OSError):
            other.shutdown(socket.SHUT_WR)
