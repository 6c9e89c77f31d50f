import type { IncomingMessage, ServerResponse } from 'node:http';
import { systemClock } from '../clock.ts';
import type { Clock } from '../clock.ts';
import type { FaultProxy } from '../faults/faultProxy.ts';
import { http } from '../http/nodeHttp.ts';
import { receiveBody } from '../http/requestBody.ts';
import { listenOn } from '../http/listenOn.ts';
import { host } from '../http/server.ts';
import { serverLimits } from '../http/serverLimits.ts';
import { denial } from './access.ts';
import { controlCalls } from './calls.ts';
import type { ControlCall } from './calls.ts';
import { pageFiles } from './pageFiles.ts';
import type { PageFile } from './pageFiles.ts';
import { httpStatusOf, Refusal } from './refusal.ts';
import type { Scenarios } from './scenarios.ts';
import { securityHeaders } from './securityHeaders.ts';
import type { SimulatorHolder } from './views.ts';

export interface ControlOptions {
  readonly gateway: SimulatorHolder;
  /** 0, the default: any free port. */
  readonly port?: number;
  /** The proxy before the simulator; null, the default: there is none. */
  readonly faults?: FaultProxy | null;
  readonly scenarios?: Scenarios | null;
  readonly clock?: Clock;
  readonly limits?: typeof serverLimits;
  /** Told of errors of the control port's own making; written to stderr by default. */
  readonly onDefect?: (error: unknown) => void;
}

/** A running control port: JSON for programs, a page for people. */
export interface Control {
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Starts a simulator's control port on loopback; rejects when it cannot be had. */
export async function startControl(options: ControlOptions): Promise<Control> {
  const { gateway, faults = null, scenarios = null } = options;
  const calls = controlCalls({ gateway, faults, scenarios, clock: options.clock ?? systemClock });
  const files = await pageFiles();
  const onDefect = options.onDefect ?? reportDefect;
  let port = 0;
  const server = http.createServer(options.limits ?? serverLimits, (request, response) => {
    answer(request, response, { calls, files, port }).catch((error: unknown) => {
      onDefect(error);
      if (response.headersSent) response.destroy();
      else sendJson(response, 500, { field: '', reason: 'A defect of the simulator' });
    });
  });
  port = await listenOn(server, host, options.port ?? 0);
  return {
    port,
    url: `http://${host}:${String(port)}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

interface Served {
  readonly calls: readonly ControlCall[];
  readonly files: ReadonlyMap<string, PageFile>;
  readonly port: number;
}

async function answer(request: IncomingMessage, response: ServerResponse, { calls, files, port }: Served): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);
  const method = request.method ?? '';
  const received = await receiveBody(request);
  if (received.kind === 'incomplete') return;
  if (received.kind === 'tooLarge') {
    response.writeHead(413, { Connection: 'close' }).end(() => request.destroy());
    return;
  }
  const denied = denial(method, request.headers, port);
  if (denied !== null) {
    sendJson(response, denied.status, { field: '', reason: denied.reason });
    return;
  }
  const [path = '', search = ''] = (request.url ?? '').split('?', 2);
  const file = files.get(path);
  if (method === 'GET' && file !== undefined) {
    response.writeHead(200, { 'Content-Type': file.type, 'Content-Length': file.bytes.length }).end(file.bytes);
    return;
  }
  if (method === 'GET' && path === '/api') {
    sendJson(response, 200, calls);
    return;
  }
  const known = calls.filter((call) => call.path === path);
  const call = known.find((candidate) => candidate.method === method);
  if (call === undefined) {
    const [other] = known;
    const reason = other === undefined ? 'There is no such call; /api lists all' : `This call is a ${other.method}`;
    sendJson(response, other === undefined ? 404 : 405, { field: '', reason });
    return;
  }
  try {
    const input = method === 'GET' ? Object.fromEntries(new URLSearchParams(search)) : parsed(received.text);
    sendJson(response, 200, await call.answer(input));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    sendJson(response, httpStatusOf(error), { field: error.field, reason: error.message });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text === '' ? '{}' : text);
  } catch {
    throw new Refusal('invalid', '', 'The body is no JSON');
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json;charset=UTF-8' }).end(JSON.stringify(body));
}

function reportDefect(error: unknown): void {
  console.error('Defect of the control port:', error);
}
