"""The entry for gunicorn; production settings unless the environment says otherwise.

A web server does not run Django's system checks by itself: what they refuse, such as a password that is enough alone,
is refused here too.
"""

import os

from django.core.management import call_command
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
application = get_wsgi_application()
call_command("check", verbosity=0)
