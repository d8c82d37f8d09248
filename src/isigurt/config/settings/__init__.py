"""Settings: one module a role."""
