"""Work pulled by state: a step is a query for rows that are due, a lease on each, and an idempotent act."""
