import fc from 'fast-check';
import { agentStates } from '../../contract/agentState.ts';
import { sinceKinds, type RosterRow } from '../../contract/roster.ts';

/** Any agent that a gateway may name; numbers and times from small ranges, so that they meet. */
export const anyRow: fc.Arbitrary<RosterRow> = fc.record({
  workNo: fc.oneof(fc.integer({ min: 1, max: 60 }).map(String), fc.string({ minLength: 1, maxLength: 3 })),
  name: fc.oneof(fc.constantFrom('', 'Anna', 'anna', '王秀英'), fc.string({ maxLength: 8 })),
  group: fc.constantFrom('', 'Sales', 'Claims', '信用卡服务'),
  groupId: fc.constant(null),
  skills: fc.constantFrom(null, [], ['Voice'], ['Voice', 'Chat']),
  state: fc.constantFrom(...agentStates),
  since: fc.integer({ min: 0, max: 20 }).map((minutes) => minutes * 60_000),
  sinceIs: fc.constantFrom(...sinceKinds),
  signedInAt: fc.constant(null),
  voice: fc.constantFrom(null, true, false),
  phoneEnding: fc.constantFrom(null, '42', '07'),
  inspectedBy: fc.constantFrom(null, '291', '292'),
});
