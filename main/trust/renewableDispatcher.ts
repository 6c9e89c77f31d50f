import { Dispatcher } from '../gateway/undici.ts';

/** A dispatcher for one gateway whose connections are judged; it can be made again while in use. */
export class RenewableDispatcher extends Dispatcher {
  readonly #make: () => Dispatcher;
  #connections: Dispatcher;
  #closed = false;

  constructor(make: () => Dispatcher) {
    super();
    this.#make = make;
    this.#connections = make();
  }

  override dispatch(options: Dispatcher.DispatchOptions, handler: Dispatcher.DispatchHandler): boolean {
    return this.#connections.dispatch(options, handler);
  }

  /** Cuts every open connection, so that the next one is judged by what is trusted now. */
  renew(): void {
    if (this.#closed) return;
    const old = this.#connections;
    this.#connections = this.#make();
    void old.destroy();
  }

  override destroy(): Promise<void> {
    this.#closed = true;
    return this.#connections.destroy();
  }
}
