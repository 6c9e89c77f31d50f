// Holds Electron's "ready" back until Playwright is attached and says so (it calls `__playwright_run`): a window
// that opens earlier makes its launch hang, about once in thirty. Playwright's own loader does this too, but
// changes Chromium's switches, the keyring's among them, and takes no executable.
// oxlint-disable-next-line typescript/no-require-imports -- Electron's -r loads CommonJS only
const { app } = require('electron');

const ready = app.whenReady();
const emit = app.emit.bind(app);
let release;
const released = new Promise((resolve) => {
  release = resolve;
});
let held = [];

app.emit = (event, ...args) => {
  if (event !== 'ready') return emit(event, ...args);
  held = args;
  return app.listenerCount('ready') > 0;
};
app.whenReady = () => released;
app.isReady = () => false;

globalThis.__playwright_run = async () => {
  await ready;
  // The application starts in a turn of its own, not in the midst of what runs: inTurn.ts says why.
  await new Promise(setImmediate);
  app.isReady = () => true;
  app.emit = emit;
  release();
  emit('ready', ...held);
};
