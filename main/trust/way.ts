import { Dispatcher, type Agent } from 'undici';

/** The way to one gateway over connections that are judged; it can be made anew under whoever uses it. */
export class Way extends Dispatcher {
  readonly #make: () => Agent;
  #agent: Agent;
  #closed = false;

  constructor(make: () => Agent) {
    super();
    this.#make = make;
    this.#agent = make();
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    return this.#agent.dispatch(options, handler);
  }

  /** Cuts every open connection, so that the next one is judged by what is trusted now. */
  renew(): void {
    if (this.#closed) return;
    const old = this.#agent;
    this.#agent = this.#make();
    void old.destroy();
  }

  override destroy(): Promise<void> {
    this.#closed = true;
    return this.#agent.destroy();
  }
}
