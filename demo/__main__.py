"""`python -m demo`: what `isigurt up --demo` does. The product's supervisor, with the demo's plan.

`python -m demo bake --check`, or another word of `isigurt`: the same in the demo's composition.
"""

import os
import socket
import sys
from pathlib import Path

from demo.choices import Choices
from demo.internet.authenticator import read_accounts
from demo.world import REGISTRY
from isigurt.config.environment import Environment
from isigurt.config.supervisor import Child, Plan, Port, children, door_ports, product_words, python, run

CHECKOUT = Path(__file__).resolve().parents[1]


def demo_environment(environment: Environment, choices: Choices) -> dict[str, str]:
    """Return the environment of the demo's processes: the product's own settings, as an operator would set them."""
    return {
        "ISIGURT_VAR": str(environment.var),
        "ISIGURT_DEMO_LABEL": choices.label(),
        "ISIGURT_FRONT": environment.front,
        "ISIGURT_DESK": environment.desk,
        "ISIGURT_MAIL_RELAY": f"smtp://127.0.0.1:{choices.mail_port}",
        "ISIGURT_MAIL_FROM": environment.mail_from or "hotline@demo.isigurt.al",
        "ISIGURT_RDAP": f"https://{REGISTRY.name}",
        "ISIGURT_AUDITOR": environment.auditor or "auditor@demo.isigurt.al",
    }


def demo_ports(choices: Choices) -> tuple[Port, ...]:
    """Return the demo internet's ports."""
    names = (
        (choices.operator_port, "the demo internet's page"),
        *((port, "a demo resolver") for port in choices.name_ports),
        (choices.registry_port, "the demo registry"),
        (choices.web_port, "the demo web host"),
        (choices.secure_web_port, "the demo web host"),
        (choices.mail_port, "the demo mail server"),
    )
    change = f"ISIGURT_DEMO_PORT={choices.first_port + 100} (the first of seven in a row)"
    ports = [Port(number, what, change) for number, what in names]
    ports += [Port(number, "a demo resolver", change, socket.SOCK_DGRAM) for number in choices.name_ports]
    return tuple(ports)


def day_in_words(speed: float) -> str:
    """Return how long a day of the demo takes us."""
    seconds = 86_400 / speed
    return f"{seconds / 60:.2g} minutes" if seconds >= 60 else f"{seconds:.0f} seconds"


def demo_words(environment: Environment, choices: Choices) -> list[str]:
    """Return what a newcomer reads once everything answers."""
    *product, end = product_words(environment)
    return [
        *product,
        f"  Demo clock    {choices.speed:g} times faster: a day passes in {day_in_words(choices.speed)}",
        f"  The internet  {choices.operator_address}        hosts: take a page down, put it back",
        f"                {choices.operator_address}/mail   every mail that was sent",
        f"                {choices.operator_address}/codes  the one-time codes of the accounts below",
        "",
        "  Sign in to the desk with e-mail, password and the code from /codes (a passkey can be added then):",
        *(
            f"    {account.role:<8} {account.email:<28} {account.password}"
            for account in read_accounts(choices.accounts)
        ),
        "",
        "  Report this page to begin: https://foto.demo.isigurt.al/album/4711",
        "",
        end,
    ]


def main() -> int:
    """Run the demo until told to end; return the exit code."""
    environment, choices = Environment.read(), Choices.read()
    settings = demo_environment(environment, choices)
    os.environ.update(settings)
    if len(sys.argv) > 1:
        return os.execv(sys.executable, python("-m", "demo.process", *sys.argv[1:]))  # noqa: S606 - our own interpreter
    return run(
        Plan(
            preparations=(python("-m", "isigurt", "prepare"), python("-m", "demo.preparation")),
            children=(
                Child("demo internet", python("-m", "demo.internet")),
                *children(environment, "-m", "demo.process"),
                Child("the demo's reports", python("-m", "demo.reports")),
            ),
            ports=(*door_ports(environment), *demo_ports(choices)),
            words=lambda: demo_words(environment, choices),
            folder=CHECKOUT,
        ),
        var=environment.var,
    )


if __name__ == "__main__":
    sys.exit(main())
