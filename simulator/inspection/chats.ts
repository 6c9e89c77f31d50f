import { happening } from '../agentEvent.ts';
import type { Centre } from '../centre/centre.ts';
import type { Clock } from '../clock.ts';
import type { Sessions } from '../session/sessions.ts';

/** A text chat of one agent with a customer. */
export interface Chat {
  readonly callId: string;
  readonly workNo: string;
}

/** Text chats, as far as an inspector meets them (protocol.md 2.2, 3): several per agent, beside their calls. */
export class Chats {
  readonly #centre: Centre;
  readonly #sessions: Sessions;
  readonly #clock: Clock;
  readonly #chats = new Map<string, Chat>();
  readonly #endWatchers: ((workNo: string) => void)[] = [];
  #opened = 0;

  constructor(centre: Centre, sessions: Sessions, clock: Clock) {
    this.#centre = centre;
    this.#sessions = sessions;
    this.#clock = clock;
    centre.onChange(({ agent, to }) => {
      if (to !== 'signedOut') return;
      for (const { callId } of this.of(agent.workNo)) this.#chats.delete(callId);
    });
  }

  of(workNo: string): Chat[] {
    return [...this.#chats.values()].filter((chat) => chat.workNo === workNo);
  }

  withId(callId: string): Chat | undefined {
    return this.#chats.get(callId);
  }

  /** Whether the agent is signed in to the server of web chats: the second letter of their media type (protocol.md 1.1). */
  canChat(workNo: string): boolean {
    const agent = this.#centre.agent(workNo);
    return agent !== undefined && agent.state !== 'signedOut' && agent.mediaType[1] === 'T';
  }

  /** A customer begins a chat with an agent; throws when that agent is not signed in for chats. */
  open(workNo: string): Chat {
    if (!this.canChat(workNo)) throw new Error(`Agent ${workNo} is not signed in for text chats`);
    this.#opened += 1;
    const chat = { callId: `${String(Math.floor(this.#clock.now() / 1_000))}-9${String(this.#opened)}`, workNo };
    this.#chats.set(chat.callId, chat);
    this.#sessions.of(workNo)?.tell(happening.chatRing(chat.callId), happening.chatConnected(chat.callId));
    return chat;
  }

  /** The customer leaves the chat. */
  close(chat: Chat): void {
    this.#chats.delete(chat.callId);
    this.#sessions.of(chat.workNo)?.tell(happening.chatDisconnected(chat.callId));
    if (this.of(chat.workNo).length > 0) return;
    for (const watcher of this.#endWatchers) watcher(chat.workNo);
  }

  /** Gives a chat to another agent. */
  hand(chat: Chat, workNo: string): void {
    this.#chats.set(chat.callId, { ...chat, workNo });
    this.#sessions.of(chat.workNo)?.tell(happening.chatDisconnected(chat.callId));
    this.#sessions.of(workNo)?.tell(happening.chatConnected(chat.callId));
  }

  /** Told of agents whose last customer has left. */
  onLastEnd(watcher: (workNo: string) => void): void {
    this.#endWatchers.push(watcher);
  }
}
