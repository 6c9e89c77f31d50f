import { describe, expect, test } from 'vitest';
import { modes, type Mode, type ShownInspection } from '../../contract/inspection.ts';
import type { Listen } from '../../contract/state.ts';
import { noProgress } from './escalation.ts';
import { alertPlan } from './plan.ts';
import { trayPlan } from './trayPlan.ts';
import { en } from './words/en.ts';
import { agent, asReleased, calm, languages, ringing } from '../../test/support/alertStates.ts';

const inspection = (...possible: readonly Mode[]): ShownInspection => ({ possible, asking: null, problem: null });
const up: Listen = { kind: 'listening', agent, since: 1, problem: null };
const tray = (listen: Listen, possible: readonly Mode[]) =>
  trayPlan({ ...calm, listen, inspection: inspection(...possible) }, null, false, en);

describe('the tray', () => {
  test.each([
    ['listen', 'listening', 'Listening to'],
    ['whisper', 'whispering', 'the agent hears you'],
    ['insert', 'inserted', 'agent and customer hear you'],
    ['call', 'inserted', 'the customer hears you'],
  ] as const)('has a picture and words for %s', (mode, picture, words) => {
    const plan = tray(up, [mode]);
    expect(plan.picture).toBe(picture);
    expect(plan.tooltip).toContain(words);
  });

  test('says that the inspector may be heard wherever it is not known, as while a change is under way', () => {
    const plan = tray(up, ['listen', 'whisper']);
    expect(plan.picture).toBe('mayBeHeard');
    expect(plan.tooltip).toContain('The agent may hear you');
  });

  test.each(['stopping', 'outcomeUnknown'] as const)('never shows less than that while it is %s', (kind) => {
    const listen: Listen =
      kind === 'stopping' ? { kind, agent, since: 1 } : { kind, agent, since: 1, problem: { code: 'no-answer', meaning: 'no-answer' } };
    expect(tray(listen, ['whisper']).picture).toBe('mayBeHeard');
    expect(tray(listen, ['listen']).picture).toBe('calling');
  });

  test('cuts no word of who hears the inspector off: the name stands last', () => {
    for (const mode of modes) expect(tray(up, [mode]).tooltip.indexOf(agent.name)).toBeGreaterThan(0);
  });
});

test.each(languages)('the alert window says before the phone is picked up who will hear the inspector (%s)', (_language, words) => {
  const listen: Listen = { kind: 'ringing', agent, since: 1, problem: null };
  const bodies = modes.map((mode) => {
    const state = { ...calm, listen, phone: ringing, inspection: inspection(mode) };
    return alertPlan(state, { ...asReleased, alertWindow: 'always' }, noProgress, words).window?.body;
  });
  expect(new Set(bodies).size).toBe(modes.length);
});
