/** Runs a program of the system without a shell and answers what it printed. Never rejects: what cannot run is not ok. */
export type RunProgram = (file: string, args: readonly string[]) => Promise<{ readonly ok: boolean; readonly output: Uint8Array }>;
