"""The page for the person who plays the internet: hosted pages, the mailbox, the authenticator."""

from demo.choices import Choices
from demo.internet import authenticator
from demo.internet.condition import Condition, Conditions
from demo.internet.mail import Mailbox
from demo.internet.rendering import HEADERS, page, static
from demo.internet.web import Handler, Request, Response
from demo.world import HOSTS, PAGES

ACTS = {
    "down": (Condition.DOWN, "Take down · Hiqe"),
    "up": (Condition.UP, "Put back · Ktheje"),
    "error": (Condition.ERROR, "Answer 500 · Përgjigju 500"),
    "silent": (Condition.SILENT, "Time out · Mos u përgjigj"),
}
CONDITIONS = {
    Condition.UP: "up · në linjë",
    Condition.DOWN: "taken down (404) · e hequr",
    Condition.ERROR: "answers 500 · përgjigjet 500",
    Condition.SILENT: "times out · nuk përgjigjet",
}


class Operator:
    """Answers the operator's pages."""

    def __init__(self, choices: Choices, conditions: Conditions, mailbox: Mailbox) -> None:
        self._choices = choices
        self._conditions = conditions
        self._mailbox = mailbox

    def handler(self) -> Handler:
        """Return what the small server calls."""

        async def handle(request: Request) -> Response:
            if request.host not in {"localhost", "127.0.0.1"}:
                return Response(b"no such host", status=421, kind="text/plain")
            return self._post(request) if request.method == "POST" else self._get(request)

        return handle

    def _get(self, request: Request) -> Response:
        common = {"label": self._choices.label(), "path": request.path}
        match request.path.strip("/").split("/"):
            case [""]:
                return page("hosts.html", **common, **self._hosts())
            case ["mail"]:
                return page("mailbox.html", **common, mails=self._mailbox.all())
            case ["mail", number] if mail := self._mailbox.one(number):
                return page("mail.html", **common, mail=mail)
            case ["codes"]:
                return page("codes.html", **common, **authenticator.shown(self._choices.accounts))
            case ["static", name] if found := static(name):
                return found
        return page("said.html", status=404, title="404", text="There is no such page. · Kjo faqe nuk gjendet.")

    def _hosts(self) -> dict[str, object]:
        pages = [
            {
                "page": one,
                "condition": self._conditions.of(one.address),
                "words": CONDITIONS[self._conditions.of(one.address)],
                "acts": [
                    (act, words)
                    for act, (condition, words) in ACTS.items()
                    if condition is not self._conditions.of(one.address)
                ],
            }
            for one in PAGES
        ]
        names = [(host.name, host.address, self._conditions.is_off(host.name)) for host in HOSTS]
        return {"pages": pages, "names": names, "visits": self._conditions.recent()}

    def _post(self, request: Request) -> Response:
        # A page elsewhere in the same browser must not press these buttons.
        port = self._choices.operator_port
        if request.headers.get("origin") not in {f"http://localhost:{port}", f"http://127.0.0.1:{port}"}:
            return Response(b"not from this page", status=403, kind="text/plain")
        form = request.form
        if request.path == "/page" and form.get("act") in ACTS:
            if form.get("address") in {one.address for one in PAGES}:
                self._conditions.put(form["address"], ACTS[form["act"]][0])
        elif request.path == "/name" and form.get("name") in {host.name for host in HOSTS}:
            self._conditions.switch(form["name"], off=form.get("act") == "off")
        return Response(status=303, headers={**HEADERS, "Location": "/"})
