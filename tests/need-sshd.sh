#!/bin/sh
# Publishing by SFTP is tested against a real OpenSSH: Debian's package, where it may be installed. Without it those tests
# are skipped, and say so.
set -eu
if command -v sshd >/dev/null 2>&1 || [ -x /usr/sbin/sshd ]; then exit 0; fi
if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then as_root=""; elif sudo -n true 2>/dev/null; then as_root="sudo -n"; else exit 0; fi
    echo "Installing OpenSSH, to which the tests publish."
    $as_root apt-get update -qq || exit 0
    DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends openssh-server >/dev/null || exit 0
fi
