"""The ledger: who saw and did what, append-only and hash-chained."""
