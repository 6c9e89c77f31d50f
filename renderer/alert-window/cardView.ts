import type { AlertAction, Shown } from '../../contract/alerts.ts';
import type { AlertCard } from '../../contract/alertPage.ts';
import { settlesAfter } from '../../contract/settling.ts';
import { createClock, type TimeSource } from '../clock/clock.ts';
import { durationText } from '../i18n/duration.ts';

/** The words of an alert on the page. */
export interface CardView {
  /** Resolves when the card was painted, which a page that nobody can see is not. */
  draw(card: AlertCard): Promise<Shown>;
  clear(): void;
}

export function createCardView(root: HTMLElement, time: TimeSource, press: (action: AlertAction) => void): CardView {
  // Main shows and hides the window and says so by `draw` and `clear`: Chromium's own belief is not asked.
  const clock = createClock({ ...time, hidden: () => false, onVisibility: () => undefined });
  let stopTicking = (): void => undefined;
  let drawn = 0;
  /** What the buttons mean; null: there are none. */
  let offered: string | null = null;
  let settled = false;
  let stopSettling = (): void => undefined;

  function wipe(): void {
    drawn += 1;
    stopTicking();
    stopTicking = () => undefined;
    root.replaceChildren();
  }

  function clear(): void {
    wipe();
    offered = null;
    stopSettling();
  }

  /** The window comes up under whatever hand is moving, and its next card under one that pressed the last. */
  function settle({ ringId, buttons }: AlertCard): void {
    const meaning = [ringId, ...buttons.map(({ action }) => action)].join(' ');
    if (meaning === offered) return;
    stopSettling();
    offered = meaning;
    settled = false;
    stopSettling = time.after(settlesAfter, () => {
      settled = true;
      for (const button of root.querySelectorAll('button')) button.removeAttribute('aria-disabled');
    });
  }

  function draw(card: AlertCard): Promise<Shown> {
    wipe();
    settle(card);
    const mine = drawn;
    document.documentElement.lang = card.language;
    document.title = card.title;
    const elapsed = element('p', 'alert__elapsed');
    elapsed.setAttribute('role', 'timer');
    root.append(headOf(card, elapsed), buttonsOf(card, settled, press));
    stopTicking = clock.show((now) => {
      elapsed.textContent = durationText(now - card.since);
    });
    return painted().then(() => (mine === drawn ? { kind: 'shown' } : { kind: 'notShown', why: 'ended' }));
  }

  return { draw, clear };
}

function headOf({ title, body, name, mark }: AlertCard, elapsed: HTMLElement): HTMLElement {
  // Said once; the running time stands outside, or it would be read out each second.
  const words = element('div', 'alert__words');
  words.setAttribute('role', 'alert');
  const line = naming(element('p', 'alert__body'), body, name);
  line.dir = 'auto';
  words.append(naming(element('h1', 'alert__title'), title, name), line);
  const sign = element('span', `alert__mark alert__mark--${mark}`);
  sign.setAttribute('aria-hidden', 'true');
  const head = element('div', 'alert__head');
  head.append(sign, words, elapsed);
  return head;
}

/** Puts text into an element, the name in it as a part that gives way to what stands behind it. */
function naming(made: HTMLElement, text: string, name: string): HTMLElement {
  const at = name === '' ? -1 : text.indexOf(name);
  if (at === -1) {
    made.textContent = text;
  } else {
    const part = element('bdi', 'alert__name', name);
    part.title = name;
    made.append(text.slice(0, at), part, text.slice(at + name.length));
  }
  return made;
}

/** What an alert asks for. Stopping is offered, never urged. */
const invited: ReadonlySet<AlertAction> = new Set(['answerPhone', 'listenFollowed']);

/** Showing Earshot does no harm: that button never waits. */
function buttonsOf({ buttons }: AlertCard, settled: boolean, press: (action: AlertAction) => void): HTMLElement {
  const row = element('div', 'alert__buttons');
  for (const { action, words } of buttons) {
    const button = element('button', `button button--${invited.has(action) ? 'primary' : 'plain'} button--form`, words);
    button.setAttribute('type', 'button');
    if (!settled && action !== 'show') button.setAttribute('aria-disabled', 'true');
    button.addEventListener('click', () => {
      if (!button.hasAttribute('aria-disabled')) press(action);
    });
    row.append(button);
  }
  return row;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** The second frame begins when the first one, with the card in it, is on its way to the screen. */
function painted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        resolve();
      });
    });
  });
}
