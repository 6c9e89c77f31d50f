import { eventOf, expectRetcode, expectTrue, retcodeOf, short } from '../expectations.ts';
import { drain, pollFor } from '../polling.ts';
import { NotTried, row, writingRow, type Row, type Trial } from '../row.ts';
import { signIn } from '../signIn.ts';

const poll = 'agentevent/{id}';

function firstEvent({ firstEvents }: Trial) {
  const event = firstEvents[0] === undefined ? undefined : eventOf(firstEvents[0]);
  if (event === undefined) throw new NotTried('no event came after the sign-in');
  return event;
}

const typesOf = ({ firstEvents }: Trial): string[] => firstEvents.map((answer) => eventOf(answer)?.type ?? '');

/** Section 2. */
export const events: readonly Row[] = [
  row('2.1', 'D', 'an event comes as event: { eventType, workNo, content }', (trial) => {
    const { type, workNo, content } = firstEvent(trial);
    expectTrue(/^\w+$/.test(type), `eventType is ${short(type)}`);
    expectTrue(String(workNo) === trial.gateway.agentId, `workNo is ${short(workNo)}`);
    expectTrue(content !== undefined, 'there is no content');
  }),
  row('2.1', 'D', 'eventGenTime, where it comes, is a time in milliseconds', (trial) => {
    const { generated } = firstEvent(trial);
    if (generated === undefined) throw new NotTried('this edition has none');
    expectTrue(/^"?\d{13}"?$/.test(short(generated)), `it is ${short(generated)}`);
  }),
  row('1.1', 'D', 'a sign-in with status 4 brings AgentOther_InService and AgentState_Ready', (trial) => {
    const types = typesOf(trial);
    expectTrue(types.includes('AgentOther_InService') && types.includes('AgentState_Ready'), `it brought ${types.join(', ')}`);
  }),
  row('2.2', 'D', 'the content of AgentOther_InService is null', ({ firstEvents }) => {
    const event = firstEvents.map(eventOf).find((each) => each?.type === 'AgentOther_InService');
    if (event === undefined) throw new NotTried('it did not come');
    expectTrue(event.content === null, short(event.content));
  }),
  row('2.1', 'D', 'an answer bears one event, not a list', ({ firstEvents }) => {
    expectTrue(
      firstEvents.every(({ json }) => !Array.isArray(json?.['event'])),
      'event is a list',
    );
  }),
  row('2.1', 'D', 'without an event the answer has no event key, and is success', async ({ gateway }) => {
    await drain(gateway);
    const answer = await gateway.send('GET', poll);
    expectRetcode(answer, '0');
    expectTrue(answer.json !== undefined && !('event' in answer.json), short(answer.json));
  }),
  row('2.1', 'C', 'without an event it is word for word {"message":"","retcode":"0"}', async ({ gateway }) => {
    const { text } = await gateway.send('GET', poll);
    expectTrue(text === '{"message":"","retcode":"0"}', text.slice(0, 80));
  }),
  row('2.1', 'D', 'without an event it is held for about ten seconds', async ({ gateway }) => {
    const { took } = await gateway.send('GET', poll);
    expectTrue(took > 7_000 && took < 16_000, `it took ${String(Math.round(took))} ms`);
  }),
  row('2.1', 'D', 'polling with PUT is refused', async ({ gateway }) => {
    expectTrue(retcodeOf(await gateway.send('PUT', poll)) !== '0', 'it is accepted');
  }),
  writingRow('2.1', 'D', 'an event answers a held poll at once', async ({ gateway }) => {
    await drain(gateway);
    const held = gateway.send('GET', poll);
    await gateway.wait(1_000);
    await gateway.send('POST', 'onlineagent/{id}/saybusy');
    const { took } = await held;
    await gateway.send('POST', 'onlineagent/{id}/sayfree');
    await pollFor(gateway, 'AgentState_Ready');
    expectTrue(took < 5_000, `it took ${String(Math.round(took))} ms`);
  }),
  writingRow('2.2', 'D', 'AgentState_SetNotReady_Success bears a reason', async ({ gateway }) => {
    await drain(gateway);
    await gateway.send('POST', 'onlineagent/{id}/saybusy?reason=201');
    const event = eventOf(await gateway.send('GET', poll));
    await gateway.send('POST', 'onlineagent/{id}/sayfree');
    expectTrue(event?.type === 'AgentState_SetNotReady_Success', `${String(event?.type)} came`);
    expectTrue(/"reason":"?201"?/.test(JSON.stringify(event?.content)), short(event?.content));
  }),
  writingRow('1.1', 'D', 'a sign-in with status 3 brings AgentState_SetNotReady_Success', async (trial) => {
    await signIn(trial, { forced: true, status: '3' });
    const seen = await pollFor(trial.gateway, 'AgentState_SetNotReady_Success');
    await trial.gateway.send('POST', 'onlineagent/{id}/sayfree');
    expectTrue(seen.includes('AgentOther_InService'), `it brought ${seen.join(', ')}`);
  }),
  writingRow('1.1', 'D', 'a sign-in with status 5 brings AgentState_Work', async (trial) => {
    await signIn(trial, { forced: true, status: '5' });
    await pollFor(trial.gateway, 'AgentState_Work');
    await trial.gateway.send('POST', 'onlineagent/{id}/sayfree');
  }),
];
