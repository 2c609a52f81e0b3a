#!/bin/sh
# need-optional.sh COMMAND PACKAGE WHY: a real program that some tests use, from Debian's package where it may be
# installed. Without it those tests are skipped, and say so.
set -eu
command=$1 package=$2 why=$3
if command -v "$command" >/dev/null 2>&1 || [ -x "/usr/sbin/$command" ]; then exit 0; fi
if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then as_root=""; elif sudo -n true 2>/dev/null; then as_root="sudo -n"; else exit 0; fi
    echo "Installing $package: $why."
    $as_root apt-get update -qq || exit 0
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "$package" >/dev/null || exit 0
fi
