import { send } from './ask.js';
import { choices, stateWords } from './choices.js';
import { byId, duration, keep, make, option, setUnlessUsed, write } from './dom.js';

export const pageSize = 50;
/** Which agents are shown; a change is told by the event `sought`. */
export const sought = { page: 1, state: undefined, search: '' };

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
  row.show = (agent, now) => {
    write(number, agent.workNo);
    write(name, agent.name);
    name.title = agent.name;
    write(group, agent.group);
    write(state, stateWords[agent.state]);
    state.className = `state state-${agent.state}`;
    write(time, agent.since === 0 ? '' : duration(now - agent.since));
    write(listened, agent.listenedBy.join(', '));
    setUnlessUsed(choice, agent.state);
    endCall.disabled = !choices.states.some(({ state: each, isInCall }) => each === agent.state && isInCall);
  };
  return row;
}

export function showAgents({ now, total, page, pages, agents }) {
  sought.page = page;
  keep(byId('agents'), agents, (agent) => agent.workNo, agentRow, now);
  const first = (page - 1) * pageSize + 1;
  write(byId('page'), total === 0 ? '0' : `${first}–${first + agents.length - 1} of ${total.toLocaleString('en')}`);
  byId('previous').disabled = page <= 1;
  byId('next').disabled = page >= pages;
  byId('no-agents').hidden = total > 0;
}

export function showCounts({ agents, counts }) {
  const items = [{ state: undefined, count: agents }, ...choices.states.map(({ state }) => ({ state, count: counts[state] }))];
  keep(
    byId('counts'),
    items,
    ({ state }) => state ?? 'all',
    ({ state }) => {
      const text = make('span', state === undefined ? {} : { class: `state state-${state}` });
      const chip = make('button', { type: 'button', click: () => seek({ state }) }, text);
      chip.show = ({ count }) => {
        write(text, `${state === undefined ? 'All' : stateWords[state]} ${count.toLocaleString('en')}`);
        chip.setAttribute('aria-pressed', String(sought.state === state));
      };
      return chip;
    },
  );
}

function seek(change) {
  Object.assign(sought, { page: 1 }, change);
  document.dispatchEvent(new Event('sought'));
}

byId('search').addEventListener('input', () => seek({ search: byId('search').value.slice(0, 100) }));
byId('previous').addEventListener('click', () => seek({ page: sought.page - 1 }));
byId('next').addEventListener('click', () => seek({ page: sought.page + 1 }));
