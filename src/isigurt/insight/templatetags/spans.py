"""`{{ time|span }}`: a span of time in words."""

from datetime import timedelta

from django import template

from isigurt.insight.words import span as words

register = template.Library()


@register.filter
def span(time: timedelta | None) -> str:
    """Return the span in words, or a dash where there is none."""
    return "–" if time is None else words(time)
