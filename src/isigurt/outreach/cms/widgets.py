"""Wagtail's choosers without the script that each of them writes into the page: our policy allows no such script.

`cms.js` starts them instead, from what stands in the element's data.
"""

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.admin.widgets.chooser import BaseChooser


def _render(
    self: BaseChooser, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
) -> SafeString:
    """Do as `BaseChooser.render` does, with an element in the place of the script."""
    del renderer
    element_id = (attrs or {})["id"]
    chosen = self.get_value_data(value)
    return format_html(
        '{}<span hidden data-controller="starts" data-with="{}" data-for="{}" data-options="{}"></span>',
        self.render_html(name, chosen, attrs),
        self.js_constructor,
        element_id,
        json.dumps(self.get_js_init_options(element_id, name, chosen)),
    )


def without_inline_scripts() -> None:
    """Put our way of rendering in the place of Wagtail's; called once when the apps are ready."""
    BaseChooser.render = _render
