// The page of the control port: shows the centre as it is each half second and sends what is clicked. No truth is kept here.

const every = 500;
const pageSize = 50;
const stateWords = {
  talking: 'Talking',
  answering: 'Answering',
  occupied: 'Occupied',
  preoccupied: 'Preoccupied',
  idle: 'Idle',
  wrapUp: 'Wrap-up',
  busy: 'Busy',
  rest: 'Rest',
  signedOut: 'Signed out',
};
const inCall = new Set(['preoccupied', 'occupied', 'answering', 'talking']);
const stepWords = { accepted: 'accepted', callingPhone: 'the phone is called', ringing: 'the phone rings', listening: 'listening' };
const phoneWords = {
  '': 'as started',
  picksUp: 'picks up after',
  declines: 'declines after',
  neverAnswers: 'never answers',
  longCall: 'long call',
  busy: 'is busy',
  unplugged: 'is unplugged',
};
const timedPhones = new Set(['picksUp', 'declines']);
const eventTypes = [
  'AgentState_Ready',
  'AgentState_Busy',
  'AgentState_Work',
  'AgentState_SetNotReady_Success',
  'AgentState_Force_Busy',
  'AgentState_Force_Ready',
  'AgentOther_PhoneAlerting',
  'AgentOther_PhoneOffhook',
  'AgentOther_PhoneRelease',
  'AgentOther_PhoneBusy',
  'AgentOther_PhoneUnreachable',
  'AgentOther_ShutdownService',
  'AgentOther_BeQcStart',
  'AgentOther_BeQcStop',
];
const interfaces = [
  'addSupervise',
  'stopSuperviseOrInsert',
  'getAgentEvent',
  'queryOnlineAgent',
  'queryAllAgentStatus',
  'queryAgentInfoByWorkNo',
  'isCensor',
  'login',
  'forceLogin',
  'logout',
  'sayFree',
  'sayBusy',
];
const misbehaviours = [
  ['A refusal', { kind: 'retcode', retcode: '900-003' }],
  ['A delay after it is done', { kind: 'delay', ms: 3000, when: 'afterHandling' }],
  ['A delay before it is done', { kind: 'delay', ms: 3000, when: 'beforeHandling' }],
  ['A captive portal’s page', { kind: 'html' }],
  ['A redirect', { kind: 'redirect', location: 'https://portal.example/' }],
  ['Half an answer, then a cut', { kind: 'cutAnswer' }],
  ['Truncated JSON', { kind: 'truncatedJson' }],
  ['No answer: closed before', { kind: 'closeSocket', when: 'beforeHandling' }],
  ['No answer: closed after', { kind: 'closeSocket', when: 'afterHandling' }],
  ['Fields left out', { kind: 'dropFields', fields: ['retcode'] }],
  ['No HTTP at all', { kind: 'rawBytes', bytes: 'SSH-2.0-OpenSSH_9.6\r\n' }],
  ['Another answer', { kind: 'answer', status: 503, body: '' }],
];
const lineNumbers = ['latencyMs', 'jitterMs', 'bandwidthBytesPerSecond', 'cutAfterBytes'];

const byId = (id) => document.getElementById(id);
const forms = { event: byId('event'), answer: byId('next-answer'), faults: byId('faults'), scenarios: byId('scenarios') };
const seen = { page: 1, state: undefined, search: '', emptyPolls: false, faults: undefined };

/** Makes an element; functions become listeners, what is undefined is left out. */
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function option(value, text) {
  return make('option', { value }, text);
}

/** Sets a control's value, but never under a person's hands. */
function setUnlessUsed(control, value) {
  if (document.activeElement !== control && control.value !== value) control.value = value;
}

/** Puts the options into a select when they have changed, and keeps what is chosen. */
function setOptions(select, options) {
  const key = JSON.stringify(options);
  if (select.dataset.options === key) return;
  const chosen = select.value;
  select.replaceChildren(...options.map(([value, text]) => option(value, text)));
  if (options.some(([value]) => value === chosen)) select.value = chosen;
  select.dataset.options = key;
}

/** Keeps one element for each item, in order; focus and open lists survive. */
function keep(parent, items, keyOf, create) {
  const kept = new Map([...parent.children].map((element) => [element.dataset.key, element]));
  let place = parent.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    let element = kept.get(key);
    kept.delete(key);
    if (element === undefined) {
      element = create(item);
      element.dataset.key = key;
    }
    if (element === place) place = place.nextElementSibling;
    else parent.insertBefore(element, place);
    element.show(item);
  }
  for (const element of kept.values()) element.remove();
}

function duration(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const rest = String(seconds % 60).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes}:${rest}` : `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}:${rest}`;
}

function say(text, isRefusal) {
  const said = byId('said');
  write(said, text);
  said.classList.toggle('refused', isRefusal);
}

async function get(path, query = {}) {
  const response = await fetch(`${path}?${new URLSearchParams(query)}`, { signal: AbortSignal.timeout(5000) });
  if (!response.ok) throw new Error(`${path}: HTTP ${response.status}`);
  return response.json();
}

/** Sends a command and says how it went; then the page is brought up to date. */
async function send(path, body, done) {
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
  await refresh();
}

// Agents

function agentRow({ workNo }) {
  const cell = (className) => make('td', { class: className });
  const [number, name, group, time, listened] = [cell(), cell(), cell(), cell('num'), cell()];
  const state = make('span', {});
  const choice = make(
    'select',
    {
      'aria-label': `State of ${workNo}`,
      change: () => send('/agent', { workNo, state: choice.value }, `${workNo} is ${stateWords[choice.value]}.`),
    },
    ...Object.entries(stateWords).map(([value, text]) => option(value, text)),
  );
  const endCall = make(
    'button',
    {
      type: 'button',
      'aria-label': `End call of ${workNo}`,
      click: () => send('/end-call', { workNo }, `The call of ${workNo} is over.`),
    },
    'End call',
  );
  const row = make(
    'tr',
    {},
    number,
    name,
    group,
    make('td', {}, state),
    time,
    listened,
    make('td', {}, make('div', { class: 'play' }, choice, endCall)),
  );
  row.show = (agent) => {
    write(number, agent.workNo);
    write(name, agent.name);
    name.title = agent.name;
    write(group, agent.group);
    write(state, stateWords[agent.state]);
    state.className = `state state-${agent.state}`;
    write(time, agent.since === 0 ? '' : duration(seen.now - agent.since));
    write(listened, agent.listenedBy.join(', '));
    setUnlessUsed(choice, agent.state);
    endCall.disabled = !inCall.has(agent.state);
  };
  return row;
}

function showAgents({ now, total, page, pages, agents }) {
  seen.now = now;
  seen.page = page;
  keep(byId('agents'), agents, (agent) => agent.workNo, agentRow);
  const first = (page - 1) * pageSize + 1;
  write(byId('page'), total === 0 ? '0' : `${first}–${first + agents.length - 1} of ${total.toLocaleString('en')}`);
  byId('previous').disabled = page <= 1;
  byId('next').disabled = page >= pages;
  byId('no-agents').hidden = total > 0;
}

function showCounts({ agents, counts }) {
  const items = [{ state: undefined, count: agents }, ...Object.keys(stateWords).map((state) => ({ state, count: counts[state] }))];
  keep(
    byId('counts'),
    items,
    ({ state }) => state ?? 'all',
    ({ state }) => {
      const text = make('span', state === undefined ? {} : { class: `state state-${state}` });
      const chip = make('button', { type: 'button', click: () => seek({ state }) }, text);
      chip.show = ({ count }) => {
        write(text, `${state === undefined ? 'All' : stateWords[state]} ${count.toLocaleString('en')}`);
        chip.setAttribute('aria-pressed', String(seen.state === state));
      };
      return chip;
    },
  );
}

function seek(change) {
  Object.assign(seen, { page: 1 }, change);
  void refresh();
}

// Requests

function showRequests(requests) {
  const rows = requests.map((record) => {
    const { answer } = record;
    const code = answer?.retcode ?? (answer === undefined ? 'none yet' : `HTTP ${answer.httpStatus}`);
    return [
      new Date(record.at).toISOString().slice(11, 23),
      record.interface ?? '',
      `${record.method} ${record.path.replace('/agentgateway/resource', '…')}`,
      [code, answer?.event, answer?.setGuid ? 'new Guid' : undefined].filter((part) => part !== undefined).join(' · '),
      answer === undefined ? '' : `${(answer.at - record.at).toLocaleString('en')} ms`,
    ];
  });
  byId('no-requests').hidden = rows.length > 0;
  const body = byId('requests');
  const key = JSON.stringify(rows);
  if (body.dataset.shown === key) return;
  body.dataset.shown = key;
  body.replaceChildren(
    ...rows.map((cells) =>
      make('tr', {}, ...cells.map((text, index) => make('td', { title: text, class: index === 4 ? 'num' : '' }, text))),
    ),
  );
}

// Inspectors

function personCard({ agentId }) {
  const of = (path, body, done) => () => send(path, { agentId, ...body }, done);
  const button = (text, listener) => make('button', { type: 'button', click: listener }, text);
  const name = make('strong');
  const state = make('span');
  const facts = make('p', { class: 'note' });
  const kind = make('select', { 'aria-label': `What the phone of ${agentId} does`, change: () => setPhone() });
  setOptions(kind, Object.entries(phoneWords));
  const seconds = make('input', {
    type: 'number',
    min: '0',
    max: '3600',
    step: '0.5',
    value: '2',
    'aria-label': 'Seconds',
    change: () => setPhone(),
  });
  const unit = make('span', {}, 's');
  const setPhone = () => {
    if (kind.value === '') return;
    const behaviour = timedPhones.has(kind.value)
      ? { kind: kind.value, afterMs: Math.round(Number(seconds.value) * 1000) }
      : { kind: kind.value };
    void send(
      '/phone',
      { agentId, behaviour },
      `The phone of ${agentId} ${phoneWords[kind.value]} ${timedPhones.has(kind.value) ? `${seconds.value} s` : ''}`.trim() + '.',
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
  card.show = (person) => {
    const { signedIn, listen, phone } = person;
    write(name, `${person.agentId} ${person.name}`);
    write(state, `${stateWords[person.state]} ${person.since === 0 ? '' : duration(seen.now - person.since)}`);
    state.className = `state state-${person.state}`;
    const account = person.password === undefined ? [] : [`password ${person.password}`, `phone ${person.phoneNumber}`];
    const listening = listen === null ? [] : [`${listen.workNo} ${listen.name}: ${stepWords[listen.step] ?? listen.step}`];
    write(facts, (signedIn ? (listening.length > 0 ? listening : ['signed in, no listen']) : account).join(' · '));
    if (document.activeElement !== seconds) setUnlessUsed(kind, phone?.kind ?? kind.value);
    if (phone?.afterMs !== undefined) setUnlessUsed(seconds, String(phone.afterMs / 1000));
    seconds.hidden = unit.hidden = !timedPhones.has(kind.value);
    pickUp.disabled = listen?.step !== 'ringing';
    pickUp.classList.toggle('ring', listen?.step === 'ringing');
    hangUp.disabled = listen?.step !== 'ringing' && listen?.step !== 'listening';
    for (const control of [end, kick, renew]) control.disabled = !signedIn;
  };
  return card;
}

function showPeople(people) {
  keep(byId('people'), people, (person) => person.agentId, personCard);
  const signedIn = people.filter((person) => person.signedIn);
  const choices =
    signedIn.length === 0 ? [['', 'nobody is signed in']] : signedIn.map(({ agentId, name }) => [agentId, `${agentId} ${name}`]);
  setOptions(forms.event.elements.agentId, choices);
  forms.event.querySelector('button').disabled = signedIn.length === 0;
}

forms.event.addEventListener('submit', (event) => {
  event.preventDefault();
  const { agentId, eventType, content } = forms.event.elements;
  const json = readJson(content.value.trim() === '' ? 'null' : content.value, 'The content');
  if (json === undefined) return;
  void send(
    '/event',
    { agentId: agentId.value, eventType: eventType.value, content: json.value },
    `${eventType.value} is in the queue of ${agentId.value}.`,
  );
});

function readJson(text, what) {
  try {
    return { value: JSON.parse(text) };
  } catch {
    say(`${what} is no JSON.`, true);
    return undefined;
  }
}

// Misbehaviour

const { what, json } = forms.answer.elements;
what.append(...misbehaviours.map(([text], index) => option(String(index), text)));
const showMisbehaviour = () => {
  json.value = JSON.stringify(misbehaviours[Number(what.value)][1]);
};
what.addEventListener('change', showMisbehaviour);
showMisbehaviour();

forms.answer.addEventListener('submit', (event) => {
  event.preventDefault();
  const name = forms.answer.elements.interface.value.trim();
  const times = Number(forms.answer.elements.times.value);
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

// Faults

const line = forms.faults.elements;
function showFaults(report) {
  forms.faults.hidden = report === null;
  byId('no-faults').hidden = report !== null;
  byId('faulty-gateway').hidden = report === null;
  if (report === null) return;
  write(byId('faults-url'), report.url);
  write(byId('connections'), report.connections === 1 ? '1 connection is open' : `${report.connections} connections are open`);
  for (const name of ['link', 'halfOpen', 'refuse']) setUnlessUsed(line[name], String(report.faults[name]));
  // Only when they have changed: what a person is typing stays.
  const { toServer, toClient } = report.faults;
  const key = JSON.stringify([toServer, toClient]);
  if (seen.faults === key) return;
  seen.faults = key;
  seen.line = report.faults;
  showLine();
}

/** The numbers of a direction as texts; of both, `undefined` where they differ. */
function lineTexts() {
  const { toServer, toClient } = seen.line;
  const directions = line.direction.value === 'both' ? [toServer, toClient] : [seen.line[line.direction.value]];
  const of = (read) => {
    const [one, other = one] = directions.map((faults) => String(read(faults) ?? ''));
    return one === other ? one : undefined;
  };
  return {
    ...Object.fromEntries(lineNumbers.map((name) => [name, of((faults) => faults[name])])),
    dripBytes: of((faults) => faults.slowDrip?.bytes),
    dripEveryMs: of((faults) => faults.slowDrip?.everyMs),
  };
}

function showLine() {
  for (const [name, text] of Object.entries(lineTexts())) {
    line[name].dataset.placeholder ??= line[name].placeholder;
    line[name].placeholder = text === undefined ? 'differs' : line[name].dataset.placeholder;
    line[name].value = text ?? '';
  }
}

/** What has been changed in the form: the rest, which may differ between the directions, stays. */
function lineWish() {
  const shown = lineTexts();
  const isChanged = (name) => line[name].value !== (shown[name] ?? '');
  const none = (name) => (name === 'latencyMs' || name === 'jitterMs' ? 0 : null);
  const number = (name) => (line[name].value === '' ? none(name) : Number(line[name].value));
  const wish = Object.fromEntries(lineNumbers.filter(isChanged).map((name) => [name, number(name)]));
  if (!isChanged('dripBytes') && !isChanged('dripEveryMs')) return wish;
  const drip = { bytes: number('dripBytes'), everyMs: number('dripEveryMs') };
  return { ...wish, slowDrip: drip.bytes === null && drip.everyMs === null ? null : drip };
}

line.direction.addEventListener('change', showLine);
line.link.addEventListener('change', () => send('/faults', { link: line.link.value }, `The link is ${line.link.value}.`));
line.halfOpen.addEventListener('change', () => send('/faults', { halfOpen: line.halfOpen.value }, 'Half open is set.'));
line.refuse.addEventListener('change', () =>
  send(
    '/faults',
    { refuse: line.refuse.value === 'true' },
    `New connections are ${line.refuse.value === 'true' ? 'refused' : 'accepted'}.`,
  ),
);
forms.faults.addEventListener('submit', (event) => {
  event.preventDefault();
  const wish = lineWish();
  void send('/faults', line.direction.value === 'both' ? wish : { [line.direction.value]: wish }, 'The faults are set.');
});
byId('clear-faults').addEventListener('click', () => send('/clear-faults', {}, 'There are no faults any more.'));
byId('reset-connections').addEventListener('click', () => send('/reset-connections', {}, 'The connections are reset.'));

// Scenarios

function showScenarios(report) {
  forms.scenarios.hidden = report === null;
  byId('no-scenarios').hidden = report !== null;
  if (report === null) return;
  const { name } = forms.scenarios.elements;
  setOptions(
    name,
    report.list.map((scenario) => [scenario.name, scenario.name]),
  );
  const says = report.list.find((scenario) => scenario.name === name.value)?.says ?? '';
  write(byId('scenario-says'), report.running === null ? says : `${report.running} runs.`);
  byId('stop-scenario').disabled = report.running === null;
}

forms.scenarios.addEventListener('submit', (event) => {
  event.preventDefault();
  const name = forms.scenarios.elements.name.value;
  void send('/run-scenario', { name }, `${name} runs.`);
});
byId('stop-scenario').addEventListener('click', () => send('/stop-scenario', {}, 'The scenario is stopped.'));

// The page as a whole

byId('search').addEventListener('input', () => seek({ search: byId('search').value.slice(0, 100) }));
byId('previous').addEventListener('click', () => seek({ page: seen.page - 1 }));
byId('next').addEventListener('click', () => seek({ page: seen.page + 1 }));
byId('empty-polls').addEventListener('change', () => seek({ page: seen.page, emptyPolls: byId('empty-polls').checked }));
byId('event-types').append(...eventTypes.map((name) => option(name, '')));
byId('interfaces').append(...interfaces.map((name) => option(name, '')));

let newest = 0;

/** Asks for everything and shows it, unless a later answer was shown meanwhile. */
async function refresh() {
  const turn = (newest += 1);
  try {
    const sought = seen.state === undefined ? {} : { state: seen.state };
    const [state, agents, requests] = await Promise.all([
      get('/state'),
      get('/agents', { page: seen.page, size: pageSize, search: seen.search, ...sought }),
      get('/requests', { last: 60, emptyPolls: seen.emptyPolls ? 'shown' : 'hidden' }),
    ]);
    if (turn !== newest) return;
    write(byId('gateway'), state.url);
    write(byId('fingerprint'), state.fingerprint);
    byId('fingerprint').title = state.fingerprint;
    showCounts(state);
    showAgents(agents);
    showPeople(state.people);
    showFaults(state.faults);
    showScenarios(state.scenarios);
    showRequests(requests);
    live(true);
  } catch {
    if (turn === newest) live(false);
  }
}

function live(isLive) {
  const element = byId('live');
  write(element, isLive ? 'Live' : 'The simulator does not answer');
  element.classList.toggle('lost', !isLive);
}

async function watch() {
  if (!document.hidden) await refresh();
  setTimeout(watch, every);
}

async function showCalls() {
  const calls = await get('/api');
  byId('calls').append(
    ...calls.flatMap(({ method, path, says, example }) => {
      const hasInput = Object.keys(example).length > 0;
      const text = method === 'GET' ? `?${new URLSearchParams(example)}` : JSON.stringify(example);
      return [make('dt', {}, make('code', {}, `${method} ${path}`)), make('dd', {}, says, ...(hasInput ? [make('code', {}, text)] : []))];
    }),
  );
}

void watch();
showCalls().catch(() => undefined);
