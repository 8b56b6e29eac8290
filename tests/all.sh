#!/usr/bin/env bash
# Everything that must hold before a change lands. Installs what it needs: uv, the locked packages, Chromium, Firefox, node, poppler.
set -euo pipefail
cd "$(dirname "$0")/.."
export NO_MKDOCS_2_WARNING=1 # Material's notice about its end of life is known: see README
unset PYTHONDONTWRITEBYTECODE # the many commands that tests run need not compile all they import each time

python3 -m uv --version >/dev/null 2>&1 || python3 -m pip install --quiet uv
missing=()
command -v chromium >/dev/null || missing+=(chromium fonts-thai-tlwg)
command -v firefox-esr >/dev/null || missing+=(firefox-esr)
command -v node >/dev/null || missing+=(nodejs)
command -v npm >/dev/null || missing+=(npm)
command -v pdftotext >/dev/null || missing+=(poppler-utils)
root=$([ "$(id -u)" = 0 ] || echo sudo)
if [ ${#missing[@]} -gt 0 ]; then
  $root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq "${missing[@]}"
fi
# The same Chromium without its windows, where there is a package of it: a third of the work, which the tests do not need.
command -v chromium-headless-shell >/dev/null || {
  $root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $root apt-get install -y -qq chromium-headless-shell
} || echo "tests run with chromium itself, which is slower"
npm ci --prefix tests/html --omit=optional --loglevel error --no-audit --no-fund --ignore-scripts

run() { python3 -m uv run --locked "$@"; }
run ruff check
run ruff format --check
mkdir -p .cache
run mypy >.cache/types.txt 2>&1 & # beside all else: it is one process, and told at the end
types=$!
run ita-site check --strict
run mkdocs build --strict --quiet --site-dir .cache/site # of whatever is in data/, which no test below reads
# Two processes; tests that share what they build are in one of them (tests/conftest.py), in the order of the folders:
# the longest first. Counting the lines that they run takes minutes more: CONTRIBUTING.md has the command.
passed=0
run pytest -n 2 --dist loadgroup --no-loadscope-reorder --durations 25 "$@" || passed=$?
wait "$types" || passed=$?
cat .cache/types.txt
exit "$passed"
