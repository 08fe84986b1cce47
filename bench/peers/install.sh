#!/bin/sh
# Installs the reference tools into bench/peers/.venv (not kept in the repository). Needs Python 3.10 or newer.
set -eu
cd "$(dirname "$0")"
[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/python -m pip install --quiet --requirement requirements.txt
.venv/bin/python -m pip freeze | grep -i -E '^(libcove|ocds|flattentool|jsonschema=)'
