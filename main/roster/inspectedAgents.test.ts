import { expect, test } from 'vitest';
import type { Listen } from '../../contract/state.ts';
import type { GatewayEvent } from '../gateway/agentevent.ts';
import { createInspectedAgents } from './inspectedAgents.ts';

const listening = (workNo: string): Listen => ({ kind: 'listening', agent: { workNo, name: '' }, since: 1_000, problem: null });
const inspection = (type: 'AgentOther_BeQcStart' | 'AgentOther_BeQcStop'): GatewayEvent => ({ type, inspected: '101', inspector: '295' });

function stage() {
  const marked: [string, string | null][] = [];
  const inspected = createInspectedAgents(
    () => '291',
    (workNo, by) => marked.push([workNo, by]),
  );
  return { marked, inspected };
}

test('an agent whom the inspector listens to is inspected by them until that listen is over', () => {
  const { marked, inspected } = stage();
  inspected.follow(listening('101'));
  inspected.follow(listening('101'));
  inspected.follow({ kind: 'idle' });
  expect(marked).toEqual([
    ['101', '291'],
    ['101', null],
  ]);
});

test('the gateway tells of other inspectors', () => {
  const { marked, inspected } = stage();
  expect(inspected.onEvent(inspection('AgentOther_BeQcStart'))).toBe(true);
  expect(inspected.onEvent(inspection('AgentOther_BeQcStop'))).toBe(true);
  expect(marked).toEqual([
    ['101', '295'],
    ['101', null],
  ]);
});
