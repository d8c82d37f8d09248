"""The one command line. Each word loads only the rooms it needs, so that the front never sees a private key."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

Run = Callable[[argparse.Namespace], int]


def _settings(role: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = f"isigurt.config.settings.{role}"
    import django  # noqa: PLC0415 - after the settings are chosen

    django.setup()


def _up(options: argparse.Namespace) -> int:
    from isigurt.config.supervisor import up  # noqa: PLC0415

    return up(demo=options.demo)


def _front(options: argparse.Namespace) -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "isigurt.config.settings.front"
    from isigurt.config.environment import Environment  # noqa: PLC0415
    from isigurt.config.family import forked_children_end_too  # noqa: PLC0415
    from isigurt.surfaces.front.serve import serve  # noqa: PLC0415

    keys = Environment.read().private_keys
    level = "one user: no isolation" if os.access(keys, os.R_OK) else "public keys only"
    print(f"front: {level}; it looked for private keys in {keys} (docs/threat-model.md)", flush=True)
    forked_children_end_too()
    serve(options.host, options.port)
    return 0


def _desk(options: argparse.Namespace) -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "isigurt.config.settings.desk"
    from isigurt.config.family import forked_children_end_too  # noqa: PLC0415
    from isigurt.surfaces.desk.serve import serve  # noqa: PLC0415

    forked_children_end_too()
    serve(options.host, options.port)
    return 0


def _worker(_: argparse.Namespace) -> int:
    _settings("worker")
    from isigurt.config.worker import work  # noqa: PLC0415

    work()
    return 0


def _prepare(_: argparse.Namespace) -> int:
    from isigurt.config.prepare import prepare  # noqa: PLC0415

    prepare(print)
    return 0


def _keys_new(options: argparse.Namespace) -> int:
    from isigurt.config.environment import Environment  # noqa: PLC0415
    from isigurt.vault.command import new  # noqa: PLC0415

    environment = Environment.read()
    return new(options.kind, private=environment.private_keys, public=environment.public_keys)


def _keys_list(_: argparse.Namespace) -> int:
    from isigurt.config.environment import Environment  # noqa: PLC0415
    from isigurt.vault.command import list_keys  # noqa: PLC0415

    environment = Environment.read()
    return list_keys(private=environment.private_keys, public=environment.public_keys)


def _judge(_: argparse.Namespace) -> int:
    from isigurt.safenet.command import judge_lines  # noqa: PLC0415

    return judge_lines(sys.stdin.buffer, sys.stdout.buffer)


def _verify(options: argparse.Namespace) -> int:
    _settings("everything")
    from isigurt.ledger.command import verify  # noqa: PLC0415

    return verify(anchor=options.anchor)


def _member_new(options: argparse.Namespace) -> int:
    _settings("everything")
    from isigurt.staff.command import new_member  # noqa: PLC0415

    return new_member(email=options.email, name=options.name, role=options.role)


def _check(_: argparse.Namespace) -> int:
    _settings("everything")
    from isigurt.config.checks import check  # noqa: PLC0415

    return check()


def _grants(options: argparse.Namespace) -> int:
    from isigurt.config.grants import print_grants  # noqa: PLC0415

    return print_grants(front=options.front, desk=options.desk)


def _bake(options: argparse.Namespace) -> int:
    _settings("everything")
    from isigurt.outreach import command  # noqa: PLC0415

    return command.check() if options.check else command.bake_all()


def _states(_: argparse.Namespace) -> int:
    _settings("everything")
    from isigurt.states.diagrams import document  # noqa: PLC0415

    sys.stdout.write(document())
    return 0


def _server(parser: argparse.ArgumentParser, port: int) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=port, help=f"the port to listen on (default: {port})")


def parser() -> argparse.ArgumentParser:
    """Return the whole command line, with help for a tired administrator."""
    top = argparse.ArgumentParser(
        prog="isigurt",
        description="iSIGURT: a hotline's public site, its desk, and the work between them.",
        epilog="Settings come from the environment; docs/operating.md lists them.",
    )
    words = top.add_subparsers(title="what to do", required=True, metavar="COMMAND")

    def word(name: str, run: Run, text: str, into: "argparse._SubParsersAction[argparse.ArgumentParser]" = words):  # type: ignore[no-untyped-def]
        made = into.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
        made.set_defaults(run=run)
        return made

    def group(name: str, text: str) -> "argparse._SubParsersAction[argparse.ArgumentParser]":
        return words.add_parser(name, help=text, description=text).add_subparsers(required=True, metavar="COMMAND")

    up = word("up", _up, "prepare everything and start front, desk and worker on this machine")
    up.add_argument("--demo", action="store_true", help="with invented cases and a demo internet on this machine")
    _server(word("front", _front, "serve the public site (holds public keys only)"), 8000)
    _server(word("desk", _desk, "serve the staff's desk"), 8001)
    word("worker", _worker, "do the work between report and removal until stopped")
    word("prepare", _prepare, "make folders, keys and tables; safe to run again")
    word("check", _check, "look whether this place is set up well, and say what is not")
    word("states", _states, "print the state diagrams of docs/states.md")

    bake = word("bake", _bake, "make the public pages anew, or check that every live page is baked and current")
    what = bake.add_mutually_exclusive_group(required=True)
    what.add_argument("--all", action="store_true", help="bake every page now")
    what.add_argument("--check", action="store_true", help="bake nothing; name what is missing or out of date")

    keys = group("keys", "the keys of this place")
    new = word("new", _keys_new, "make a new key; the one before stays able to open what it closed", keys)
    new.add_argument("kind", help="which key: desk, recovery, field, ledger, desk-secret (see docs/keys.md)")
    word("list", _keys_list, "list the keys and what each is for", keys)

    safenet = group("safenet", "the policy for reported addresses")
    word(
        "judge",
        _judge,
        "read addresses from standard input, one a line, and say of each whether it may be asked",
        safenet,
    )

    ledger = group("ledger", "the record of every look and act")
    verify = word("verify", _verify, "check the chain from the first entry to the last", ledger)
    verify.add_argument("--anchor", type=Path, metavar="FILE", help="a signed head from the auditor's mail")

    members = group("member", "the people who work here")
    member = word("new", _member_new, "add a member and print the words to sign in with the first time", members)
    member.add_argument("--email", required=True)
    member.add_argument("--name", required=True)
    member.add_argument("--role", required=True, choices=["analyst", "lead", "editor", "auditor", "admin"])

    stores = group("stores", "the two databases")
    grants = word("grants", _grants, "print the SQL that gives each PostgreSQL role no more than it needs", stores)
    grants.add_argument("--front", default="isigurt_front", help="the front's role")
    grants.add_argument("--desk", default="isigurt_desk", help="the desk's role")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = parser().parse_args(arguments)
    run: Run = options.run
    return run(options)
