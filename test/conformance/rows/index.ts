import type { Row } from '../row.ts';
import { basics } from './basics.ts';
import { events } from './events.ts';
import { inspection } from './inspection.ts';
import { ownStates } from './ownState.ts';
import { paths } from './paths.ts';
import { roster } from './roster.ts';
import { session } from './session.ts';

/** Every row. To add one, write it into its section's list; a list that is new goes here. */
export const rows: readonly Row[] = [...basics, ...session, ...ownStates, ...events, ...inspection, ...roster, ...paths];
