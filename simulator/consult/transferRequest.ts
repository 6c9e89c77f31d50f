/** Where a call is transferred to (cec_07_1242): 1 skill queue, 2 agent, 3 IVR, 4 system access code, 5 number outside. */
export interface TransferRequest {
  readonly devicetype: number;
  readonly address: string;
  /** To 1 to 4: 0 blind, 2 once it is answered. To 5: 1 blind, 2 once it is answered, 3 talk forwarding, 4 three-party. */
  readonly mode: number;
}

export type TransferMode = 'blind' | 'onceAnswered' | 'talk' | 'threeParty';

const blindAt = 0;
const inside = 4;

/** How a call is to be transferred; null: not to this kind of place. */
export function modeOf({ devicetype, mode }: TransferRequest): TransferMode | null {
  if (mode === 2) return 'onceAnswered';
  if (devicetype <= inside) return mode === blindAt ? 'blind' : null;
  const outside: Readonly<Record<number, TransferMode>> = { 1: 'blind', 3: 'talk', 4: 'threeParty' };
  return outside[mode] ?? null;
}
