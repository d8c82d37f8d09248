"""Pages from templates, with the headers that let nothing in from elsewhere."""

from pathlib import Path

from django.conf import settings
from django.template import Context, Engine

from demo.internet.web import Response

HERE = Path(__file__).parent
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with less a browser hides the origin of its own forms
    "Cache-Control": "no-store",
}
KINDS = {".css": "text/css; charset=utf-8", ".svg": "image/svg+xml"}

if not settings.configured:  # the demo internet runs without the product
    settings.configure(USE_I18N=False, USE_TZ=True, TIME_ZONE="UTC")
_engine = Engine(dirs=[HERE / "templates"])


def page(template: str, *, status: int = 200, **values: object) -> Response:
    """Return the page that `template` makes of `values`."""
    text = _engine.get_template(template).render(Context(values))
    return Response(text.encode(), status=status, headers=HEADERS)


def static(name: str) -> Response | None:
    """Return the style sheet or drawing `name`, or None when there is none of that name."""
    path = HERE / "static" / Path(name).name
    if path.suffix not in KINDS or not path.is_file():
        return None
    return Response(path.read_bytes(), kind=KINDS[path.suffix], headers=HEADERS)
