"""A WSGI application on loopback, for tests that look at it with a browser."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server


class _Silent(WSGIRequestHandler):
    def log_message(self, *args: Any) -> None:
        pass


class _Server(ThreadingMixIn, WSGIServer):
    """A thread for each line: a browser opens some before it needs them, and one at a time would wait on those."""

    daemon_threads = True


@contextmanager
def served(application: Any) -> Iterator[str]:
    """Serve `application` while the block runs; give its address."""
    server = make_server("127.0.0.1", 0, application, server_class=_Server, handler_class=_Silent)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
