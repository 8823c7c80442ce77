#!/usr/bin/env bash
# A PostgreSQL 15 server with PostGIS for the tests: on loopback, in a temporary folder, thrown away at the end.
# usage: scripts/postgres.sh start FOLDER [PORT]   prints the address for SIJILL_TEST_POSTGRES
#        scripts/postgres.sh stop FOLDER
set -euo pipefail
folder="$2"
port="${3:-54329}"
as_owner=()
if [ "$(id -u)" = 0 ]; then
  # the server refuses to run as root
  if ! [ -x /usr/lib/postgresql/15/bin/initdb ] || ! [ -e /usr/share/postgresql/15/extension/postgis.control ]; then
    { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends \
      postgresql-15 postgresql-15-postgis-3; } >&2
  fi
  as_owner=(runuser -u postgres --)
fi
bin=/usr/lib/postgresql/15/bin
case "$1" in
  start)
    mkdir -p "$folder"
    [ "$(id -u)" != 0 ] || chown postgres "$folder"
    cd "$folder"
    "${as_owner[@]}" "$bin/initdb" -D "$folder/data" -U sijill --auth=trust --encoding=UTF8 --locale=C >&2
    # thrown away at the end: it need not survive a power cut
    "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
      -o "-p $port -c fsync=off -c listen_addresses=127.0.0.1 -c unix_socket_directories='$folder'" start >&2
    echo "postgresql://sijill@127.0.0.1:$port/postgres"
    ;;
  stop)
    cd "$folder"
    "${as_owner[@]}" "$bin/pg_ctl" -D "$folder/data" -w -m fast stop >&2
    ;;
esac
