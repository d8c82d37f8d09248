"""Casework: from opened reports to cases, items, assessments, and the decisions that people make about them."""
