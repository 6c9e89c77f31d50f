import { eventOf, expectRetcode, expectTrue, resultOf, retcodeOf } from '../expectations.ts';
import type { Gateway } from '../gateway.ts';
import { drain, pollFor } from '../polling.ts';
import { listeningRow, row, type Row } from '../row.ts';

const nobody = '999997';
const path = (rest: string): string => `qualitycontrol/{id}/${rest}`;
const whisper = (workNo: string): string => path(`requestwhisperagent?whisperagentid=${workNo}`);
const stopWhisper = (workNo: string): string => path(`requeststopwhisperagent?whisperagentid=${workNo}`);
const switchTo = (workNo: string, mode: string): string =>
  path(`requestswitchinsertwhisperagent?whisperagentid=${workNo}&switchtype=${mode}`);

const refusedAs =
  (method: string, rest: string, ...codes: readonly string[]): Row['check'] =>
  async ({ gateway }) =>
    expectRetcode(await gateway.send(method, rest), ...codes);

const refused =
  (method: string, rest: string): Row['check'] =>
  async ({ gateway }) => {
    expectTrue(retcodeOf(await gateway.send(method, rest)) !== '0', 'it is accepted');
  };

/** What an inspection is begun and ended with. */
interface Way {
  readonly begin: readonly [method: string, path: string];
  readonly end: readonly [method: string, path: string];
}

const listening = (workNo: string): Way => ({
  begin: ['PUT', path(`addsupervise/${workNo}`)],
  end: ['DELETE', path(workNo)],
});
const inserting = (workNo: string): Way => ({ ...listening(workNo), begin: ['PUT', path(`addinsert/${workNo}`)] });
const whispering = (workNo: string): Way => ({ begin: ['POST', whisper(workNo)], end: ['POST', stopWhisper(workNo)] });

/** Begins, does this once the phone is picked up, and ends: what came from the end on. */
async function during(gateway: Gateway, { begin, end }: Way, act?: () => Promise<void>): Promise<string[]> {
  await drain(gateway);
  const answer = await gateway.send(...begin);
  expectRetcode(answer, '0');
  expectTrue(Object.keys(resultOf(answer)).length === 0, 'result is not empty');
  try {
    await pollFor(gateway, 'AgentOther_PhoneOffhook');
    await act?.();
  } finally {
    await gateway.send(...end);
  }
  return pollFor(gateway, 'AgentState_Ready');
}

/** Section 3: the other ways to inspect. */
export const inspectionWays: readonly Row[] = [
  row('3', 'D', 'inserting without a session gets 100-006 (or 000-003)', async ({ gateway }) =>
    expectRetcode(await gateway.send('PUT', path(`addinsert/${nobody}`), { guid: 'wrong' }), '100-006', '000-003'),
  ),
  row('6', 'D', 'inserting into one’s own calls gets 000-005', refusedAs('PUT', path('addinsert/{id}'), '000-005')),
  row('3', 'D', 'whispering without a session gets 100-006 (or 000-003)', async ({ gateway }) =>
    expectRetcode(await gateway.send('POST', whisper(nobody), { guid: 'wrong' }), '100-006', '000-003'),
  ),
  row(
    '3',
    'D',
    'whispering to an agent who does not exist gets 900-003 or 900-004',
    refusedAs('POST', whisper(nobody), '900-003', '900-004'),
  ),
  row('3', 'D', 'there is no addwhisper', refused('PUT', path(`addwhisper/${nobody}`))),
  row('3', 'D', 'a stop of a whisper that is none is refused', refused('POST', stopWhisper(nobody))),
  row('3', 'D', 'switch is refused to who inspects nobody', refused('POST', path(`switch/${nobody}`))),
  row('3', 'D', 'a switch among the three is refused to who inspects nobody', refused('POST', switchTo(nobody, '0'))),
  row('3', 'D', 'intercept is refused to who inspects nobody: 900-001 to -003', async ({ gateway }) => {
    expectRetcode(await gateway.send('PUT', path(`intercept/${nobody}`)), '900-001', '900-002', '900-003');
    expectRetcode(await gateway.send('PUT', path(`intercept/${nobody}/1-1`)), '900-001', '900-002', '900-003');
  }),
  listeningRow('3', 'D', 'insert answers "0" and rings the phone; stop ends it', async ({ gateway, listenTo }) => {
    const seen = await during(gateway, inserting(listenTo));
    expectTrue(seen.includes('AgentOther_PhoneRelease'), seen.join(', '));
  }),
  listeningRow('3', 'D', 'whisper answers "0" and rings the phone; its own stop ends it', async ({ gateway, listenTo }) => {
    await during(gateway, whispering(listenTo));
  }),
  listeningRow('3', 'D', 'switch goes from listening to inserting and back', async ({ gateway, listenTo }) => {
    await during(gateway, listening(listenTo), async () => {
      expectRetcode(await gateway.send('POST', path(`switch/${listenTo}`)), '0');
      expectRetcode(await gateway.send('POST', path(`switch/${listenTo}`)), '0');
    });
  }),
  listeningRow('3', 'D', 'one can switch among whispering (2), inserting (1) and listening (0)', async ({ gateway, listenTo }) => {
    await during(gateway, listening(listenTo), async () => {
      for (const mode of ['2', '1', '0']) expectRetcode(await gateway.send('POST', switchTo(listenTo, mode)), '0');
    });
  }),
  listeningRow('3', 'I', 'a switch is absolute: to the mode that it is in already, it is accepted again', async ({ gateway, listenTo }) => {
    await during(gateway, listening(listenTo), async () => {
      for (const mode of ['2', '2', '0', '0']) expectRetcode(await gateway.send('POST', switchTo(listenTo, mode)), '0');
    });
  }),
  listeningRow('3', 'I', 'the inspector gets no event of a switch', async ({ gateway, listenTo }) => {
    await during(gateway, listening(listenTo), async () => {
      await drain(gateway);
      expectRetcode(await gateway.send('POST', switchTo(listenTo, '2')), '0');
      const came = (await drain(gateway)).map((answer) => eventOf(answer)?.type ?? '').filter((type) => type !== '');
      expectRetcode(await gateway.send('POST', switchTo(listenTo, '0')), '0');
      expectTrue(came.length === 0, came.join(', '));
    });
  }),
  listeningRow('3', 'I', 'a listen that was switched to whispering ends by the stop of a whisper', async ({ gateway, listenTo }) => {
    await during(gateway, { ...listening(listenTo), end: ['POST', stopWhisper(listenTo)] }, async () => {
      expectRetcode(await gateway.send('POST', switchTo(listenTo, '2')), '0');
    });
  }),
  listeningRow('3', 'I', 'a switch that names nobody is refused', async ({ gateway, listenTo }) => {
    await during(gateway, listening(listenTo), async () => {
      const answer = await gateway.send('POST', path('requestswitchinsertwhisperagent?switchtype=2'));
      expectTrue(retcodeOf(answer) !== '0', 'it is accepted');
    });
  }),
  listeningRow('3', 'I', 'a switch to what is none of the three (3) is refused', async ({ gateway, listenTo }) => {
    await during(gateway, listening(listenTo), async () => {
      expectTrue(retcodeOf(await gateway.send('POST', switchTo(listenTo, '3'))) !== '0', 'it is accepted');
    });
  }),
];
