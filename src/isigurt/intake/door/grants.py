"""What the front's PostgreSQL role may do in the door's store, and nothing else.

It may put envelopes in and never read one back: of an envelope it sees the locator and the kind only, which is how a
code works from the first second. What was published it may read: status words, and messages sealed to reporters. It
may also add to the daily counts of downloads.
"""


def front_grants(role: str) -> list[str]:
    """Return the statements, for the owner of the door's database to run there; safe to run again.

    `role` is put in as it is: a plain name that needs no quoting.
    """
    return [
        f"REVOKE ALL ON SCHEMA public FROM {role}",
        f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}",
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        f"GRANT USAGE ON SCHEMA public TO {role}",
        f"GRANT INSERT ON door_envelope TO {role}",
        f"GRANT SELECT (locator, kind) ON door_envelope TO {role}",
        f"GRANT INSERT ON door_downloadcount TO {role}",
        f"GRANT SELECT (id, count), UPDATE (count) ON door_downloadcount TO {role}",
        f"GRANT SELECT ON door_publishedstatus TO {role}",
        f"GRANT SELECT ON door_publishedmessage TO {role}",
    ]
