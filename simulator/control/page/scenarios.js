import { send } from './ask.js';
import { byId, setOptions, write } from './dom.js';

const form = byId('scenarios');

export function showScenarios(report) {
  form.hidden = report === null;
  byId('no-scenarios').hidden = report !== null;
  if (report === null) return;
  const { name } = form.elements;
  setOptions(
    name,
    report.list.map((scenario) => [scenario.name, scenario.name]),
  );
  const says = report.list.find((scenario) => scenario.name === name.value)?.says ?? '';
  write(byId('scenario-says'), report.running === null ? says : `${report.running} runs.`);
  byId('stop-scenario').disabled = report.running === null;
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const name = form.elements.name.value;
  void send('/run-scenario', { name }, `${name} runs.`);
});
byId('stop-scenario').addEventListener('click', () => send('/stop-scenario', {}, 'The scenario is stopped.'));
