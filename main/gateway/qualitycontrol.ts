import type { GatewayLink, GatewayRequest, Reply } from './link.ts';

function path(link: GatewayLink, ...parts: readonly string[]): string {
  return ['qualitycontrol', link.agentId, ...parts].map(encodeURIComponent).join('/');
}

/** `result` is reserved (protocol.md 3): a success says nothing more. */
async function command(link: GatewayLink, request: GatewayRequest): Promise<Reply<null>> {
  const reply = await link.send(request);
  return reply.ok ? { ok: true, value: null } : reply;
}

const within = (deadline: number | undefined): { deadline?: number } => (deadline === undefined ? {} : { deadline });

/**
 * Asks to listen to an agent: PUT only, no body (protocol.md 3, 3.1).
 * Success means accepted; the inspector's phone is called next. Refusals: 100-006, 900-001, -002, -003, -005, 000-005.
 */
export function addSupervise(link: GatewayLink, workNo: string): Promise<Reply<null>> {
  return command(link, { name: 'addSupervise', method: 'PUT', path: path(link, 'addsupervise', workNo) });
}

/**
 * Asks to speak with agent and customer: PUT, no body (protocol.md 3, page 2401). The inspector's phone is called next, as for a
 * listen. On an agent without a call it opens a talk with the agent (protocol.md 3).
 */
export function addInsert(link: GatewayLink, workNo: string): Promise<Reply<null>> {
  return command(link, { name: 'addInsert', method: 'PUT', path: path(link, 'addinsert', workNo) });
}

/** Ends a listen or an insert (protocol.md 3; the path has no verb). Refusals: 100-006, 900-001, -002, -003, also when nothing is left to stop. */
export function stopSuperviseOrInsert(link: GatewayLink, workNo: string, deadline?: number): Promise<Reply<null>> {
  return command(link, { name: 'stopSuperviseOrInsert', method: 'DELETE', path: path(link, workNo), ...within(deadline) });
}

/** The whisper interfaces name the agent in the query: called not mandatory, and always sent (protocol.md 3). */
function whispered(link: GatewayLink, verb: string, workNo: string, more: Readonly<Record<string, string>> = {}): string {
  return `${path(link, verb)}?${new URLSearchParams({ whisperagentid: workNo, ...more }).toString()}`;
}

/**
 * Asks to speak with an agent unheard by the customer: POST, no body (protocol.md 3, page 0446/2412). The inspector's phone is called
 * next. Refusals: 100-006, 900-001 to -004; 900-002 is about a right of its own.
 */
export function requestWhisperAgent(link: GatewayLink, workNo: string): Promise<Reply<null>> {
  return command(link, { name: 'requestWhisperAgent', method: 'POST', path: whispered(link, 'requestwhisperagent', workNo) });
}

/** Ends a whisper (protocol.md 3, page 0447/2413). Refusals: 100-006, 900-001, -002. */
export function requestStopWhisperAgent(link: GatewayLink, workNo: string, deadline?: number): Promise<Reply<null>> {
  const target = whispered(link, 'requeststopwhisperagent', workNo);
  return command(link, { name: 'requestStopWhisperAgent', method: 'POST', path: target, ...within(deadline) });
}

/** `switchtype` of the three-way switch (protocol.md 3, page 0448/2414). */
const switchTypes = { listen: '0', insert: '1', whisper: '2' } as const;

/**
 * Goes on inspecting in another way. Absolute, unlike the older toggle: asked twice, it is the same. Its retcode alone tells the mode;
 * the inspector gets no event (protocol.md 3). Refusals: 100-006, 900-001 to -004.
 */
export function requestSwitchInsertWhisperAgent(link: GatewayLink, workNo: string, to: keyof typeof switchTypes): Promise<Reply<null>> {
  const target = whispered(link, 'requestswitchinsertwhisperagent', workNo, { switchtype: switchTypes[to] });
  return command(link, { name: 'requestSwitchInsertWhisperAgent', method: 'POST', path: target });
}

/**
 * Takes over the call that is being inspected: PUT, no body (protocol.md 3, page 2403). The agent leaves the call. The form with a call
 * ID is in the index of 2025 only. Refusals: 100-006, 900-001 to -003.
 */
export function intercept(link: GatewayLink, workNo: string): Promise<Reply<null>> {
  return command(link, { name: 'intercept', method: 'PUT', path: path(link, 'intercept', workNo) });
}

/** Makes an agent busy (protocol.md 3, page 0439/2405): they learn it as busy for reason 3. No event; refusals 100-006, 900-001 to -003. */
export function forceBusy(link: GatewayLink, workNo: string): Promise<Reply<null>> {
  return command(link, { name: 'forceBusy', method: 'POST', path: path(link, 'forcebusy', workNo) });
}

/** Makes an agent idle (protocol.md 3, page 0440/2406). */
export function forceIdle(link: GatewayLink, workNo: string): Promise<Reply<null>> {
  return command(link, { name: 'forceIdle', method: 'POST', path: path(link, 'forceidle', workNo) });
}

/** Sends an agent into a rest of `seconds` (1 to 86399) for a reason of the centre's own (1 to 255) (protocol.md 3, page 0445/2411). */
export function forceRest(link: GatewayLink, workNo: string, seconds: number, reason: number): Promise<Reply<null>> {
  return command(link, { name: 'forceRest', method: 'POST', path: path(link, 'forcerest', workNo, String(seconds), String(reason)) });
}

/** Signs an agent out (protocol.md 3, page 2407). */
export function forceLogOutAgent(link: GatewayLink, workNo: string): Promise<Reply<null>> {
  return command(link, { name: 'forceLogOutAgent', method: 'POST', path: path(link, 'forcelogout', workNo) });
}

/** Ends a call, whoever is in it (protocol.md 3, page 0442/2408). */
export function forceDropCall(link: GatewayLink, callId: string): Promise<Reply<null>> {
  return command(link, { name: 'forceDropCall', method: 'POST', path: path(link, 'forcedropcall', callId) });
}
