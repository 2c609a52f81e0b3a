#!/bin/sh
# The pages are tested in a real Chromium: the system's own, from Debian's package where it may be installed.
set -eu
for name in chromium chromium-browser google-chrome; do
    if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if command -v apt-get >/dev/null 2>&1; then
    if [ "$(id -u)" = 0 ]; then as_root=""; elif sudo -n true 2>/dev/null; then as_root="sudo -n"; else as_root="no"; fi
    if [ "$as_root" != no ]; then
        echo "Installing Chromium, in which the pages are tested."
        $as_root apt-get update -qq
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends chromium >/dev/null
        exit 0
    fi
fi
echo "The tests open the pages in Chromium, and none was found. Install it (Debian, Ubuntu: sudo apt-get install chromium)" >&2
echo "and run make test again." >&2
exit 1
