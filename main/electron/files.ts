/** Where what is built, and what is shipped beside it, lies. */
export interface AppFiles {
  /** The folder of the built pages. */
  readonly page: string;
  readonly preload: string;
  readonly alertPreload: string;
  readonly tray: string;
  readonly badge: string;
  readonly icon: string;
}
