#!/bin/sh
# Builds the chat into widget/dist; Maven calls it. Needs Node 20 or newer with npm.
set -eu
if ! command -v node >/dev/null 2>&1; then
  echo "Node.js is missing: the chat is built with Node 20 or newer and npm. Install it (Debian: apt-get install nodejs npm) and run this again." >&2
  exit 1
fi
stamp=node_modules/.installed
if [ ! -f "$stamp" ] || [ package-lock.json -nt "$stamp" ]; then
  npm ci --no-audit --no-fund --loglevel=error
  touch "$stamp"
fi
if [ -f dist/index.html ] && [ -z "$(find src public build.mjs .npmrc package.json package-lock.json tsconfig.json -newer dist/index.html 2>/dev/null | head -n 1)" ]; then
  exit 0
fi
npm run --silent build
