"""The one command line. Each word loads only the rooms it needs, so that the front never sees a private key."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from isigurt.config.help import TOP, TOP_END, WORDS

Run = Callable[[argparse.Namespace], int]
_AS_WRITTEN = argparse.RawDescriptionHelpFormatter


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
    from isigurt.config.readiness import require_place, require_port  # noqa: PLC0415
    from isigurt.surfaces.front.serve import serve  # noqa: PLC0415

    require_place(private=False)
    require_port(options.host, options.port, "the public site")
    keys = Environment.read().private_keys
    level = "one user: no isolation" if os.access(keys, os.R_OK) else "public keys only"
    print(f"front: {level}; it looked for private keys in {keys} (docs/threat-model.md)", flush=True)
    forked_children_end_too()
    serve(options.host, options.port)
    return 0


def _desk(options: argparse.Namespace) -> int:
    os.environ["DJANGO_SETTINGS_MODULE"] = "isigurt.config.settings.desk"
    from isigurt.config.family import forked_children_end_too  # noqa: PLC0415
    from isigurt.config.readiness import require_place, require_port  # noqa: PLC0415
    from isigurt.surfaces.desk.serve import serve  # noqa: PLC0415

    require_place(private=True)
    require_port(options.host, options.port, "the desk")
    forked_children_end_too()
    serve(options.host, options.port)
    return 0


def _worker(_: argparse.Namespace) -> int:
    from isigurt.config.readiness import require_place  # noqa: PLC0415

    require_place(private=True)
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


def _judge(options: argparse.Namespace) -> int:
    from isigurt.safenet.command import judge_lines  # noqa: PLC0415

    typing = sys.stdin.isatty()
    return judge_lines(sys.stdin.buffer, sys.stdout.buffer, with_flags=options.flags, at_once=typing)


def _verify(options: argparse.Namespace) -> int:
    _settings("everything")
    from isigurt.ledger.command import verify  # noqa: PLC0415

    return verify(anchor=options.anchor)


def _member_new(options: argparse.Namespace) -> int:
    _settings("everything")
    from isigurt.staff.command import new_member  # noqa: PLC0415

    return new_member(email=options.email, name=options.name, role=options.role)


def _check(_: argparse.Namespace) -> int:
    from isigurt.country import PackInvalid  # noqa: PLC0415

    try:
        _settings("everything")
    except PackInvalid as faulty:
        # The settings stand on the pack: while it is faulty nothing else can be looked at.
        print("\n".join(f"bad   Country pack: {problem}" for problem in faulty.problems))
        return 1
    from isigurt.config.checks import check  # noqa: PLC0415

    return check()


def _grants(options: argparse.Namespace) -> int:
    from isigurt.config.grants import print_grants  # noqa: PLC0415

    return print_grants(front=options.front, desk=options.desk)


def _bake(options: argparse.Namespace) -> int:
    from isigurt.config.environment import Environment  # noqa: PLC0415

    place = Environment.read()
    if place.is_a_demos and "ISIGURT_DEMO_LABEL" not in os.environ:
        print(f"{place.var} belongs to a demo. With its clock and its label: python -m demo bake --all, or --check.")
        return 1
    _settings("everything")
    from isigurt.outreach import command  # noqa: PLC0415

    return command.check() if options.check else command.bake_all()


def _edition_schema(_: argparse.Namespace) -> int:
    _settings("everything")
    from isigurt.insight import command  # noqa: PLC0415

    return command.schema()


def _edition_sample(options: argparse.Namespace) -> int:
    _settings("everything")
    from isigurt.insight import command  # noqa: PLC0415

    return command.sample(rows=options.rows, seed=options.seed, year=options.year, folder=options.to)


def _edition_new(options: argparse.Namespace) -> int:
    _settings("everything")
    from isigurt.insight import command  # noqa: PLC0415

    return command.new(options.year, facts=options.facts)


def _edition_build(options: argparse.Namespace) -> int:
    _settings("everything")
    from isigurt.insight import command  # noqa: PLC0415

    return command.build(options.year)


def _edition_check(options: argparse.Namespace) -> int:
    _settings("everything")
    from isigurt.insight import command  # noqa: PLC0415

    return command.check(options.year)


def _edition_publish(options: argparse.Namespace) -> int:
    _settings("everything")
    from isigurt.insight import command  # noqa: PLC0415

    return command.publish(options.year)


def _states(_: argparse.Namespace) -> int:
    _settings("everything")
    from isigurt.states.diagrams import document  # noqa: PLC0415

    sys.stdout.write(document())
    return 0


class _Parser(argparse.ArgumentParser):
    """Shows the whole help, and not one line of usage, to whoever mistyped."""

    def error(self, message: str) -> NoReturn:
        self.print_help(sys.stderr)
        self.exit(2, f"\n{self.prog}: {message}\n")


def _word(
    words: "argparse._SubParsersAction[_Parser]", name: str, run: Run, text: str, *, told: str = ""
) -> argparse.ArgumentParser:
    """Add the command `name`; `told` is where its long help stands when that is not under `name`."""
    made = words.add_parser(name, help=text, description=WORDS[told or name], formatter_class=_AS_WRITTEN)
    made.set_defaults(run=run)
    return made


def _group(words: "argparse._SubParsersAction[_Parser]", name: str, text: str) -> "argparse._SubParsersAction[_Parser]":
    """Add the command `name`, which is a family of commands."""
    made = words.add_parser(name, help=text, description=WORDS[name], formatter_class=_AS_WRITTEN)
    return made.add_subparsers(title="what to do", required=True, metavar="COMMAND")


def _server(parser: argparse.ArgumentParser, port: int) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="the IP address to listen on (default: this machine only)")
    parser.add_argument("--port", type=int, default=port, help=f"the port to listen on (default: {port})")


def _editions(editions: "argparse._SubParsersAction[_Parser]") -> None:
    _word(editions, "schema", _edition_schema, "print the schema of facts", told="edition schema")
    new = _word(editions, "new", _edition_new, "freeze the facts of a year into an edition", told="edition new")
    new.add_argument("year", type=int, help="which year, such as 2026")
    new.add_argument("--facts", type=Path, metavar="FOLDER", help="Parquet or CSV from elsewhere, not the desk's store")
    acts: tuple[tuple[str, Run, str], ...] = (
        ("build", _edition_build, "make everything that is published of an edition: data, pages, papers, pictures"),
        ("check", _edition_check, "the gate: read everything back and say what keeps it from being published"),
        ("publish", _edition_publish, "check an edition and lay it into the public site"),
    )
    for name, run, text in acts:
        made = _word(editions, name, run, text, told=f"edition {name}")
        made.add_argument("year", type=int, help="which year, such as 2026")
    text = "make a plausible invented year, to try things out"
    sample = _word(editions, "sample", _edition_sample, text, told="edition sample")
    sample.add_argument("--rows", type=int, default=1000, help="how many reports (default: 1000)")
    sample.add_argument("--seed", type=int, default=1, help="another seed is another year (default: 1)")
    sample.add_argument("--year", type=int, default=2026, help="which year (default: 2026)")
    sample.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="a folder that is not there yet")


def parser() -> argparse.ArgumentParser:
    """Return the whole command line, with help for a tired administrator."""
    top = _Parser(prog="isigurt", description=TOP, epilog=TOP_END, formatter_class=_AS_WRITTEN)
    words = top.add_subparsers(title="what to do", required=True, metavar="COMMAND")

    up = _word(words, "up", _up, "prepare everything and start front, desk and worker on this machine")
    up.add_argument("--demo", action="store_true", help="with invented cases and a demo internet on this machine")
    _server(_word(words, "front", _front, "serve the public site (holds public keys only)"), 8000)
    _server(_word(words, "desk", _desk, "serve the staff's desk"), 8001)
    _word(words, "worker", _worker, "do the work between report and removal until stopped")
    _word(words, "prepare", _prepare, "make folders, keys and tables; safe to run again")
    _word(words, "check", _check, "look whether this place is set up well, and say what is not")
    _word(words, "states", _states, "print the state diagrams of docs/states.md")

    text = "make the public pages anew, or check that every live page is baked and current"
    bake = _word(words, "bake", _bake, text)
    what = bake.add_mutually_exclusive_group(required=True)
    what.add_argument("--all", action="store_true", help="bake every page now")
    what.add_argument("--check", action="store_true", help="bake nothing; name what is missing or out of date")

    _editions(_group(words, "edition", "the National Report: one year's facts and what is made from them"))

    keys = _group(words, "keys", "the keys of this place: list them, make a new one")
    new = _word(keys, "new", _keys_new, "make a new key; the one before still opens what it closed", told="keys new")
    new.add_argument("kind", help="which key: desk, recovery, field, ledger or desk-secret")
    _word(keys, "list", _keys_list, "list the keys and whether each is safe", told="keys list")

    safenet = _group(words, "safenet", "the policy for reported addresses")
    text = "say of each address on standard input whether it may be looked at"
    asked = _word(safenet, "judge", _judge, text, told="safenet judge")
    asked.add_argument("--flags", action="store_true", help="add a third column: what a person should know as well")

    ledger = _group(words, "ledger", "the record of every look and act")
    text = "check the ledger from its first entry to its last"
    verify = _word(ledger, "verify", _verify, text, told="ledger verify")
    verify.add_argument("--anchor", type=Path, metavar="FILE", help="a daily mail to the auditor, or what it carried")

    members = _group(words, "member", "the people who work here: add one")
    member = _word(members, "new", _member_new, "add a member and print how they first sign in", told="member new")
    member.add_argument("--email", required=True, help="the address they sign in with")
    member.add_argument("--name", required=True, help="their name, as colleagues see it")
    roles = ["analyst", "lead", "editor", "auditor", "admin"]
    member.add_argument("--role", required=True, choices=roles, metavar="ROLE", help="one of the five above")

    stores = _group(words, "stores", "the two databases: what each PostgreSQL role may do")
    text = "print the SQL that gives each PostgreSQL role no more than it needs"
    grants = _word(stores, "grants", _grants, text, told="stores grants")
    grants.add_argument("--front", default="isigurt_front", help="the front's role (default: isigurt_front)")
    grants.add_argument("--desk", default="isigurt_desk", help="the desk's and worker's role (default: isigurt_desk)")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: what an administrator can mend is said in words, on one line."""
    options = parser().parse_args(arguments)
    run: Run = options.run
    try:
        return run(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone (`| head`); Python would complain once more when it flushes at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        from isigurt.config.readiness import in_words  # noqa: PLC0415 - only where something went wrong

        words = in_words(error)
        if words is None:
            raise
        sys.stderr.write(f"isigurt: {words}\n")
        return 2
