import { follow, hindrance, missed, alertTimes, ring, surfaces, testAlert } from './alerts.ts';
import { certificate } from './certificate.ts';
import { commandProblems } from './commandProblems.ts';
import { details } from './details.ts';
import { audit, diagnostics } from './diagnostics.ts';
import { gatewayProblems } from './gatewayProblems.ts';
import { keys } from './keys.ts';
import { linkProblems } from './linkProblems.ts';
import { listen } from './listen.ts';
import { listenProblems } from './listenProblems.ts';
import { forcing, modes } from './modes.ts';
import { notes } from './notes.ts';
import { notices } from './notices.ts';
import { overview, wallboard } from './overview.ts';
import { blocked, blockedShort, columns, filters, nothingToHear, roster, views } from './roster.ts';
import { rules } from './rules.ts';
import { sessionProblems } from './sessionProblems.ts';
import { settings } from './settings.ts';
import { signIn, takeOver } from './signIn.ts';
import type { Words } from '../Words.ts';
import { age, connection, general, links, shell, start, states } from './window.ts';
import { standing } from './standing.ts';
import { statistics } from './statistics.ts';
import { worklist } from './worklist.ts';

/** Every word on the page, in Simplified Chinese. `{name}` and the like are filled in where the phrase is shown. */
export const zhCN: Words = {
  ...general,
  age,
  connection,
  start,
  shell,
  states,
  signIn,
  takeOver,
  certificate,
  roster,
  filters,
  views,
  columns,
  blocked,
  blockedShort,
  nothingToHear,
  details,
  overview,
  wallboard,
  keys,
  listen,
  modes,
  forcing,
  ring,
  missed,
  follow,
  standing,
  links,
  surfaces,
  testAlert,
  alertTimes,
  hindrance,
  settings,
  audit,
  diagnostics,
  notes,
  worklist,
  rules,
  statistics,
  notices,
  problems: { ...gatewayProblems, ...linkProblems, ...sessionProblems, ...listenProblems, ...commandProblems },
};
