"""The people who work here: accounts, roles, and how they sign in."""
