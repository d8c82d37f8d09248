"""What an editor is told about a page before it goes out."""

from isigurt.outreach.checking.problems import Problem, holding_back, problems
from isigurt.outreach.checking.site import link_problems

__all__ = ["Problem", "holding_back", "link_problems", "problems"]
