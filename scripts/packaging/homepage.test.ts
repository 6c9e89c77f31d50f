import { expect, it } from 'vitest';
import { isOnGitHub } from './homepage.ts';

it.each([
  ['https://github.com/owner/earshot.git', true],
  ['git@github.com:owner/earshot.git', true],
  ['ssh://git@github.com/owner/earshot', true],
  ['https://example.com/github.com/earshot', false],
  ['/srv/git/earshot.git', false],
  ['', false],
])('electron-builder finds the project’s page where it was cloned from %j: %j', (remote, found) => {
  expect(isOnGitHub(remote)).toBe(found);
});
