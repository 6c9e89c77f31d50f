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
export interface Chats {
  of(workNo: string): Chat[];
  /** Null: there is no such chat. */
  withId(callId: string): Chat | null;
  /** Whether the agent is signed in to the server of web chats: the second letter of their media type (protocol.md 1.1). */
  canChat(workNo: string): boolean;
  /** A customer begins a chat with an agent; throws when that agent is not signed in for chats. */
  open(workNo: string): Chat;
  /** The customer leaves the chat. */
  close(chat: Chat): void;
  /** Gives a chat to another agent. */
  hand(chat: Chat, workNo: string): void;
  /** Told of agents whose last customer has left. */
  onLastEnd(watcher: (workNo: string) => void): void;
}

/** Nobody chats yet. */
export function createChats(centre: Centre, sessions: Sessions, clock: Clock): Chats {
  const chats = new Map<string, Chat>();
  const endWatchers: ((workNo: string) => void)[] = [];
  let opened = 0;

  centre.onChange(({ agent, to }) => {
    if (to !== 'signedOut') return;
    for (const { callId } of chatsOf(agent.workNo)) chats.delete(callId);
  });

  function chatsOf(workNo: string): Chat[] {
    return [...chats.values()].filter((chat) => chat.workNo === workNo);
  }

  function canChat(workNo: string): boolean {
    const agent = centre.agent(workNo);
    return agent !== null && agent.state !== 'signedOut' && agent.mediaType[1] === 'T';
  }

  return {
    of: chatsOf,
    withId: (callId) => chats.get(callId) ?? null,
    canChat,
    open: (workNo) => {
      if (!canChat(workNo)) throw new Error(`Agent ${workNo} is not signed in for text chats`);
      opened += 1;
      const chat = { callId: `${String(Math.floor(clock.now() / 1_000))}-9${String(opened)}`, workNo };
      chats.set(chat.callId, chat);
      sessions.of(workNo)?.tell(happening.chatRing(chat.callId), happening.chatConnected(chat.callId));
      return chat;
    },
    close: (chat) => {
      chats.delete(chat.callId);
      sessions.of(chat.workNo)?.tell(happening.chatDisconnected(chat.callId));
      if (chatsOf(chat.workNo).length > 0) return;
      for (const watcher of endWatchers) watcher(chat.workNo);
    },
    hand: (chat, workNo) => {
      chats.set(chat.callId, { ...chat, workNo });
      sessions.of(chat.workNo)?.tell(happening.chatDisconnected(chat.callId));
      sessions.of(workNo)?.tell(happening.chatConnected(chat.callId));
    },
    onLastEnd: (watcher) => {
      endWatchers.push(watcher);
    },
  };
}
