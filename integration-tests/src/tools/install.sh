#!/usr/bin/env bash
# Installs the tools that the tests tagged contract-tools start, from the npm registry: Specmatic, whose package has
# its jar, and Prism. It starts neither, and runs no script of a package. It names on standard error what it cannot
# install; the tests that need it are skipped, and the exit status is 0 all the same.
#
#   install.sh FOLDER PACKAGE@VERSION...
set -uo pipefail
readonly FOLDER=$1
readonly RULE="################################################################################"
shift

install() {
  local log
  mkdir -p "$FOLDER"
  log=$(mktemp)
  if ! timeout 300 npm install --prefix "$FOLDER" --ignore-scripts --no-audit --no-fund "$@" </dev/null >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

if ! install "$@"; then
  {
    echo "$RULE"
    echo "NOT INSTALLED: $*"
    echo "Tests that need one of them are SKIPPED. This run does NOT test the spec and the stubs with these tools."
    echo "They need Node.js 20 or newer, with npm, and its registry."
    echo "$RULE"
  } >&2
fi
exit 0
