import { send } from './ask.js';
import { choices } from './choices.js';
import { byId, option } from './dom.js';
import { readJson } from './json.js';

const form = byId('next-answer');
byId('interfaces').append(...choices.interfaces.map((name) => option(name, '')));
const { what, json } = form.elements;
what.append(...choices.misbehaviours.map(({ words }, index) => option(String(index), words)));
const showMisbehaviour = () => {
  json.value = JSON.stringify(choices.misbehaviours[Number(what.value)].what);
};
what.addEventListener('change', showMisbehaviour);
showMisbehaviour();

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const name = form.elements.interface.value.trim();
  const times = Number(form.elements.times.value);
  const wish = readJson(json.value, 'The misbehaviour');
  if (wish === undefined) return;
  const match = name === '' ? { times } : { interface: name, times };
  void send(
    '/next-answer',
    { match, what: wish.value },
    `The next ${times === 1 ? 'answer' : `${times} answers`} of ${name === '' ? 'any interface' : name}: planned.`,
  );
});
byId('behave').addEventListener('click', () => send('/behave', {}, 'Nothing more will go wrong.'));
