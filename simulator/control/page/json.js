import { say } from './ask.js';

/** What a field holds as JSON, in `value`; undefined, and said, when it is none. */
export function readJson(text, what) {
  try {
    return { value: JSON.parse(text) };
  } catch {
    say(`${what} is no JSON.`, true);
    return undefined;
  }
}
