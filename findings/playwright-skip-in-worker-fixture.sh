#!/usr/bin/env bash
# @playwright/test 1.65.1: of the tests that use a worker-scoped fixture which calls test.skip(), the first is skipped, and the next
# ones of the same worker are reported as passed, though neither the fixture nor their bodies run.
#
# test.skip() throws inside of the fixture, before use(). The fixture counts as set up all the same, and each later test of the worker that
# asks for it ends without an error, and so as passed. The bodies here throw: had one run, its test would have failed.
#
# What helps: the same condition in a test-scoped fixture with { auto: true }, which is asked before each test.
#
# Output seen: worker fixture: skipped passed passed; test fixture: skipped skipped skipped
# Exits with 0 while this is so, with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm install --no-audit --no-fund --silent @playwright/test@1.65.1
cat >worker.spec.mjs <<'EOF'
import { test as base } from '@playwright/test';
const test = base.extend({
  device: [async ({}, use) => { base.skip(true, 'there is none'); await use({}); }, { scope: 'worker' }],
});
for (const n of [1, 2, 3]) test(`worker ${n}`, ({ device }) => { throw new Error(`the body runs, with ${device}`); });
EOF
cat >each.spec.mjs <<'EOF'
import { test as base } from '@playwright/test';
const test = base.extend({
  there: [async ({}, use) => { base.skip(true, 'there is none'); await use(null); }, { auto: true }],
});
for (const n of [1, 2, 3]) test(`test ${n}`, () => { throw new Error('the body runs'); });
EOF
cat >reporter.mjs <<'EOF'
export default class {
  #seen = { worker: [], each: [] };
  onTestEnd(test, result) {
    this.#seen[test.location.file.includes('worker') ? 'worker' : 'each'].push(result.status);
  }
  onEnd() {
    console.log(`worker fixture: ${this.#seen.worker.join(' ')}; test fixture: ${this.#seen.each.join(' ')}`);
  }
}
EOF
cat >playwright.config.mjs <<'EOF'
export default { workers: 1, reporter: './reporter.mjs' };
EOF
npx playwright test >output.txt || true
cat output.txt
grep -q '^worker fixture: skipped passed passed; test fixture: skipped skipped skipped$' output.txt
