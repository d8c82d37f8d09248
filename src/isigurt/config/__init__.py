"""Settings by role, the command line, the worker and the supervisor."""
