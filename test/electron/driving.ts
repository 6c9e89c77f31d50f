import type { ElectronApplication } from '@playwright/test';
import type { AlertPlan, BadgePlan, Quiet, Shown, SoundPlan, ToastPlan, TrayPlan, WindowPlan } from '../../main/alerts/surfaces.ts';

/** The harness's surfaces and Inspector, driven from the test through Electron's main process. */
export function driving(app: ElectronApplication): {
  tray(plan: TrayPlan): Promise<Shown>;
  toast(plan: ToastPlan | null): Promise<Shown>;
  attention(wanted: boolean): Promise<Shown>;
  badge(plan: BadgePlan | null): Promise<Shown>;
  sound(plan: SoundPlan | null): Promise<Shown>;
  alertWindow(plan: WindowPlan | null): Promise<Shown>;
  raise(wanted: boolean): Promise<Shown>;
  quiet(): Promise<Quiet>;
  heard(): Promise<readonly { readonly name: string; readonly input: unknown }[]>;
  windowVisible(): Promise<boolean>;
} {
  const ask = <Name extends keyof AlertPlan>(name: Name, plan: AlertPlan[Name]): Promise<Shown> =>
    app.evaluate((_electron, [surface, wanted]) => globalThis.earshotHarness.ask(surface, wanted), [
      name,
      plan,
    ] as const satisfies readonly [Name, unknown]);
  return {
    tray: (plan) => ask('tray', plan),
    toast: (plan) => ask('toast', plan),
    attention: (wanted) => ask('attention', wanted),
    badge: (plan) => ask('badge', plan),
    sound: (plan) => ask('sound', plan),
    alertWindow: (plan) => ask('window', plan),
    raise: (wanted) => ask('raise', wanted),
    quiet: () => app.evaluate(() => globalThis.earshotHarness.quiet()),
    heard: () => app.evaluate(() => globalThis.earshotHarness.inspector?.heard ?? []),
    windowVisible: () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().some((each) => each.getTitle() === 'Earshot' && each.isVisible())),
  };
}
