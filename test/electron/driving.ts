import type { ElectronApplication } from '@playwright/test';
import type { Shown, ToastPlan, TrayPlan } from '../../main/alerts/surfaces.ts';

/** The harness's surfaces and Inspector, driven from the test through Electron's main process. */
export function driving(app: ElectronApplication): {
  tray(plan: TrayPlan): Promise<Shown | undefined>;
  toast(plan: ToastPlan | null): Promise<Shown | undefined>;
  attention(wanted: boolean): Promise<Shown | undefined>;
  heard(): Promise<readonly { readonly name: string; readonly input: unknown }[]>;
  windowVisible(): Promise<boolean>;
} {
  return {
    tray: (plan) => app.evaluate((_electron, wanted) => globalThis.earshotHarness.inspector?.host.surfaces.tray(wanted), plan),
    toast: (plan) => app.evaluate((_electron, wanted) => globalThis.earshotHarness.inspector?.host.surfaces.toast(wanted), plan),
    attention: (wanted) => app.evaluate((_electron, on) => globalThis.earshotHarness.inspector?.host.surfaces.attention(on), wanted),
    heard: () => app.evaluate(() => globalThis.earshotHarness.inspector?.heard ?? []),
    windowVisible: () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false),
  };
}
