import { describe, expect } from 'vitest';
import { modeOf } from '../../contract/inspection.ts';
import type { AppState } from '../../contract/state.ts';
import { accept } from '../support/inspectorOnSimulator.ts';
import { eventually, scenario, type Stage } from './stage.ts';

const switches = 'requestSwitchInsertWhisperAgent';
const modeIn = ({ inspection }: AppState): string => (inspection === null ? 'none' : modeOf(inspection));

async function changes({ bench }: Stage, mode: 'listen' | 'whisper' | 'insert'): Promise<void> {
  accept(await bench.inspector.command('changeMode', { mode, withoutCall: true }));
}

async function settled({ bench }: Stage): Promise<AppState> {
  return bench.until('the change answered', ({ inspection }) => inspection !== null && inspection.asking === null);
}

describe('a change of mode', () => {
  scenario('switch-answer-lost', 'the agent may hear the inspector; the next one, confirmed, settles it', async (stage) => {
    const { bench, listen, requests, simulator } = stage;
    await listen();
    await bench.listen('listening');
    await changes(stage, 'whisper');
    expect(modeIn(await settled(stage))).toBe('unknown');
    expect(simulator().inspectionOf('291')?.mode).toBe('whisper');
    expect(bench.shown.present.tray?.picture).toBe('mayBeHeard');
    expect(requests(switches)).toHaveLength(1);
    await changes(stage, 'whisper');
    expect(modeIn(await settled(stage))).toBe('whisper');
    expect(requests(switches)).toHaveLength(2);
  });

  scenario('switch-lost', 'not known, though nothing changed', async (stage) => {
    const { bench, listen, requests, simulator } = stage;
    await listen();
    await bench.listen('listening');
    await changes(stage, 'insert');
    const { inspection } = await settled(stage);
    expect(inspection?.possible).toEqual(['listen', 'insert']);
    expect(simulator().inspectionOf('291')?.mode).toBe('listen');
    expect(requests(switches)).toHaveLength(1);
  });

  scenario(
    'switch-carried-out-late',
    'never "only listening" before the held up one is carried out',
    async (stage) => {
      const { bench, listen, simulator } = stage;
      await listen();
      await bench.listen('listening');
      await changes(stage, 'whisper');
      await settled(stage);
      await changes(stage, 'listen');
      const after = await settled(stage);
      expect(modeIn(after)).toBe('unknown');
      expect(after.inspection?.problem?.code).toBe('mode-may-still-change');
      const claims = new Set<string>();
      const stop = bench.inspector.onState((state) => void claims.add(modeIn(state)));
      await eventually(() => simulator().inspectionOf('291')?.mode, { timeout: 20_000 }).toBe('whisper');
      stop();
      expect([...claims]).not.toContain('listen');
    },
    { factor: 1 },
  );

  scenario('no-whisper-right', 'goes on listening, and asks no more for it', async (stage) => {
    const { bench, listen, requests } = stage;
    await listen();
    await bench.listen('listening');
    await changes(stage, 'whisper');
    const { inspection, noRight } = await settled(stage);
    expect(inspection).toMatchObject({ possible: ['listen'], problem: { code: '900-002' } });
    expect(noRight.whisper).toBe(true);
    const again = await bench.inspector.command('changeMode', { mode: 'whisper', withoutCall: false });
    expect(again).toMatchObject({ ok: false, problem: { code: 'no-right-here' } });
    expect(requests(switches)).toHaveLength(1);
  });

  scenario('call-intercepted-mid-whisper', 'the other side ended it, and nobody is heard', async ({ bench, requests }) => {
    accept(await bench.inspector.command('inspect', { workNo: '20001', mode: 'whisper', withoutCall: false }));
    await bench.until('whispering', (state) => state.listen.kind === 'listening' && modeIn(state) === 'whisper');
    const { listen } = await bench.until('over', (state) => state.listen.kind === 'ended');
    expect(listen).toMatchObject({ outcome: 'endedByOtherSide' });
    expect(bench.inspector.state().inspection).toBeNull();
    expect(requests('requestWhisperAgent')).toHaveLength(1);
  });
});
