import fc from 'fast-check';
import { plainEvents } from '../../main/gateway/agentevent.ts';
import { wordedRetcodes } from '../../contract/problemMeanings.ts';
import type { ScriptedAnswer } from '../support/scriptedGateway.ts';
import { anyCharacter } from '../support/anyCharacter.ts';

/** Stands in every text that an arbitrary answer holds: where it turns up, the gateway's own words came through. */
export const mark = 'zqMARKqz';

const marked = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: anyCharacter, maxLength: 40 }).map((text) => `${text}${mark}${text}`) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(`${mark}_Event`, `0${mark}`, `\u202e${mark}\u0000`, `"><img src=x onerror=${mark}>`, mark.repeat(500)),
  },
);

const fieldName = fc.oneof(
  fc.constantFrom('message', 'retcode', 'result', 'event', 'eventType', 'content', 'workNo', 'workno', 'name', 'groupname', 'groupName'),
  fc.constantFrom(
    'status',
    'ctiStatus',
    'ctistatus',
    'agentState',
    'phoneState',
    'reason',
    'phonenumber',
    '__proto__',
    'constructor',
    'toString',
  ),
  fc.string({ maxLength: 8 }),
);

const number = fc.oneof(fc.integer({ min: -3, max: 30 }), fc.integer(), fc.double(), fc.constant(1e308));

const { json } = fc.letrec((tie) => ({
  json: fc.oneof({ maxDepth: 4 }, marked, number, fc.boolean(), fc.constant(null), tie('list'), tie('object')),
  list: fc.array(tie('json'), { maxLength: 6 }),
  object: fc.dictionary(fieldName, tie('json'), { maxKeys: 8 }),
}));

const agent = fc.record(
  {
    workno: fc.oneof(fc.integer({ min: 101, max: 999_999 }).map(String), number, marked),
    name: fc.oneof(marked, json),
    groupname: fc.oneof(marked, json),
    status: fc.oneof(number, number.map(String), marked),
    ctiStatus: fc.oneof(number, marked),
    phonenumber: marked,
  },
  { requiredKeys: [] },
);

const event = fc.oneof(
  json,
  fc.record({
    eventType: fc.oneof(fc.constantFrom(...plainEvents, 'AgentOther_PhoneRelease', 'AgentState_SetNotReady_Success'), marked),
    content: json,
  }),
);

const envelope = fc.record(
  {
    message: fc.oneof(marked, json),
    retcode: fc.oneof({ weight: 6, arbitrary: fc.constantFrom<unknown>('0', 0) }, fc.constantFrom(...wordedRetcodes), marked, number, json),
    result: fc.oneof(json, fc.array(fc.oneof(agent, json), { maxLength: 20 }), fc.record({ agentState: fc.oneof(number, marked) })),
    event: fc.option(event, { nil: undefined }),
  },
  { requiredKeys: ['retcode'] },
);

const body = fc.oneof(
  { weight: 6, arbitrary: envelope.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: json.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 300 }) },
  { weight: 1, arbitrary: envelope.map((value) => JSON.stringify(value).slice(0, -3)) },
  { weight: 1, arbitrary: marked.map((text) => `<html><title>${text}</title></html>`) },
);

const headerText = fc.stringMatching(/^[\x21-\x7e]{1,40}$/).map((text) => `${text}${mark}`);

const headers = fc.record(
  {
    'content-type': fc.oneof(
      fc.constantFrom('application/json', 'application/json; charset=GBK', 'text/html; charset=utf-16le', 'application/json; charset=none'),
      headerText,
    ),
    'set-guid': headerText.map((text) => `JSESSIONID=${text}`),
    'set-cookie': headerText.map((text) => `a=${text}`),
    location: fc.constant(`https://${mark}.example/`),
  },
  { requiredKeys: [] },
);

/** Whatever may come back from what calls itself a gateway. */
export const anyAnswer: fc.Arbitrary<ScriptedAnswer> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ status: fc.constantFrom(200, 200, 200, 200, 302, 400, 404, 500, 503), headers, body }) },
  { weight: 1, arbitrary: fc.constant('cut' as const) },
);
