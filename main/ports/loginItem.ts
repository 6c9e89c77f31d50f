/** What starts Earshot when the inspector logs in to the computer. */
export interface LoginItem {
  /** Never throws. */
  set(on: boolean): void;
}
