import type { Row } from '../row.ts';
import { basics } from './basics.ts';
import { eventContents } from './eventContents.ts';
import { events } from './events.ts';
import { forcing } from './forcing.ts';
import { groups } from './groups.ts';
import { inspection } from './inspection.ts';
import { inspectionWays } from './inspectionWays.ts';
import { ownSettings } from './ownSettings.ts';
import { ownStates } from './ownState.ts';
import { pairCalls } from './pairCalls.ts';
import { pairForcing } from './pairForcing.ts';
import { pairHelp } from './pairHelp.ts';
import { pairInspection } from './pairInspection.ts';
import { paths } from './paths.ts';
import { pushMode } from './pushMode.ts';
import { roster } from './roster.ts';
import { sampleClients } from './sampleClients.ts';
import { session } from './session.ts';
import { signInMore } from './signInMore.ts';
import { voiceCalls } from './voiceCalls.ts';

/** Every row. To add one, write it into its section's list; a list that is new goes here. */
export const rows: readonly Row[] = [
  ...basics,
  ...session,
  ...signInMore,
  ...pushMode,
  ...ownStates,
  ...ownSettings,
  ...events,
  ...eventContents,
  ...inspection,
  ...inspectionWays,
  ...forcing,
  ...roster,
  ...groups,
  ...voiceCalls,
  ...paths,
  ...sampleClients,
  ...pairForcing,
  ...pairInspection,
  ...pairCalls,
  ...pairHelp,
];
