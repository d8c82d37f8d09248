"""What keeps an edition from being made, in words for whoever runs the command."""


class EditionFaulty(Exception):
    """Nothing was made; `problems` names each thing to mend, one a line."""

    def __init__(self, *problems: str) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems
