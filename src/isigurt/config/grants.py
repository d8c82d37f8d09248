"""The SQL that gives each PostgreSQL role no more than it needs; an administrator runs it once and after upgrades."""

import re

from isigurt.intake.door.grants import front_grants

_PLAIN = re.compile(r"[a-z_][a-z0-9_]{0,62}")


def desk_grants(role: str) -> list[str]:
    """Return the statements for the desk's and the worker's role in the desk's database.

    The ledger can only be added to and read, even where someone has removed its triggers.
    """
    return [
        f"GRANT USAGE ON SCHEMA public TO {role}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
        f"REVOKE UPDATE, DELETE, TRUNCATE ON ledger_entry FROM {role}",
    ]


def worker_door_grants(role: str) -> list[str]:
    """Return the statements for the desk's and the worker's role in the door's database: it empties the door."""
    return [
        f"GRANT USAGE ON SCHEMA public TO {role}",
        f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
        f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
    ]


def print_grants(*, front: str, desk: str) -> int:
    """Print all statements for roles of these names; a name that would need quoting is refused."""
    for role in (front, desk):
        if not _PLAIN.fullmatch(role):
            print(f"{role!r} is no plain role name: small letters, digits and _ only.")
            return 2
    for title, statements in (
        ("In the door's database", [*front_grants(front), *worker_door_grants(desk)]),
        ("In the desk's database", desk_grants(desk)),
    ):
        print(f"-- {title}:")
        print("\n".join(f"{statement};" for statement in statements))
    return 0
