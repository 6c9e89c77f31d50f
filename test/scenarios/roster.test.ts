import { describe, expect } from 'vitest';
import { watchRoster } from '../support/inspectorOnSimulator.ts';
import { eventually, scenario } from './stage.ts';

describe('the roster', () => {
  scenario('asked-too-often', 'what there was, why, and then the list again', async ({ bench }) => {
    const roster = watchRoster(bench);
    await bench.until('a roster', ({ roster: status }) => status.kind === 'ready');
    const state = await bench.until('a failure', ({ roster: status }) => status.kind === 'failed');
    expect(state.roster).toMatchObject({ problem: { code: '000-007' } });
    expect(roster.rows().size).toBeGreaterThan(10);
    await bench.until('ready again', ({ roster: status }) => status.kind === 'ready');
  });

  scenario('other-roster', 'the other list', async ({ bench, requests }) => {
    const roster = watchRoster(bench);
    await eventually(() => roster.rows().size).toBeGreaterThan(10);
    expect(bench.inspector.state().roster.kind).toBe('ready');
    expect(requests('queryAllAgentStatus').length).toBeGreaterThan(0);
  });

  scenario('fields-missing', 'work numbers and states all the same', async ({ bench }) => {
    const roster = watchRoster(bench);
    await eventually(() => roster.rows().get('20001')).toMatchObject({ workNo: '20001', state: 'talking' });
    expect(bench.inspector.state().roster).toMatchObject({ kind: 'ready', leftOut: 0 });
  });

  scenario('strange-numbers', 'unknown for what nobody can read, the others as ever', async ({ bench }) => {
    const roster = watchRoster(bench);
    await eventually(() => roster.rows().get('20001')?.state).toBe('talking');
    expect(roster.rows().get('20002')?.state).toBe('unknown');
    expect(roster.rows().get('20003')?.state).toBe('busy');
  });
});
