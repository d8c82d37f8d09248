"""Puts sign-ins and factors on the record (filled in with the sign-in itself)."""
