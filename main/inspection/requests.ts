import type { BeginningMode, Mode } from '../../contract/inspection.ts';
import type { GatewayLink, Reply } from '../gateway/link.ts';
import {
  addInsert,
  addSupervise,
  intercept,
  requestStopWhisperAgent,
  requestSwitchInsertWhisperAgent,
  requestWhisperAgent,
  stopSuperviseOrInsert,
} from '../gateway/qualitycontrol.ts';
import { releaseCall } from '../gateway/voicecall.ts';

/** Begins an inspection in a mode: one request. */
export function beginIn(link: GatewayLink, workNo: string, mode: BeginningMode): Promise<Reply<null>> {
  switch (mode) {
    case 'listen':
      return addSupervise(link, workNo);
    case 'whisper':
      return requestWhisperAgent(link, workNo);
    case 'insert':
      return addInsert(link, workNo);
  }
}

/** Goes on in another mode: one request. */
export function changeTo(link: GatewayLink, workNo: string, mode: Mode): Promise<Reply<null>> {
  return mode === 'call' ? intercept(link, workNo) : requestSwitchInsertWhisperAgent(link, workNo, mode);
}

type End = (link: GatewayLink, workNo: string, deadline?: number) => Promise<Reply<null>>;

/**
 * Ends an inspection that is in one of these modes, which end by different interfaces: where it is not known which, each of them is
 * asked once, until one says that it did. Otherwise the first refusal or failure is what came of it. On the way out (`deadline`, in
 * milliseconds) there is no time for one after the other.
 */
export async function endOf(link: GatewayLink, workNo: string, possible: readonly Mode[], deadline?: number): Promise<Reply<null>> {
  const [first = stopSuperviseOrInsert, ...others] = endsOf(possible);
  if (deadline !== undefined) {
    const replies = await Promise.all([first, ...others].map((end) => end(link, workNo, deadline)));
    return replies.find(({ ok }) => ok) ?? replies[0] ?? { ok: false, failure: { kind: 'aborted' } };
  }
  const reply = await first(link, workNo);
  if (reply.ok) return reply;
  for (const end of others) {
    const other = await end(link, workNo);
    if (other.ok) return other;
  }
  return reply;
}

function endsOf(possible: readonly Mode[]): readonly End[] {
  return [
    ...(possible.includes('whisper') ? [requestStopWhisperAgent] : []),
    ...(possible.includes('listen') || possible.includes('insert') ? [stopSuperviseOrInsert] : []),
    ...(possible.includes('call') ? [releasing] : []),
  ];
}

const releasing: End = (link, _workNo, deadline) => releaseCall(link, deadline);
