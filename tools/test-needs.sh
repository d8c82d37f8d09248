#!/bin/sh
# Install the Debian packages that the tests drive (or only the programs named), when absent and we may; say so.
set -eu
missing=""
need() { # program, Debian's package
  case " ${wanted:-$1} " in *" $1 "*) ;; *) return 0 ;; esac
  command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}
wanted="$*"
need chromium chromium
need msgfmt gettext
need java default-jre-headless
if [ -z "$wanted" ] && ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
  command -v initdb >/dev/null 2>&1 || missing="$missing postgresql"
fi
[ -n "$missing" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing for the tests:$missing"
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq
  # Debian's package would start a cluster of its own; the tests start theirs.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] ||
    echo "create_main_cluster = false" > /etc/postgresql-common/createcluster.conf
  # shellcheck disable=SC2086
  apt-get install -y -qq --no-install-recommends $missing
else
  echo "The tests need$missing. On Debian, as root: apt-get install$missing" >&2
  exit 1
fi
