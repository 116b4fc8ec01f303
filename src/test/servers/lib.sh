# Sourced by the scripts beside it. Each is called with a folder and a port, prints "name=value" lines and then "ready",
# and stops what it started when its standard input ends: a test that is killed leaves nothing behind.
set -euo pipefail
folder=$(realpath -m "${1:?the folder for the data}")
port=${2:?the port on 127.0.0.1}
mkdir -p "$folder"
cd "$folder"
groups=()

need() { # COMMAND-OR-FILE: says how to get it
  command -v "$1" >/dev/null 2>&1 || [ -e "$1" ] || { echo "$1 is missing: run src/test/servers/install as root on Debian 12" >&2; exit 1; }
}
start() { # NAME COMMAND…: in a process group of its own
  local name=$1
  shift
  setsid "$@" >"$folder/$name.log" 2>&1 </dev/null &
  groups+=("$!")
  echo "group=$!"
}
stop() {
  local group
  for group in "${groups[@]}"; do kill -CONT -- "-$group" 2>/dev/null || true; kill -TERM -- "-$group" "$group" 2>/dev/null || true; done
  for group in "${groups[@]}"; do
    for _ in $(seq 1 50); do kill -0 -- "-$group" 2>/dev/null || break; sleep 0.1; done
    kill -KILL -- "-$group" "$group" 2>/dev/null || true
  done
}
trap stop EXIT
trap 'exit 143' TERM INT HUP
answers() { # URL: waits until it answers, whatever the status
  local group
  for _ in $(seq 1 600); do
    for group in "${groups[@]}"; do
      kill -0 "$group" 2>/dev/null || { echo "it ended at once; see the logs in $folder" >&2; exit 1; }
    done
    curl -s -o /dev/null "$1" && return 0
    sleep 0.1
  done
  echo "$1 did not answer within a minute; see the logs in $folder" >&2
  exit 1
}
as() { # USER COMMAND…
  local user=$1
  shift
  if [ "$(id -un)" = "$user" ]; then "$@"; else setpriv --reuid="$user" --regid="$user" --clear-groups "$@"; fi
}
until_told() { # announces and waits for the end of the input
  echo ready
  while read -r _; do :; done
}
