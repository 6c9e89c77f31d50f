import type { Figure } from '../figure.ts';
import { rosterMain } from './rosterMain.ts';
import { rosterRing } from './rosterRing.ts';
import { rosterPageFigures } from './rosterPage.ts';
import { eventsLost } from './eventsLost.ts';
import { launchToListen } from './launchToListen.ts';
import { linkLossShown } from './linkLoss.ts';
import { hostileFigures } from './hostile.ts';
import { idleApp } from './idleApp.ts';
import { listenFigures } from './listens.ts';
import { resumeFirstAttempt, resumeLive } from './resume.ts';
import { modeShown } from './modeShown.ts';
import { modeUnknownSettles } from './modeUnknownSettles.ts';
import { modeWrong } from './modeWrong.ts';
import { memoryShift } from './memoryShift.ts';
import { queueCost } from './queueCost.ts';
import { noteFigures } from './notes.ts';
import { ringFigures } from './rings.ts';
import { shiftHeapGrowth } from './shift.ts';
import { sizeFigures } from './sizes.ts';
import { webHostStart } from './webHostStart.ts';
import { worklistNext } from './worklist.ts';
import { startToForm } from './startToForm.ts';
import { simulatorChanges } from './simulatorChanges.ts';
import { simulatorCpu, simulatorCpuWithRosters } from './simulatorCpu.ts';
import { simulatorMemory } from './simulatorMemory.ts';
import { simulatorRequests } from './simulatorRequests.ts';
import { simulatorSoak } from './simulatorSoak.ts';

/** Every figure of the project. To add one, write its module beside this and name it here. */
export const figures: readonly Figure[] = [
  rosterMain,
  rosterRing,
  ...rosterPageFigures,
  idleApp,
  launchToListen,
  simulatorRequests,
  simulatorChanges,
  simulatorCpu,
  simulatorCpuWithRosters,
  simulatorMemory,
  simulatorSoak,
  linkLossShown,
  resumeFirstAttempt,
  resumeLive,
  ...listenFigures(),
  ...hostileFigures(),
  modeWrong,
  modeShown,
  modeUnknownSettles,
  eventsLost,
  shiftHeapGrowth,
  ...noteFigures,
  worklistNext,
  ...ringFigures(),
  queueCost,
  startToForm,
  webHostStart,
  memoryShift,
  ...sizeFigures(),
];
