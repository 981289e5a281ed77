#!/usr/bin/env bash
# Stops the server that start-postgres.sh started on this folder, by the pid in its own pid file. The folder stays.
#
# Usage: stop-postgres.sh --data-dir DIR
set -euo pipefail
die() { echo "stop-postgres: $*" >&2; exit 1; }
[ "${1:-}" = --data-dir ] && [ -n "${2:-}" ] || die "usage: stop-postgres.sh --data-dir DIR"
pid_file=$2/data/postmaster.pid
[ -s "$pid_file" ] || { echo "not running"; exit 0; }
pid=$(head -n 1 "$pid_file")
is_our_server() {
  [ -r "/proc/$pid/cmdline" ] && tr '\0' '\n' <"/proc/$pid/cmdline" | grep -qxF -- "$(cd "$2" && pwd)/data"
}
is_our_server "$@" || { echo "not running (stale pid file)"; exit 0; }
kill -INT "$pid" # fast: open connections are ended
for _ in $(seq 150); do
  is_our_server "$@" || { echo "stopped pid $pid"; exit 0; }
  sleep 0.2
done
die "pid $pid still runs"
