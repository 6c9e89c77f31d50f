#!/usr/bin/env bash
# Vitest 5.1.1: a reporter's onTestCaseReady for a test can come after onTestCaseResult for the same test.
#
# Workers send their news in batches, and the main process goes through each with an await between two reports. Node.js delivers messages
# that are there already before it runs what awaits, so that two batches of one worker that wait together, as behind a reporter that takes
# a moment or on a busy computer, are reported in turns: the first of the later one before the last of the earlier one. A reporter that
# keeps a list of the tests that run keeps such a test for ever.
#
# What helps: test.result().state is already final in such a late onTestCaseReady, and 'pending' while the test still runs.
#
# Exits with 0 while this is so, with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

npm install --no-audit --no-fund --silent vitest@5.1.1 vite@8.3.8
cat >many.test.mjs <<'EOF'
import { test } from 'vitest';
for (let n = 0; n < 400; n += 1) test(`test ${n}`, () => new Promise((resolve) => setTimeout(resolve, 4)));
EOF
cat >reporter.mjs <<'EOF'
export default class {
  #ended = new Set();
  #late = 0;
  #final = 0;
  onTestCaseReady(test) {
    if (!this.#ended.has(test.id)) return;
    this.#late += 1;
    if (test.result().state !== 'pending') this.#final += 1;
  }
  onTestCaseResult(test) {
    this.#ended.add(test.id);
    // A reporter that takes a moment, now and then.
    if (this.#ended.size % 20 === 0) for (const until = Date.now() + 350; Date.now() < until; );
  }
  onTestRunEnd() {
    console.log(`onTestCaseReady after onTestCaseResult: ${this.#late} of ${this.#ended.size} tests, the result final in ${this.#final} of them`);
    process.exitCode = this.#late > 0 && this.#final === this.#late ? 0 : 1;
  }
}
EOF
npx vitest run --reporter=./reporter.mjs
