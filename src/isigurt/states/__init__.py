"""States and the moves between them: one table each, one function that moves a row."""

from isigurt.states.machine import IllegalTransition, Machine, StaleState, machines, transition

__all__ = ["IllegalTransition", "Machine", "StaleState", "machines", "transition"]
