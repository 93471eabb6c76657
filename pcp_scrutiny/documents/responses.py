"""Handing back a file as it was received."""

from django.http import FileResponse

from .models import ReceivedFile


def as_received(file: ReceivedFile) -> FileResponse:
    """The file, to be saved and never opened by the browser itself: it is somebody else's."""
    response = FileResponse(
        file.content.open("rb"),
        as_attachment=True,
        filename=file.name,
        content_type="application/octet-stream",
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
