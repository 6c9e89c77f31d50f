import { startSimulator, type Simulator } from '../../simulator/index.ts';
import type { Staff } from './shift.ts';

/** The gateway behind every server, and people for so many shifts. */
export interface StaffedGateway {
  readonly simulator: Simulator;
  /** Somebody who has not worked yet. */
  next(): Staff;
}

const firstInspector = 1_001;
const firstAgent = 20_001;

/** With the documented timings: what a server does to a poll of ten seconds is what is tried. */
export async function startGateway(shifts: number): Promise<StaffedGateway> {
  const staff = Array.from({ length: shifts }, (_, at): Staff => {
    const agentId = String(firstInspector + at);
    return { agentId, password: `Inspect-${agentId}`, phone: `4${agentId}`, workNo: String(firstAgent + at) };
  });
  const simulator = await startSimulator({
    agents: shifts,
    centre: 'still',
    inspectors: staff,
    phone: { kind: 'neverAnswers' },
  });
  for (const { workNo } of staff) simulator.setAgent(workNo, { state: 'talking' });
  const free = staff[Symbol.iterator]();
  return {
    simulator,
    next: () => {
      const { value } = free.next();
      if (value === undefined) throw new Error('There are more shifts than inspectors.');
      return value;
    },
  };
}
