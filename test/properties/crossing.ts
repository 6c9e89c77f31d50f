import { expect } from 'vitest';
import { commandAnswerSchema, type CommandAnswer } from '../../contract/commands.ts';
import { rosterMessageSchema, type RosterMessage, type RosterRow } from '../../contract/roster.ts';
import { appStateSchema, type AppState } from '../../contract/state.ts';
import { mark } from './anyAnswer.ts';

/** Whatever a name needs no more than a line of the interface does. */
const controls = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/;

/** What crosses to the renderer must fit the contract, and hold no words of the gateway but cleaned names and work numbers. */
export function checkState(state: AppState): void {
  appStateSchema.parse(state);
  const { listen, phoneAlert } = state;
  if ('agent' in listen) expect(listen.agent.name).not.toMatch(controls);
  const words = JSON.stringify({ ...state, listen: { ...listen, agent: null }, phoneAlert: phoneAlert.kind });
  expect(words).not.toContain(mark);
}

export function checkAnswer(answer: CommandAnswer): void {
  commandAnswerSchema.parse(answer);
  expect(JSON.stringify(answer)).not.toContain(mark);
}

export function checkRoster(message: RosterMessage): void {
  rosterMessageSchema.parse(message);
  for (const row of rowsIn(message)) {
    expect(row.workNo).toMatch(/^\d{1,6}$/);
    expect([row.name, row.group, ...(row.skills ?? [])].join('')).not.toMatch(controls);
    expect(JSON.stringify({ ...row, name: '', group: '', skills: [] })).not.toContain(mark);
  }
  if (message.kind === 'details') expect(JSON.stringify(message.details)).not.toContain(mark);
}

function rowsIn(message: RosterMessage): readonly RosterRow[] {
  switch (message.kind) {
    case 'snapshot':
      return message.rows;
    case 'patch':
      return message.changed;
    case 'details':
      return [];
  }
}

/** The log names what broke inside, and must not have had to; nor may it hold the gateway's own words. */
export function checkLog(lines: readonly string[]): void {
  const log = lines.join('\n');
  expect(log).not.toContain(mark);
  expect(log).not.toMatch(/broke|command failed/);
}
