import type { App } from 'electron';
import { runTestAlert } from '../alerts/testAlertRun.ts';
import type { Log } from '../ports/log.ts';
import type { Inspector } from '../app/inspector.ts';

/** Whether Earshot was started only to test its alerts: `--test-alert`, for administrators. */
export function testAlertWanted(app: Pick<App, 'commandLine'>): boolean {
  return app.commandLine.hasSwitch('test-alert');
}

/** What is said where the test cannot be made, as this Earshot is not the first one. */
export const runningAlready = 'Earshot is running already. Test its alerts in its settings, or quit it first.';

/**
 * Goes through every surface, prints each one's result and time, and answers the exit status:
 * 0 when every surface that this computer has was shown, 1 when some were not, 2 when none was.
 */
export async function testAlert(inspector: Inspector, print: (line: string) => void, log: Log): Promise<number> {
  const { status, lines } = await runTestAlert(inspector);
  for (const line of lines) print(line);
  log.info('test alert of the command line', { status });
  return status;
}
