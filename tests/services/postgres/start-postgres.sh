#!/usr/bin/env bash
# Starts one real PostgreSQL server on 127.0.0.1 for tests, with Debian's programs. Everything is in its own folder.
#
# Usage: start-postgres.sh --data-dir DIR [--port 54329]
#
# Environment:
#   PG_BIN   folder of initdb and pg_ctl  (default: the newest /usr/lib/postgresql/*/bin)
#   PG_USER  who runs the server when this script runs as root  (default: postgres, which Debian's package makes)
#
# Prints the address on its last line. The database user regiekader may do everything, with the password regiekader:
# nothing but loopback can reach it. It keeps nothing safe (fsync off): for tests alone.
# Stop it with: stop-postgres.sh --data-dir DIR
set -euo pipefail
port=54329 data_dir=
die() { echo "start-postgres: $*" >&2; exit 1; }
while [ $# -gt 0 ]; do
  case $1 in
    --port)     [ $# -ge 2 ] || die "$1 needs a value"; port=$2; shift 2 ;;
    --data-dir) [ $# -ge 2 ] || die "$1 needs a value"; data_dir=$2; shift 2 ;;
    -h|--help)  sed -n '2,/^set /{/^#/s/^# \{0,1\}//p}' "$0"; exit 0 ;;
    *)          die "unknown argument: $1" ;;
  esac
done
[ -n "$data_dir" ] || die "--data-dir is needed"
case $port in ''|*[!0-9]*) die "--port must be a number" ;; esac
bin=${PG_BIN:-$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)}
[ -x "$bin/initdb" ] && [ -x "$bin/pg_ctl" ] || die "no initdb and pg_ctl in $bin: apt-get install postgresql"
if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then die "port $port is already in use"; fi

mkdir -p "$data_dir"
data_dir=$(cd "$data_dir" && pwd)
as_user=()
if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses to run as root
  user=${PG_USER:-postgres}
  id -u "$user" >/dev/null 2>&1 || die "no user $user"
  chown "$user" "$data_dir"
  as_user=(setpriv --reuid "$user" --regid "$(id -g "$user")" --clear-groups)
fi
chmod 700 "$data_dir"
if [ ! -s "$data_dir/data/PG_VERSION" ]; then
  printf 'regiekader\n' >"$data_dir/password"
  [ ${#as_user[@]} = 0 ] || chown "$user" "$data_dir/password"
  "${as_user[@]}" "$bin/initdb" --pgdata="$data_dir/data" --username=regiekader --pwfile="$data_dir/password" \
    --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 >"$data_dir/initdb.log" 2>&1 ||
    { tail -n 20 "$data_dir/initdb.log" >&2; die "initdb failed"; }
fi
"${as_user[@]}" "$bin/pg_ctl" --pgdata="$data_dir/data" --log="$data_dir/postgres.log" --wait --timeout=60 --silent \
  --options="-p $port -h 127.0.0.1 -k $data_dir -c fsync=off -c synchronous_commit=off -c full_page_writes=off" start \
  >/dev/null || { tail -n 20 "$data_dir/postgres.log" >&2; die "the server did not start"; }
echo "$("$bin/postgres" --version) runs, pid $(head -n 1 "$data_dir/data/postmaster.pid")"
echo "postgres://regiekader:regiekader@127.0.0.1:$port/postgres"
