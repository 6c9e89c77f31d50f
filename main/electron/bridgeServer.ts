import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { commandChannel, streamChannels } from '../../contract/channels.ts';
import { commandNames, type CommandAnswer, type CommandName } from '../../contract/commands.ts';
import { connectPage, type PageConnection } from '../app/pageConnection.ts';
import type { Log } from '../ports/log.ts';
import type { Inspector } from '../app/inspector.ts';
import { ownProblem } from '../results/ownProblem.ts';
import { senderProblem } from './sender.ts';

export interface BridgeServerOptions {
  readonly ipcMain: IpcMain;
  readonly contents: WebContents;
  /** Calls back when the page comes into view or leaves it. */
  readonly onView: (listener: (inView: boolean) => void) => void;
  readonly inspector: Inspector;
  readonly log: Log;
}

/** Answers the page's calls. Each channel checks who calls; main/app/pageConnection.ts checks what is said. */
export function serveBridge({ ipcMain, contents, onView, inspector, log }: BridgeServerOptions): void {
  let connection: PageConnection | null = null;
  let inView = true;

  function detach(): void {
    connection?.close();
    connection = null;
  }

  function attach(): CommandAnswer {
    detach();
    connection = connectPage(inspector, {
      state: (state) => {
        send(streamChannels.state, state);
      },
      roster: (message) => {
        send(streamChannels.roster, message);
      },
    });
    connection.inView(inView);
    return { ok: true };
  }

  function command(name: CommandName, payload: unknown): CommandAnswer | Promise<CommandAnswer> {
    if (connection === null) return { ok: false, problem: ownProblem('not-attached') };
    return connection.command(name, payload);
  }

  onView((now) => {
    inView = now;
    connection?.inView(now);
  });

  function send(channel: string, message: unknown): void {
    if (!contents.isDestroyed()) contents.send(channel, message);
  }

  function answer(channel: string, carryOut: (payload: unknown) => CommandAnswer | Promise<CommandAnswer>): void {
    ipcMain.handle(channel, (event: IpcMainInvokeEvent, payload: unknown) => {
      const why = senderProblem(event, contents);
      if (why === null) return carryOut(payload);
      log.warn('ipc refused', { channel, why });
      return { ok: false, problem: ownProblem('sender-refused') } satisfies CommandAnswer;
    });
  }

  answer(streamChannels.attach, attach);
  for (const name of commandNames) {
    answer(commandChannel(name), (payload) => command(name, payload));
  }
  // The page that was attached is gone: a roster nobody sees must not be fetched.
  contents.on('render-process-gone', detach);
  contents.on('destroyed', detach);
}
