#!/bin/sh
# Make .venv from the hashed lists; do nothing when it is already what the lists say.
set -eu
cd "$(dirname "$0")/.."
PYTHON=${PYTHON:-python3}
BIN=.venv/bin
STAMP=.venv/installed

wanted() { cat requirements/installer.txt requirements/development.txt pyproject.toml | cksum; pwd; }

if [ -f "$STAMP" ] && [ "$(cat "$STAMP")" = "$(wanted)" ]; then
  # Translations follow the catalogues: compiled anew only when one is newer than the last time.
  if [ -z "$(find src -name '*.po' -newer .venv/translated -print -quit 2>/dev/null || echo missing)" ]; then
    exit 0
  fi
  "$BIN/python" -m isigurt.config.translations
  touch .venv/translated
  exit 0
fi

"$PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || {
  echo "iSIGURT needs Python 3.11 or newer as '$PYTHON' (on Debian: apt-get install python3 python3-venv)." >&2
  exit 1
}
if ! "$PYTHON" -c 'import ensurepip, venv' 2>/dev/null; then
  echo "Python's venv is not installed. On Debian, as root: apt-get install python3-venv" >&2
  exit 1
fi

# A virtual environment does not survive being moved.
[ -f "$STAMP" ] && [ "$(tail -n 1 "$STAMP")" != "$(pwd)" ] && rm -rf .venv
[ -x "$BIN/python" ] || { echo "Making .venv ..."; "$PYTHON" -m venv .venv; }
echo "Installing what requirements/ lists, each file checked against its hash ..."
"$BIN/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/installer.txt
"$BIN/uv" pip sync --quiet --python "$BIN/python" --require-hashes requirements/development.txt
# The builder came with the installer's list: nothing unhashed is fetched to build our own package.
"$BIN/uv" pip install --quiet --python "$BIN/python" --no-deps --no-build-isolation -e .
"$BIN/python" -m isigurt.config.translations
touch .venv/translated
wanted > "$STAMP"
