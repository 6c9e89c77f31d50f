import type { InspectorOptions } from '../../main/app/inspectorOptions.ts';

/** Everything that waits for minutes or seconds waits for moments, milliseconds. */
export const quickTimings = {
  poll: { shortHold: 50, gapAfterEvent: 5, gapAfterNothing: 10, backOffBase: 20, backOffCap: 200 },
  listen: {
    ring: 1_500,
    overdue: 300,
    uncertain: 300,
    ending: 200,
    lapse: 10_000,
    stop: 300,
    settle: 100,
    answer: 2_000,
    call: 150,
    unsure: 200,
    talk: 1_000,
    end: 400,
    late: 400,
  },
  roster: 100,
  testStays: 20,
  queryWindow: 50,
} as const satisfies InspectorOptions['timings'];
