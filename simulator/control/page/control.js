// The page of the control port: shows the centre as it is each half second and sends what is clicked. No truth is kept here.
import { pageSize, showAgents, showCounts, sought } from './agents.js';
import './answers.js';
import { get } from './ask.js';
import { showCalls } from './calls.js';
import { byId, write } from './dom.js';
import { showReceivers } from './events.js';
import { showFaults } from './faults.js';
import { showPeople } from './people.js';
import { emptyPolls, showRequests } from './requests.js';
import { showScenarios } from './scenarios.js';

const every = 500;
let newest = 0;

/** Asks for everything and shows it, unless a later answer was shown meanwhile. */
async function refresh() {
  const turn = (newest += 1);
  try {
    const { page, state: only, search } = sought;
    const [state, agents, requests] = await Promise.all([
      get('/state'),
      get('/agents', { page, size: pageSize, search, ...(only === undefined ? {} : { state: only }) }),
      get('/requests', { last: 60, emptyPolls: emptyPolls() }),
    ]);
    if (turn !== newest) return;
    write(byId('gateway'), state.url);
    write(byId('fingerprint'), state.fingerprint);
    byId('fingerprint').title = state.fingerprint;
    showCounts(state);
    showAgents(agents);
    showPeople(state);
    showReceivers(state.people);
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

for (const event of ['sent', 'sought']) document.addEventListener(event, () => void refresh());
void watch();
showCalls().catch(() => undefined);
