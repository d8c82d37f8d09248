"""The triggers that let the ledger grow and nothing else, for both databases."""

_REFUSAL = "the ledger is append-only"

CREATE: dict[str, list[str]] = {
    "sqlite": [
        *(
            f"CREATE TRIGGER ledger_entry_no_{verb.lower()} BEFORE {verb} ON ledger_entry "
            f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
            for verb in ("UPDATE", "DELETE")
        ),
        # INSERT OR REPLACE removes the row in its way without asking the trigger above.
        (
            "CREATE TRIGGER ledger_entry_no_replace BEFORE INSERT ON ledger_entry "  # noqa: S608 - only our own words
            "WHEN EXISTS (SELECT 1 FROM ledger_entry WHERE seq = NEW.seq) "
            f"BEGIN SELECT RAISE(ABORT, '{_REFUSAL}'); END"
        ),
    ],
    "postgresql": [
        (
            "CREATE FUNCTION ledger_entry_refuse() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN RAISE EXCEPTION '{_REFUSAL}'; END $$"
        ),
        (
            "CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_entry "
            "FOR EACH STATEMENT EXECUTE FUNCTION ledger_entry_refuse()"
        ),
        # Replicated and restored rows are refused like all others.
        "ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER ledger_entry_append_only",
    ],
}

DROP: dict[str, list[str]] = {
    "sqlite": [f"DROP TRIGGER ledger_entry_no_{verb}" for verb in ("update", "delete", "replace")],
    "postgresql": [
        "DROP TRIGGER ledger_entry_append_only ON ledger_entry",
        "DROP FUNCTION ledger_entry_refuse()",
    ],
}
