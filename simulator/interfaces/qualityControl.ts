import { refused, resulting } from '../answer.ts';
import type { Answer } from '../answer.ts';
import type { Inspections } from '../inspection/inspections.ts';
import { retcode } from '../retcode.ts';
import type { Retcode } from '../retcode.ts';
import { command } from './interface.ts';
import type { Interface } from './interface.ts';

/** qualitycontrol: listen and stop (ccgateway.md 3; listening-interface.txt). */
export function qualityControl(inspections: Inspections): Interface[] {
  return [
    command('PUT', 'qualitycontrol/{agentid}/addsupervise/{workNo}', 'addSupervise', (call) =>
      answerOf(inspections.listen(call.session, call.parameter('workNo'))),
    ),
    command('DELETE', 'qualitycontrol/{agentid}/{workNo}', 'stopSuperviseOrInsert', (call) =>
      answerOf(inspections.stop(call.session, call.parameter('workNo'))),
    ),
  ];
}

/** `result` is reserved: an empty object. */
function answerOf(code: Retcode): Answer {
  return code === retcode.success ? resulting({}) : refused(code);
}
