import type { CommandAnswer } from '../../contract/commands.ts';
import type { AppState } from '../../contract/state.ts';
import type { KnownEnd } from '../audit/trail.ts';
import { supportFile, supportFileName } from '../diagnostics/supportFile.ts';
import { redactedJson } from '../log/redact.ts';
import { fileAnswer } from '../results/commandAnswers.ts';
import type { Host } from './host.ts';

/** Lines of the log in the file for support: the last hours of a shift. */
const logLines = 2_000;

/** Gives the inspector what whoever helps them needs to know: the state, the log's last lines, the audit trail's end. */
export async function saveSupportFile(
  host: Pick<Host, 'clock' | 'logbook' | 'saveFile'>,
  known: KnownEnd,
  state: AppState,
): Promise<CommandAnswer> {
  const { clock, logbook } = host;
  const at = clock.wall();
  const end = known.read();
  const facts = supportFile({ at, state, auditEnd: end === 'sealed' ? null : end, log: logbook.tail(logLines) });
  return fileAnswer(await host.saveFile(supportFileName(at), redactedJson(facts, logbook.redact)));
}
