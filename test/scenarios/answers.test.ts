import { describe, expect } from 'vitest';
import { accept } from '../support/inspectorOnSimulator.ts';
import { scenario, type Stage } from './stage.ts';

/** The outcome is unknown until an event or an own query settles it, whichever is first; nothing is sent twice. */
async function settledByAsking({ bench, listen, requests }: Stage): Promise<void> {
  await listen();
  await bench.listen('listening');
  expect(bench.listenSteps).not.toContain('ended');
  expect(requests('addSupervise')).toHaveLength(1);
  expect(requests('stopSuperviseOrInsert')).toHaveLength(0);
}

describe('the answer to the command', () => {
  scenario('answer-half-sent', 'unknown, then listening, one PUT', settledByAsking);
  scenario('answer-truncated', 'unknown, then listening, one PUT', settledByAsking);
  scenario('answer-lost', 'unknown, then listening, one PUT', settledByAsking);

  scenario('command-lost', 'unknown, then: nothing was started', async ({ bench, listen, requests }) => {
    await listen();
    await bench.listen('outcomeUnknown');
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'notStarted', problem: { code: 'connection-lost' } });
    expect(requests('addSupervise')).toHaveLength(1);
  });

  scenario('slow-answers', 'every step in order, late; one PUT', async ({ bench, listen, requests }) => {
    await listen();
    await bench.listen('listening');
    expect(requests('addSupervise')).toHaveLength(1);
    expect(bench.inspector.state().session).toMatchObject({ kind: 'signedIn', connection: { kind: 'live' } });
  });
});

describe('the answer to the stop', () => {
  scenario('stop-answer-lost', 'stopped, without an error', async ({ bench, listen }) => {
    await listen();
    await bench.listen('listening');
    accept(await bench.inspector.command('stopListening', {}));
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'stopped', problem: null });
  });

  scenario('stop-finds-nothing', 'stopped, without an error', async ({ bench, listen }) => {
    await listen();
    await bench.listen('listening');
    accept(await bench.inspector.command('stopListening', {}));
    expect(await bench.listen('ended')).toMatchObject({ outcome: 'stopped', problem: null });
  });
});
