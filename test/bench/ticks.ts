import { parentPort } from 'node:worker_threads';

/** Milliseconds from one tick to the next. */
const every = 10;

// Says when each tick was sent, as a connection brings an answer: from outside of the thread that hears it.
setInterval(() => {
  parentPort?.postMessage(performance.timeOrigin + performance.now());
}, every);
