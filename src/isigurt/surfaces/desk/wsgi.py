"""What the desk's server calls."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "isigurt.config.settings.desk")
application = get_wsgi_application()
