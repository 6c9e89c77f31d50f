// The same work as Earshot's page, done by ag-grid-community as its guide says: transactions by row id, a ticking time, a search.
import { createRosterJoiner } from '../../../../contract/rosterParts.ts';
import { AllCommunityModule, createGrid, ModuleRegistry, themeQuartz } from 'ag-grid-community';

ModuleRegistry.registerModules([AllCommunityModule]);

const two = (value) => String(value).padStart(2, '0');
const duration = (ms) => {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return `${Math.floor(seconds / 60)}:${two(seconds % 60)}`;
};

function listenButton({ data }) {
  const button = document.createElement('button');
  button.textContent = 'Listen';
  button.setAttribute('aria-label', `Listen to ${data.workNo}`);
  return button;
}

const grid = createGrid(document.getElementById('grid'), {
  theme: themeQuartz,
  rowHeight: 32,
  getRowId: ({ data }) => data.workNo,
  animateRows: false,
  columnDefs: [
    { field: 'workNo', headerName: 'Number', sort: 'asc', comparator: (a, b) => Number(a) - Number(b) },
    { field: 'name', headerName: 'Name', flex: 2 },
    { field: 'group', headerName: 'Group', flex: 1 },
    { field: 'state', headerName: 'State' },
    { colId: 'time', field: 'since', headerName: 'Time in state', valueFormatter: ({ value }) => duration(Date.now() - value) },
    { headerName: 'Listen', cellRenderer: listenButton, getQuickFilterText: () => '' },
  ],
});

setInterval(() => grid.refreshCells({ columns: ['time'], force: true }), 1000);
document.querySelector('input').addEventListener('input', (event) => {
  grid.setGridOption('quickFilterText', event.target.value);
});

const join = createRosterJoiner((message) => message);

function take(sent) {
  const roster = join(sent);
  if (roster === 'partly') return;
  if (roster.kind === 'snapshot') grid.setGridOption('rowData', roster.rows);
  else grid.applyTransaction({ update: roster.changed, remove: roster.removed.map((workNo) => ({ workNo })) });
}

function watchSocket() {
  const address = new URL('bridge', window.location.href);
  address.protocol = 'ws:';
  const socket = new WebSocket(address);
  socket.addEventListener('open', () => socket.send(JSON.stringify({ id: 0, command: 'watchRoster', input: { visible: true } })));
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data);
    if (message.kind === 'roster') take(message.message);
  });
}

function watchPreload(earshot) {
  earshot.onRoster(take);
  earshot.onState(() => {
    void earshot.watchRoster({ visible: true });
  });
}

if (window.earshot === undefined) watchSocket();
else watchPreload(window.earshot);
