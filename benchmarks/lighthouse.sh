#!/bin/sh
# Lighthouse's four scores of a start page, a list and a provider (or offer) page of a built municipality.
#   sh benchmarks/lighthouse.sh build/NAME [PAGE ...]
# Needs Node with npx, and Chromium (CHROME_PATH). Sample content keeps itself out of search results on purpose, so its
# SEO score is lower: build content without `sample`.
set -eu
site=${1:?name the folder of a built municipality}
shift
port=${PORT:-8765}
CHROME_PATH=${CHROME_PATH:-$(command -v chromium || command -v google-chrome)}
export CHROME_PATH
cd "$(dirname "$site")"
name=$(basename "$site")
[ $# -gt 0 ] || set -- index.html utan-beslut.html "$(cd "$name" && find insatser utforare -name '*.html' 2>/dev/null | sort | head -n 1)"
python3 -m http.server --bind 127.0.0.1 "$port" >/dev/null 2>&1 &
server=$!
report=$(mktemp)
trap 'kill $server; rm -f "$report"' EXIT
sleep 1
for page in "$@"; do
  npx --yes --loglevel=error lighthouse@13 "http://127.0.0.1:$port/$name/$page" --quiet --output=json --output-path="$report" \
    --chrome-flags="--headless=new --no-sandbox --disable-gpu" >/dev/null
  node -e '
    const found = JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"));
    const scores = Object.values(found.categories).map((c) => `${c.title} ${Math.round(c.score * 100)}`);
    console.log(`${process.argv[2]}: ${scores.join(", ")}`);
    for (const category of Object.values(found.categories).filter((c) => c.id !== "performance"))
      for (const { id, weight } of category.auditRefs)
        if (weight && found.audits[id].score !== null && found.audits[id].score < 1) console.log(`  ${category.id}: ${id}`);
  ' "$report" "$page"
done
