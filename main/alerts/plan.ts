import { modeOf } from '../../contract/inspection.ts';
import type { ListenedAgent } from '../../contract/state.ts';
import type { RuleNotification } from '../rules/notification.ts';
import { oneLine } from '../textFormats/oneLine.ts';
import { hasSound, wantedSurfaces, type AlertProgress, type AlertSettings, type Wanted } from './escalation.ts';
import { named, shownInWords, shownName } from './named.ts';
import { activeAlertId, activeAlertOf, type ActiveAlert, type AlertState } from './activeAlert.ts';
import type { AlertButton, AlertPlan, BadgePlan, SoundPlan } from './surfaces.ts';
import { trayPlan } from './trayPlan.ts';
import type { AlertWords } from './words/en.ts';

/** UTF-16 units; systems cut what is longer, and not between characters. */
const longestBody = 300;

/** What every surface should show now: nothing but a function of the state, the settings and what the surfaces reported. */
export function alertPlan(state: AlertState, settings: AlertSettings, progress: AlertProgress, words: AlertWords): AlertPlan {
  const active = activeAlertOf(state);
  const wanted = wantedSurfaces(active, settings, progress);
  const tray = trayPlan(state, active, wanted.tray, words);
  const badge = badgePlan(state, wanted, words);
  if (active === null) return { tray, badge, attention: false, page: false, toast: null, sound: null, window: null, raise: false };
  const ringId = activeAlertId(active);
  const said = sayings(active, state, words);
  const buttons = slotButtons(active, settings, words);
  const unknown = unknownIn(active, state);
  return {
    tray,
    badge,
    attention: wanted.attention,
    page: wanted.page,
    toast: wanted.toast
      ? { ringId, ...said, silent: !(isHeard(active, settings) && progress.soundless), lasting: active.kind !== 'rules', buttons }
      : null,
    sound: wanted.sound === null ? null : soundPlan(active, wanted.sound.device, settings),
    window: wanted.window
      ? {
          ringId,
          language: words.language,
          ...(unknown === null ? said : { title: words.doYouHear, body: words.outcomeUnknown(named(unknown, words)) }),
          name: nameIn(active),
          since: active.since,
          mark: active.kind === 'ring' ? 'ringing' : 'quiet',
          buttons: unknown === null ? buttons : ownWordButtons(active, settings, words),
        }
      : null,
    raise: wanted.raise,
  };
}

function nameIn(active: ActiveAlert): string {
  return active.kind === 'test' || active.kind === 'rules' || active.agent === null ? '' : shownName(active.agent);
}

/** The words of an alert: a short first line, and what to do. */
function sayings(active: ActiveAlert, { inspection }: AlertState, words: AlertWords): { readonly title: string; readonly body: string } {
  switch (active.kind) {
    case 'ring':
      if (active.agent === null) return { title: words.phoneRings, body: words.ringWithoutListen };
      return {
        title: words.phoneRings,
        body: active.followed
          ? words.pickUpFollowed(named(active.agent, words))
          : words.pickUp(named(active.agent, words), inspection === null ? 'listen' : modeOf(inspection)),
      };
    case 'question':
      return { title: words.callBegan(named(active.agent, words), active.phase), body: words.listenNow };
    case 'calling':
      return { title: words.callBegan(named(active.agent, words), active.phase), body: words.callingByItself };
    case 'rules':
      return rulesSayings(active.notification, words);
    case 'test':
      return { title: words.testTitle, body: words.testBody(words.surface[active.surface]) };
  }
}

/** Of the agents or queues of a rule, so many are named. */
const mostNamed = 3;

function rulesSayings({ news, isTest }: RuleNotification, words: AlertWords): { readonly title: string; readonly body: string } {
  const [first, ...others] = news;
  if (first === undefined) return { title: '', body: '' };
  const title = others.length === 0 ? words.rule(first.rule, shownInWords) : words.rulesOn(news.length);
  if (isTest) return { title, body: words.ruleTest };
  const said =
    others.length === 0
      ? words.ruleAbout(first.rule.watch, first.about, mostNamed, shownInWords)
      : words.list(news.map(({ rule }) => words.rule(rule, shownInWords)));
  return { title, body: oneLine(said, longestBody) };
}

/** Whether a sound goes with the alert. */
function isHeard(active: ActiveAlert, settings: AlertSettings): boolean {
  return hasSound(settings) && (active.kind !== 'rules' || active.notification.sound);
}

/** Whose listen the alert is about, while nobody but the inspector can tell whether they hear it; null: that is known. */
function unknownIn(active: ActiveAlert, { listen }: AlertState): ListenedAgent | null {
  if (listen.kind !== 'outcomeUnknown') return null;
  const isOfIt = (active.kind === 'ring' || active.kind === 'calling') && active.agent?.workNo === listen.agent.workNo;
  return isOfIt ? listen.agent : null;
}

/** Three have room: who hears nothing ends the listen by saying so, and may want to pick up. */
function ownWordButtons(active: ActiveAlert, settings: AlertSettings, words: AlertWords): readonly AlertButton[] {
  const answers = active.kind === 'ring' && settings.phoneLinkage;
  return [
    { action: 'hearIt', words: words.hearIt },
    { action: 'hearNothing', words: words.hearNothing },
    answers ? { action: 'answerPhone', words: words.answer } : { action: 'stopListening', words: words.stop },
  ];
}

function slotButtons(active: ActiveAlert, settings: AlertSettings, words: AlertWords): readonly AlertButton[] {
  const show: AlertButton = { action: 'show', words: words.show };
  switch (active.kind) {
    case 'ring': {
      const answer: AlertButton[] = settings.phoneLinkage ? [{ action: 'answerPhone', words: words.answer }] : [];
      // Only the ring of a listen can be ended from here.
      const stop: AlertButton[] = active.agent === null ? [] : [{ action: 'stopListening', words: words.stop }];
      return [...answer, ...stop, show];
    }
    case 'question':
      return [{ action: 'listenFollowed', words: words.listen }, { action: 'skipFollowed', words: words.notNow }, show];
    case 'calling':
      return [{ action: 'stopListening', words: words.stop }, show];
    case 'rules':
    case 'test':
      return [show];
  }
}

function soundPlan(active: ActiveAlert, device: string, settings: AlertSettings): SoundPlan {
  const rings = active.kind === 'ring' || active.kind === 'test';
  return { ringId: activeAlertId(active), sound: rings ? 'ring' : 'question', loop: rings, volume: settings.alertVolume / 100, device };
}

/** The ring while there is one; else the rings that were missed. */
function badgePlan({ missed }: AlertState, wanted: Wanted, words: AlertWords): BadgePlan | null {
  if (wanted.badge) return { mark: 'ringing', count: missed, words: words.phoneRings };
  return missed === 0 ? null : { mark: 'missed', count: missed, words: words.missed(missed) };
}
