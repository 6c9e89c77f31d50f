import type { LoginItemState } from '../../contract/state.ts';

/** What starts Earshot when the inspector logs in to the computer. */
export interface LoginItem {
  /** Asks the system for it; answers what the system makes of it. Never throws. */
  set(on: boolean): LoginItemState;
}
