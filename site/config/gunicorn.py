"""How gunicorn serves production: `gunicorn --config python:config.gunicorn config.wsgi`.

The settings are read before anything is served, so that a variable that lacks stops the start with its name.
"""

import os

from django.conf import settings

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")

bind = os.environ.get("REGIEKADER_BIND", "127.0.0.1:8000")
workers = settings.WEB_PROCESSES
worker_class = "gthread"
threads = 4
timeout = 30
# Renewed now and then, each at another moment, so that memory that leaks comes back.
max_requests = 5000
max_requests_jitter = 500
accesslog = "-"
# Without query string, referrer or address of the visitor: a search word can be a name (promises.md).
access_log_format = "%(t)s %(m)s %(U)s %(s)s %(B)s %(D)s"
