"""What follows when a review ends. Wagtail loads this before there are models, so none is imported here."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from wagtail.models import WorkflowState

    from isigurt.staff.models import Member


def publish_reviewed(workflow_state: "WorkflowState", user: "Member | None" = None) -> None:
    """Publish the version that was approved: the approval is what lets it out, not a right of who approves."""
    workflow_state.current_task_state.revision.publish(user=user, skip_permission_checks=True)
