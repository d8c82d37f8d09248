"""`{% may "case.assess" as allowed %}`: whether who is signed in may do something."""

from django import template
from django.template import Context

from isigurt.staff import permissions

register = template.Library()


@register.simple_tag(takes_context=True)
def may(context: Context, act: str) -> bool:
    """Say whether the member of this request may do `act`."""
    user = context.get("user")
    return user is not None and permissions.may(user, act)
