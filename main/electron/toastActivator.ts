/** As much of Electron's application as is used; Electron before 39 lacks it. */
export interface ToastActivation {
  setToastActivatorCLSID?(id: string): void;
}

/**
 * By which Windows finds Earshot for a toast's press. Equal to what the MSI's shortcut carries (a test compares them): one of a random
 * id, as Electron makes it otherwise, is another Earshot after each start.
 */
export const toastActivator = '{4B0B7E7C-6C1E-4C2B-9B0D-5E1C3A8F7D26}';

/** Before the first toast. */
export function setToastActivator(app: ToastActivation, platform: NodeJS.Platform): void {
  if (platform === 'win32') app.setToastActivatorCLSID?.(toastActivator);
}
