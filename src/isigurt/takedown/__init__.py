"""Trace, route, notice, watch: from confirmed content to content that is gone."""
