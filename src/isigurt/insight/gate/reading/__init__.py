"""Reading back what is about to be published: every number of every file, as a figure that the gate looks at."""

from isigurt.insight.gate.reading.everything import read_everything
from isigurt.insight.gate.reading.known import Known, Reading

__all__ = ["Known", "Reading", "read_everything"]
