import type { WebSocket } from 'ws';
import { socketCommandSchema, type SocketMessage } from '../../contract/socket.ts';
import { connectPage } from '../app/pageConnection.ts';
import type { Log } from '../ports/log.ts';
import type { Inspector } from '../app/inspector.ts';
import { jsonAs } from '../textFormats/json.ts';

/** A page that reads so slowly that this much waits for it is cut off; it connects again and gets a fresh snapshot. */
const mostWaiting = 32 * 1024 * 1024;

/** Attaches one page's WebSocket to the inspector until it closes. */
export function attachSocket(socket: WebSocket, inspector: Inspector, log: Log): void {
  const send = (message: SocketMessage): void => {
    if (socket.readyState !== socket.OPEN) return;
    if (socket.bufferedAmount > mostWaiting) {
      socket.terminate();
      return;
    }
    socket.send(JSON.stringify(message));
  };

  const bridge = connectPage(inspector, {
    state: (state) => {
      send({ kind: 'state', state });
    },
    roster: (message) => {
      send({ kind: 'roster', message });
    },
  });

  socket.on('message', (data, isBinary) => {
    const command = isBinary ? null : readCommand(data);
    if (command === null) {
      log.warn('page sent something unreadable');
      socket.close(1003);
      return;
    }
    void bridge.command(command.command, command.input).then((answer) => {
      send({ kind: 'answer', id: command.id, answer });
    });
  });
  socket.on('close', () => {
    bridge.close();
  });
  socket.on('error', (error) => {
    log.warn('page connection broke', { why: error.name });
  });
}

function readCommand(data: WebSocket.RawData) {
  // With ws's default binary type a text frame is a Buffer.
  return Buffer.isBuffer(data) ? jsonAs(socketCommandSchema, data.toString('utf8')) : null;
}
