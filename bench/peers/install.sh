#!/bin/sh
# Installs the reference tools into bench/peers/.venv (not kept in the repository). Needs Python 3.10 or newer; with
# Rust 1.85 or newer (edition 2024) also ocdsmerge-rs.
set -eu
cd "$(dirname "$0")"
[ -x .venv/bin/python ] || python3 -m venv .venv
.venv/bin/python -m pip install --quiet --requirement requirements.txt
.venv/bin/python -m pip freeze | grep -i -E '^(libcove|ocds|flattentool|jsonschema=)'

VERSION=0.1.6
SOURCE=.venv/ocdsmerge_rs

# It is not on crates.io; the source distribution of its Python package is the whole crate. The field that takes the
# rules is private to it, so the unpacked copy is given a constructor.
unpack_source() {
  rm -rf "$SOURCE" .venv/sdist
  .venv/bin/python -m pip download --quiet --no-deps --no-binary ocdsmerge-rs --dest .venv/sdist "ocdsmerge-rs==$VERSION" || return 1
  mkdir "$SOURCE"
  tar -xzf ".venv/sdist/ocdsmerge_rs-$VERSION.tar.gz" -C "$SOURCE" --strip-components 1 || return 1
  cat >> "$SOURCE/src/lib.rs" <<'RUST'

impl Merger {
    pub fn with_rules(rules: HashMap<Vec<String>, Rule>) -> Self {
        Self { rules, overrides: HashMap::new() }
    }
}
RUST
}

build_merge_rs() {
  command -v cargo > /dev/null || { echo 'cargo is not there: install Rust 1.85 or newer'; return 1; }
  # cargo itself says so where it is too old for the edition.
  unpack_source || { echo 'its source cannot be had'; return 1; }
  cargo build --quiet --release --locked --manifest-path merge-rs/Cargo.toml --target-dir .venv/merge-rs || {
    echo "$(cargo --version) cannot build it: it needs Rust 1.85 or newer"
    return 1
  }
}

if reason=$(build_merge_rs); then echo "ocdsmerge-rs==$VERSION"; else echo "ocdsmerge-rs is left out: $reason"; fi
