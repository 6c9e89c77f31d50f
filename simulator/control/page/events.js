import { send } from './ask.js';
import { choices } from './choices.js';
import { byId, option, setOptions } from './dom.js';
import { readJson } from './json.js';

const form = byId('event');

/** Events go to whoever is signed in. */
export function showReceivers(people) {
  const signedIn = people.filter((person) => person.signedIn).map(({ agentId, name }) => [agentId, `${agentId} ${name}`]);
  setOptions(form.elements.agentId, signedIn.length === 0 ? [['', 'nobody is signed in']] : signedIn);
  form.querySelector('button').disabled = signedIn.length === 0;
}

byId('event-types').append(...choices.eventTypes.map((name) => option(name, '')));
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { agentId, eventType, content } = form.elements;
  const json = readJson(content.value.trim() === '' ? 'null' : content.value, 'The content');
  if (json === undefined) return;
  void send(
    '/event',
    { agentId: agentId.value, eventType: eventType.value, content: json.value },
    `${eventType.value} is in the queue of ${agentId.value}.`,
  );
});
