/** Electron's IPC channels of the alert page: orders are sent by main, the others invoked by the page. Apart from the window's, so that neither preload script carries the other's. */
export const alertChannels = {
  order: 'earshot-alert:order',
  /** The page is there and hears orders. */
  ready: 'earshot-alert:ready',
  report: 'earshot-alert:report',
  press: 'earshot-alert:press',
} as const;
