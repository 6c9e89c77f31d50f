import { Agent, request } from 'node:https';
import type { SimulatorProcess } from './simulatorProcess.ts';

type Account = SimulatorProcess['inspectors'][number];

/** One inspector's client: enough of one to be a load, light enough not to be the measurement. */
export class InspectorLoad {
  readonly #port: number;
  readonly #account: Account;
  readonly #agent = new Agent({ keepAlive: true, rejectUnauthorized: false });
  #guid = '';
  #stopped = false;

  constructor(port: number, account: Account) {
    this.#port = port;
    this.#account = account;
  }

  async signIn(): Promise<void> {
    const { password, phone } = this.#account;
    await this.send('PUT', 'onlineagent/{id}', JSON.stringify({ password, phonenum: phone, status: '4' }));
    if (this.#guid === '') throw new Error(`${this.#account.agentId} could not sign in`);
  }

  /** Polls as a client does: the next one 200 ms after each answer. */
  async poll(): Promise<void> {
    while (!this.#isStopped()) {
      await this.send('GET', 'agentevent/{id}');
      await pause(200);
    }
  }

  /** Looks at the roster every so often. */
  async look(every: number): Promise<void> {
    // Fifty inspectors do not look as one.
    await pause(every * Math.random());
    while (!this.#isStopped()) {
      await this.send('GET', 'agentgroup/{id}/onlineagentonvdn');
      await pause(every);
    }
  }

  /** Asks without a pause; tells each answer's time. Every sixteenth request is for the roster. */
  async hammer(answered: (ms: number) => void): Promise<void> {
    for (let count = 1; !this.#isStopped(); count += 1) {
      const began = performance.now();
      const succeeded = await this.send('GET', count % 16 === 0 ? 'agentgroup/{id}/onlineagentonvdn' : 'onlineagent/{id}/agentstatus');
      if (this.#isStopped()) return;
      // Refusals are quick: counting them would flatter.
      if (!succeeded) throw new Error('The simulator refused a request of the load');
      answered(performance.now() - began);
    }
  }

  /** Listens to an agent, stops, and again, until it is stopped. */
  async listen(workNo: string): Promise<void> {
    while (!this.#isStopped()) {
      await this.send('PUT', `qualitycontrol/{id}/addsupervise/${workNo}`);
      await pause(4_000);
      if (this.#isStopped()) return;
      await this.send('DELETE', `qualitycontrol/{id}/${workNo}`);
      await pause(1_000);
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#agent.destroy();
  }

  /** Whether the retcode was "0"; false, too, when this load was stopped meanwhile. */
  send(method: string, path: string, body = ''): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const fail = (error: Error): void => {
        if (this.#stopped) resolve(false);
        else reject(error);
      };
      const outgoing = request(
        {
          host: '127.0.0.1',
          port: this.#port,
          method,
          path: `/agentgateway/resource/${path.replace('{id}', this.#account.agentId)}`,
          agent: this.#agent,
          headers: { 'Content-Type': 'application/json; charset=UTF-8', Guid: this.#guid, 'Content-Length': Buffer.byteLength(body) },
        },
        (incoming) => {
          const announced = /^JSESSIONID=(.+)$/.exec(String(incoming.headers['set-guid'] ?? ''))?.[1];
          this.#guid = announced ?? this.#guid;
          let succeeded = false;
          incoming.once('data', (start: Buffer) => {
            succeeded = start.subarray(0, 100).includes('"retcode":"0"');
          });
          incoming.on('error', fail);
          incoming.on('end', () => {
            resolve(succeeded);
          });
          incoming.resume();
        },
      );
      outgoing.on('error', fail);
      outgoing.end(body);
    });
  }

  // Read through a function: the flag changes during an await, which control-flow narrowing does not see.
  #isStopped(): boolean {
    return this.#stopped;
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
