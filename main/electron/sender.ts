import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { pageOrigin } from './identity.ts';

/**
 * Why a call is not from Earshot's page, or null when it is: the exact origin, in the main frame,
 * of the main window's own contents.
 */
export function senderProblem(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>, own: WebContents): string | null {
  if (event.sender !== own) return 'other-contents';
  // Null once the frame has navigated away or is gone.
  if (event.senderFrame === null) return 'no-frame';
  if (event.senderFrame !== own.mainFrame) return 'sub-frame';
  if (event.senderFrame.origin !== pageOrigin) return 'other-origin';
  return null;
}
