"""An analyst at the desk, over HTTP, who writes a note to one case after another while the desk is killed under them.

A note counts as acknowledged when the desk has answered that it was written; nobody sends it a second time.
"""

import http.client
import random
import re
import threading
from dataclasses import dataclass
from datetime import datetime
from email.message import Message
from http.cookies import SimpleCookie
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

CASES = 20  # the first so many are written to
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@dataclass(frozen=True)
class Answer:
    """What the desk said."""

    status: int
    headers: Message
    text: str


class Colleague(threading.Thread):
    """Signed in with `session`, at work until told to stop."""

    def __init__(self, host: str, port: int, session: str) -> None:
        super().__init__(name="colleague", daemon=True)
        self.acknowledged: list[str] = []
        self.tries = 0
        self._host, self._port, self._cookies = host, port, {"sessionid": session}
        self._told_to_stop = threading.Event()

    def run(self) -> None:
        while not self._told_to_stop.wait(0.1):
            try:
                self._write_one()
            except (OSError, http.client.HTTPException):
                continue  # the desk was killed under it

    def stop(self) -> None:
        self._told_to_stop.set()
        if self.is_alive():
            self.join(60)

    def _write_one(self) -> None:
        year = datetime.now(ZoneInfo("Europe/Tirane")).year
        number = f"{year}-{random.randint(1, CASES):06d}"
        case = self._ask("GET", f"/queue/?number={number}").headers["Location"]
        token = TOKEN.search(self._ask("GET", case).text) if case else None
        if token is None:
            return
        self.tries += 1
        text = f"shënimi {self.tries} ë"
        form = {"csrfmiddlewaretoken": token[1], "note-text": text}
        if self._ask("POST", f"{case}note/", urlencode(form)).status == http.HTTPStatus.FOUND:
            self.acknowledged.append(text)

    def _ask(self, method: str, path: str, body: str | None = None) -> "Answer":
        headers = {
            "Host": f"{self._host}:{self._port}",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items()),
            "Origin": f"http://{self._host}:{self._port}",
        }
        if body is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=20)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
            for line in answer.headers.get_all("Set-Cookie") or []:
                self._cookies.update({name: morsel.value for name, morsel in SimpleCookie(line).items()})
            return Answer(answer.status, answer.headers, text)
        finally:
            connection.close()
