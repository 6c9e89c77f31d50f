import { commandFunctions, type CommandFunctions } from '../../contract/commandFunctions.ts';
import { commandShapes, type CommandAnswer, type CommandInput, type CommandName } from '../../contract/commands.ts';
import { createListeners } from '../../contract/listeners.ts';
import type { Problem } from '../../contract/problem.ts';
import type { SavedFile } from '../../contract/savedFile.ts';
import type { Link } from './link.ts';

/** Commands that make a file: the act tells what became of it; null: nothing, and why is said as with every act. */
interface FileActs {
  exportAudit(range: CommandInput<'exportAudit'>): Promise<SavedFile | null>;
  saveSupportFile(): Promise<SavedFile | null>;
}

/** The inspector's own acts. An act that was refused leaves its problem here, until the next act or until it is put away. */
export interface Actions extends Omit<CommandFunctions<void>, keyof FileActs>, FileActs {
  dismissProblem(): void;
  subscribe(changed: () => void): () => void;
  problem(): Problem | null;
}

/** The page's own reports and wishes, no acts: whatever is answered, there is nothing to tell the inspector. */
const untold: ReadonlySet<CommandName> = new Set<CommandName>([
  'watchRoster',
  'watchAgents',
  'keepRosterView',
  'watchAlertTimes',
  'alertShown',
]);

/** `link`: how the commands are given. */
export function createActions(link: Pick<Link, 'command'>): Actions {
  const changes = createListeners<null>();
  let problem: Problem | null = null;

  function setProblem(next: Problem | null): void {
    if (problem === next) return;
    problem = next;
    changes.tell(null);
  }

  function act(answer: Promise<CommandAnswer>): void {
    setProblem(null);
    void answer.then((settled) => {
      if (!settled.ok) setProblem(settled.problem);
    });
  }

  async function actForFile(answer: Promise<CommandAnswer>): Promise<SavedFile | null> {
    setProblem(null);
    const settled = await answer;
    if (settled.ok) return settled.file ?? null;
    setProblem(settled.problem);
    return null;
  }

  return {
    ...commandFunctions(commandShapes, (name, input): void => {
      const answer = link.command(name, input);
      if (untold.has(name)) void answer;
      else act(answer);
    }),
    exportAudit: (range) => actForFile(link.command('exportAudit', range)),
    saveSupportFile: () => actForFile(link.command('saveSupportFile', {})),
    dismissProblem: () => {
      setProblem(null);
    },
    subscribe: (changed) => changes.add(changed),
    problem: () => problem,
  };
}
