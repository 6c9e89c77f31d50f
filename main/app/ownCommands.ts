import type { CommandAnswer } from '../../contract/commands.ts';
import type { Alerts } from '../alerts/alerts.ts';
import type { LinksService } from '../earshotLinks/links.ts';
import type { Notices } from '../pageNotices/notices.ts';
import { done, followNotAllowed, listenNotAllowed, refuse } from '../results/commandAnswers.ts';
import type { PersistedState } from '../store/persisted.ts';
import type { SettingsService } from '../settings/settings.ts';
import type { Handlers } from './commands.ts';

/** What the inspector asks of Earshot itself: how the roster is arranged, settings, notices. */
export function ownCommands(
  persisted: PersistedState,
  settings: SettingsService,
  notices: Notices,
  onChange: () => void,
): Pick<Handlers, 'keepRosterView' | 'changeSettings' | 'dismissNotice'> {
  return {
    keepRosterView: ({ view }) => {
      persisted.change({ rosterView: view });
      return done;
    },
    changeSettings: ({ settings: choices }) => settings.change(choices),
    dismissNotice: ({ id }) => {
      notices.dismiss(id);
      onChange();
      return done;
    },
  };
}

/** What is answered to a link that was clicked. */
export function linkCommands(
  links: LinksService,
  startListen: (workNo: string) => CommandAnswer,
): Pick<Handlers, 'listenLinked' | 'dismissLink'> {
  return {
    listenLinked: () => {
      const workNo = links.takeListen();
      return workNo === null ? done : startListen(workNo);
    },
    dismissLink: () => {
      links.dismiss();
      return done;
    },
  };
}

/** Following, where the administrator allows it. */
export function followCommands(settings: SettingsService, alerts: Alerts): Pick<Handlers, 'followAgent' | 'standingListen'> {
  /** What is answered where it is not allowed; null: it is. */
  function forbidden(): CommandAnswer | null {
    const { followAllowed, listenAllowed } = settings.get();
    if (!followAllowed) return refuse(followNotAllowed);
    // Its end would be a listen.
    return listenAllowed ? null : refuse(listenNotAllowed);
  }
  return {
    followAgent: (input) => forbidden() ?? alerts.handlers.followAgent(input),
    standingListen: (input) => forbidden() ?? alerts.handlers.standingListen(input),
  };
}
