#!/usr/bin/env bash
# Installs the servers that the tests tagged real-servers start, where root runs this and apt-get is available.
# It starts no server. It names on standard error what it cannot install; the tests that need it are skipped,
# and the exit status is 0 all the same.
set -uo pipefail
readonly SERVERS=(nginx squid haproxy)
readonly RULE="################################################################################"
export PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin" DEBIAN_FRONTEND=noninteractive

is_missing() { ! command -v "$1" >/dev/null; }

missing() {
  local server
  for server in "${SERVERS[@]}"; do
    if is_missing "$server"; then echo "$server"; fi
  done
}

# Packages start their servers as services unless this file forbids it.
forbid_services() {
  local policy=/usr/sbin/policy-rc.d
  if [ ! -e "$policy" ]; then
    trap "rm -f $policy" EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
  fi
}

apt() { timeout 180 apt-get -qq -o DPkg::Lock::Timeout=60 "$@" </dev/null; }

install_missing() {
  forbid_services
  echo "Installing the missing servers of the tests:" $(missing)
  local log server
  log=$(mktemp)
  apt update >"$log" 2>&1
  for server in $(missing); do
    apt install -y --no-install-recommends "$server" >>"$log" 2>&1
  done
  if [ -n "$(missing)" ]; then tail -n 20 "$log" >&2; fi
  rm -f "$log"
}

if [ -n "$(missing)" ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
  install_missing
fi
if [ -n "$(missing)" ]; then
  {
    echo "$RULE"
    echo "NOT INSTALLED:" $(missing)
    echo "Tests that need one of them are SKIPPED. This run does NOT test the client against these servers;"
    echo "mvn verify tests the same against servers in its own process. To install them with apt-get:"
    echo "sudo integration-tests/src/servers/install.sh"
    echo "$RULE"
  } >&2
fi
