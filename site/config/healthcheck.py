"""Whether the site on this machine answers, for a container's health check: `python -m config.healthcheck`.

It asks by the name and scheme that the site serves: by its loopback address alone it would be refused. Ends with 0 when
it answers, else with 1.
"""

import http.client
import os
import sys

SECONDS = 5


def answers(bind: str, host: str) -> bool:
    """Whether /gezondheid/ answers on the port of `bind`, asked as `host`."""
    port = int(bind.rpartition(":")[2])
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=SECONDS)
    try:
        connection.request("GET", "/gezondheid/", headers={"Host": host, "X-Forwarded-Proto": "https"})
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


if __name__ == "__main__":
    first_host = os.environ["REGIEKADER_ALLOWED_HOSTS"].split(",")[0].strip().lstrip(".")
    sys.exit(0 if answers(os.environ.get("REGIEKADER_BIND", "127.0.0.1:8000"), first_host) else 1)
