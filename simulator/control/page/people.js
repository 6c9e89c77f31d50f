import { say, send } from './ask.js';
import { choices, stateWords } from './choices.js';
import { byId, duration, keep, make, setOptions, setUnlessUsed, write } from './dom.js';

const stepWords = { accepted: 'accepted', callingPhone: 'the phone is called', ringing: 'the phone rings', listening: 'listening' };
const phoneOf = (kind) => choices.phones.find((phone) => phone.kind === kind);
const isTimed = (kind) => phoneOf(kind).isTimed;
const wordsOf = (kind) => phoneOf(kind).words;

function personCard({ agentId }) {
  const of = (path, body, done) => () => send(path, { agentId, ...body }, done);
  const button = (text, listener) => make('button', { type: 'button', click: listener }, text);
  const name = make('strong');
  const state = make('span');
  const facts = make('p', { class: 'note' });
  const kind = make('select', { 'aria-label': `What the phone of ${agentId} does`, change: () => setPhone() });
  setOptions(
    kind,
    choices.phones.map(({ kind: each, words }) => [each, words]),
  );
  const seconds = make('input', {
    type: 'number',
    min: '0',
    max: '3600',
    step: 'any',
    value: '2',
    'aria-label': 'Seconds',
    change: () => setPhone(),
  });
  const unit = make('span', {}, 's');
  const setPhone = () => {
    if (isTimed(kind.value) && (seconds.value === '' || !seconds.checkValidity())) {
      say('The seconds must be a number from 0 to 3600.', true);
      return;
    }
    const behaviour = isTimed(kind.value) ? { kind: kind.value, afterMs: Math.round(Number(seconds.value) * 1000) } : { kind: kind.value };
    void send(
      '/phone',
      { agentId, behaviour },
      `The phone of ${agentId} ${wordsOf(kind.value)} ${isTimed(kind.value) ? `${seconds.value} s` : ''}`.trim() + '.',
    );
  };
  const pickUp = button('Pick up', of('/pick-up', {}, `${agentId} has picked up.`));
  const hangUp = button('Hang up', of('/hang-up', {}, `${agentId} has hung up.`));
  const end = button('End session', of('/end-session', {}, `The session of ${agentId} is over.`));
  const kick = button('Kick', of('/end-session', { reason: 'kicked' }, `${agentId} has been kicked by another sign-in.`));
  const renew = button('New Guid', of('/rotate-guid', {}, `The Guid of ${agentId} is another now.`));
  const card = make(
    'div',
    { class: 'person', role: 'group', 'aria-label': `Agent ${agentId}` },
    make('header', {}, name, state),
    facts,
    make('label', {}, 'Phone', make('span', { class: 'behaviour' }, kind, seconds, unit)),
    make('div', { class: 'act' }, pickUp, hangUp, renew, end, kick),
  );
  card.show = (person, now) => {
    const { signedIn, listen, phone } = person;
    write(name, `${person.agentId} ${person.name}`);
    write(state, `${stateWords[person.state]} ${person.since === 0 ? '' : duration(now - person.since)}`);
    state.className = `state state-${person.state}`;
    const account = person.password === undefined ? [] : [`password ${person.password}`, `phone ${person.phoneNumber}`];
    const listening = listen === null ? [] : [`${listen.workNo} ${listen.name}: ${stepWords[listen.step] ?? listen.step}`];
    write(facts, (signedIn ? (listening.length > 0 ? listening : ['signed in, no listen']) : account).join(' · '));
    if (document.activeElement !== seconds) setUnlessUsed(kind, phone.kind);
    if (phone.afterMs !== undefined) setUnlessUsed(seconds, String(phone.afterMs / 1000));
    seconds.hidden = unit.hidden = !isTimed(kind.value);
    pickUp.disabled = listen?.step !== 'ringing';
    pickUp.classList.toggle('ring', listen?.step === 'ringing');
    hangUp.disabled = listen?.step !== 'ringing' && listen?.step !== 'listening';
    for (const control of [end, kick, renew]) control.disabled = !signedIn;
  };
  return card;
}

export function showPeople({ people, now }) {
  keep(byId('people'), people, (person) => person.agentId, personCard, now);
}
