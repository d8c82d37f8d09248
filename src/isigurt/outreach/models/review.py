"""Review by a second person."""

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState

from isigurt.staff.models import Member


class SecondPerson(AbstractGroupApprovalTask):
    """Somebody else looks: neither who asked for the review nor who wrote the version under review can approve it."""

    class Meta:
        verbose_name = _("review by a second person")
        verbose_name_plural = _("reviews by a second person")

    def get_actions(self, obj: Page, user: Member) -> list[tuple[str, Any, bool]]:
        """Return what `user` may do about the review of this page: nothing, when the page is their own."""
        from isigurt.outreach.checking import holding_back  # noqa: PLC0415 - it needs the models

        state = obj.current_workflow_task_state
        if state is not None and not self._seen_by_others(user).filter(pk=state.pk).exists():
            return []
        actions: list[tuple[str, Any, bool]] = super().get_actions(obj, user)
        if actions and holding_back(obj.get_latest_revision_as_object()):
            # The reasons stand at the head of the page, for the reader as for the writer.
            return [action for action in actions if action[0] != "approve"]
        return actions

    def get_task_states_user_can_moderate(self, user: Member, **kwargs: Any) -> "QuerySet[TaskState]":
        """Return the reviews that wait for this person."""
        waiting: QuerySet[TaskState] = super().get_task_states_user_can_moderate(user, **kwargs)
        return waiting & self._seen_by_others(user)

    def _seen_by_others(self, user: Member) -> "QuerySet[TaskState]":
        own = Q(workflow_state__requested_by=user) | Q(revision__user=user)
        # Not `exclude`: it would also leave out a version nobody is named for.
        others: QuerySet[TaskState] = self.task_states.filter(~Q(pk__in=TaskState.objects.filter(own).values("pk")))
        return others

    @classmethod
    def get_description(cls) -> str:
        """Say what the step is."""
        return str(_("Somebody other than the writer reads the page and approves it."))
