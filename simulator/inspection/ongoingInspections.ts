import type { Inspection } from './inspection.ts';

/** The inspections that are going on, at most one per inspector. */
export interface OngoingInspections {
  /** Null: the inspector has none. */
  of(inspector: string): Inspection | null;
  /** Those of this agent. */
  on(workNo: string): Inspection[];
  add(inspection: Inspection): void;
  /** The inspector has none any more. */
  remove(inspector: string): void;
}

/** None yet. */
export function createOngoingInspections(): OngoingInspections {
  const byInspector = new Map<string, Inspection>();
  return {
    of: (inspector) => byInspector.get(inspector) ?? null,
    on: (workNo) => [...byInspector.values()].filter((inspection) => inspection.workNo === workNo),
    add: (inspection) => {
      byInspector.set(inspection.inspector, inspection);
    },
    remove: (inspector) => {
      byInspector.delete(inspector);
    },
  };
}
