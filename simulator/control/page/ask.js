import { byId, write } from './dom.js';

export function say(text, isRefusal) {
  const said = byId('said');
  write(said, text);
  said.classList.toggle('refused', isRefusal);
}

export async function get(path, query = {}) {
  const response = await fetch(`${path}?${new URLSearchParams(query)}`, { signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return response.json();
}

/** Sends a command and says how it went; whoever shows the centre hears of it by the event `sent`. */
export async function send(path, body, done) {
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer = await response.json();
    if (response.ok) say(done, false);
    else say(`Refused: ${answer.field === '' ? '' : `${answer.field}: `}${answer.reason}.`, true);
  } catch {
    say('The simulator does not answer.', true);
  }
  document.dispatchEvent(new Event('sent'));
}
