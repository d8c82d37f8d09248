"""Reading the counts of downloads from the door's store."""

from isigurt.intake.door.models import DownloadCount
from isigurt.outreach.models import Download


def read_downloads(row: DownloadCount) -> None:
    """Copy a day's count as it stands: the whole number, so that a crash in between neither loses nor doubles."""
    Download.objects.update_or_create(file=row.file, day=row.day, defaults={"count": row.count})
    DownloadCount.objects.filter(pk=row.pk).update(read=row.count)
