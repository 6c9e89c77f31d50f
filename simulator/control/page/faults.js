import { send } from './ask.js';
import { byId, setUnlessUsed, write } from './dom.js';

const form = byId('faults');
const line = form.elements;
const lineNumbers = ['latencyMs', 'jitterMs', 'bandwidthBytesPerSecond', 'cutAfterBytes'];
const shown = { key: undefined, line: undefined };

export function showFaults(report) {
  form.hidden = report === null;
  byId('no-faults').hidden = report !== null;
  byId('faulty-gateway').hidden = report === null;
  if (report === null) return;
  write(byId('faults-url'), report.url);
  write(byId('connections'), report.connections === 1 ? '1 connection is open' : `${report.connections} connections are open`);
  for (const name of ['link', 'halfOpen', 'refuse']) setUnlessUsed(line[name], String(report.faults[name]));
  // Only when they have changed: what a person is typing stays.
  const { toServer, toClient } = report.faults;
  const key = JSON.stringify([toServer, toClient]);
  if (shown.key === key) return;
  shown.key = key;
  shown.line = report.faults;
  showLine();
}

/** The numbers of a direction as texts; of both, `undefined` where they differ. */
function lineTexts() {
  const { toServer, toClient } = shown.line;
  const directions = line.direction.value === 'both' ? [toServer, toClient] : [shown.line[line.direction.value]];
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
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const wish = lineWish();
  void send('/faults', line.direction.value === 'both' ? wish : { [line.direction.value]: wish }, 'The faults are set.');
});
byId('clear-faults').addEventListener('click', () => send('/clear-faults', {}, 'There are no faults any more.'));
byId('reset-connections').addEventListener('click', () => send('/reset-connections', {}, 'The connections are reset.'));
