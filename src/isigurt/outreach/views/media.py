"""Pictures and materials, for editors while they work; the public gets them baked."""

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from isigurt.staff.permissions import requires
from isigurt.uploads.materials import TYPES
from isigurt.uploads.pictures import TYPES as PICTURES


@requires("cms.edit")
@require_safe
def media(request: HttpRequest, name: str) -> FileResponse:
    """Send one file with the type that its ending says; pictures to look at, all else to keep."""
    del request
    ending = name.rpartition(".")[2]
    try:
        file = default_storage.open(name)
    except (OSError, SuspiciousFileOperation) as error:
        raise Http404 from error
    kind = TYPES.get(ending, "application/octet-stream")
    response = FileResponse(file, content_type=kind, as_attachment=ending not in PICTURES)
    response["X-Content-Type-Options"] = "nosniff"
    return response
