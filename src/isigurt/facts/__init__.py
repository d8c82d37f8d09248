"""The rows that figures are made of, written by the act they record, read by insight."""
