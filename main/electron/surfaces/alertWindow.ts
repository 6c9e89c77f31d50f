import type { BrowserWindow, Screen } from 'electron';
import { placesAfter, pressCounts, type Place } from '../../../contract/settling.ts';
import type { AlertAction, Shown, WindowPlan } from '../../alerts/surfaces.ts';
import { groundNow } from '../window.ts';
import type { Zoom } from '../zoom.ts';
import { alertSize, type AlertPage } from './alertPage.ts';
import { oneLine } from '../../textFormats/oneLine.ts';

export interface AlertWindowOptions {
  readonly page: AlertPage;
  readonly screen: Screen;
  readonly zoom: Zoom;
  readonly monotonic: () => number;
  readonly onAction: (action: AlertAction) => void;
}

/** Below the top edge, in the middle: where neither toasts nor a taskbar are. */
const fromTop = 48;

const over: Shown = { kind: 'notShown', why: 'ended' };

/** The small window above all others. It is shown without taking the focus; Escape or its close key puts it away for this alert. */
export function createAlertWindow({
  page,
  screen,
  zoom,
  monotonic,
  onAction,
}: AlertWindowOptions): (plan: WindowPlan | null) => Promise<Shown> {
  let wanted: WindowPlan | null = null;
  let places: readonly Place[] = [];
  let putAway: string | null = null;
  /** Kept here: whether a window is visible the system says in its own time, and one that is on its way must be hidden too. */
  let up: BrowserWindow | null = null;
  const guarded = new WeakSet<BrowserWindow>();

  function hide(): void {
    const window = up;
    up = null;
    if (window === null || window.isDestroyed()) return;
    window.hide();
    void page.order({ kind: 'clear' });
  }

  function escape(): void {
    putAway = wanted?.ringId ?? null;
    hide();
  }

  // The window lives as long as Earshot: closing is putting away.
  function guard(window: BrowserWindow): void {
    if (guarded.has(window)) return;
    guarded.add(window);
    window.on('close', (event) => {
      event.preventDefault();
      escape();
    });
    window.on('page-title-updated', (event) => event.preventDefault());
  }

  function place(window: BrowserWindow): void {
    const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    const width = Math.min(Math.round(alertSize.width * zoom.factor()), workArea.width);
    const height = Math.min(Math.round(alertSize.height * zoom.factor()), workArea.height - fromTop);
    const x = Math.round(workArea.x + (workArea.width - width) / 2);
    // Not its position alone: at 125 % the system rounds the size up, and each ring would make it larger.
    window.setBounds({ x, y: workArea.y + fromTop, width, height });
  }

  async function show(plan: WindowPlan): Promise<Shown> {
    const window = await page.window();
    if (window === null) return { kind: 'notShown', why: 'alertPageMissing' };
    if (wanted !== plan) return over;
    if (putAway === plan.ringId) return { kind: 'notShown', why: 'putAway' };
    guard(window);
    const drawn = page.order({ kind: 'draw', card: cardOf(plan) });
    if (up !== window || !window.isVisible()) {
      up = window;
      window.setBackgroundColor(groundNow());
      place(window);
      window.showInactive();
    }
    window.moveTop();
    const shown = await drawn;
    if (wanted !== plan) return over;
    if (shown.kind === 'shown' && !window.isVisible()) return { kind: 'notShown', why: 'windowNotShown' };
    return shown;
  }

  function surface(plan: WindowPlan | null): Promise<Shown> {
    wanted = plan;
    places = placesAfter(places, meanings(plan), monotonic());
    if (plan !== null) return show(plan);
    hide();
    return Promise.resolve({ kind: 'shown' });
  }

  /** The page blocks what has not settled; a press that was on its way when the alert became another one is met here. */
  function press(action: AlertAction): void {
    const place = wanted?.buttons.findIndex((button) => button.action === action) ?? -1;
    const means = meanings(wanted)[place];
    if (means === undefined) return;
    if (action === 'show' || pressCounts(places[place], means, monotonic())) onAction(action);
  }

  page.onPress((action) => {
    if (action === 'escape') escape();
    else press(action);
  });
  zoom.onChange(() => {
    if (up !== null && !up.isDestroyed()) place(up);
  });
  page.onAnew(() => {
    if (wanted !== null) void show(wanted);
  });
  return surface;
}

function meanings(plan: WindowPlan | null): string[] {
  return plan === null ? [] : plan.buttons.map(({ action }) => `${action} ${plan.ringId}`);
}

function cardOf({ ringId, language, title, body, name, since, mark, buttons }: WindowPlan) {
  return {
    ringId,
    language,
    title: oneLine(title, 120),
    body: oneLine(body, 200),
    name: oneLine(name, 100),
    since,
    mark,
    buttons: buttons.slice(0, 3).map(({ action, words }) => ({ action, words: oneLine(words, 40) })),
  };
}
