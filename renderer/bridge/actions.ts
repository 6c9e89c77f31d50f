import { commandFunctions, type CommandFunctions } from '../../contract/commandFunctions.ts';
import { commandShapes, type CommandAnswer, type CommandInput, type CommandName } from '../../contract/commands.ts';
import { createListeners } from '../../contract/listeners.ts';
import type { FoundNotes, Note } from '../../contract/notes.ts';
import type { Problem } from '../../contract/problem.ts';
import type { SavedFile } from '../../contract/savedFile.ts';
import type { Statistics } from '../../contract/statistics.ts';
import type { WorkPage } from '../../contract/worklist.ts';
import type { Link } from './link.ts';

/** Commands that make a file: the act tells what became of it; null: nothing, and why is said as with every act. */
interface FileActs {
  exportAudit(range: CommandInput<'exportAudit'>): Promise<SavedFile | null>;
  saveSupportFile(): Promise<SavedFile | null>;
  exportNotes(input: CommandInput<'exportNotes'>): Promise<SavedFile | null>;
}

/** Commands of which the page waits for the answer; what went wrong is said where it waits. */
interface AnsweredActs {
  /** Whether it is on the disk. */
  saveNote(input: CommandInput<'saveNote'>): Promise<boolean>;
  /** Null: it could not be read. */
  readNote(input: CommandInput<'readNote'>): Promise<Note | null>;
  findNotes(input: CommandInput<'findNotes'>): Promise<FoundNotes | null>;
  readStatistics(input: CommandInput<'readStatistics'>): Promise<Statistics | null>;
  readWorklist(input: CommandInput<'readWorklist'>): Promise<WorkPage | null>;
}

/** The inspector's own acts. An act that was refused leaves its problem here, until the next act or until it is put away. */
export interface Actions extends Omit<CommandFunctions<void>, keyof FileActs | keyof AnsweredActs>, FileActs, AnsweredActs {
  dismissProblem(): void;
  subscribe(changed: () => void): () => void;
  problem(): Problem | null;
}

/** The page's own reports and requests, no acts: whatever is answered, there is nothing to tell the inspector. */
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
    changes.notify(null);
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
    exportNotes: (input) => actForFile(link.command('exportNotes', input)),
    saveNote: async (input) => (await link.command('saveNote', input)).ok,
    readNote: async (input) => {
      const answer = await link.command('readNote', input);
      return answer.ok ? (answer.note ?? null) : null;
    },
    findNotes: async (input) => {
      const answer = await link.command('findNotes', input);
      return answer.ok ? (answer.found ?? null) : null;
    },
    readStatistics: async (input) => {
      const answer = await link.command('readStatistics', input);
      return answer.ok ? (answer.statistics ?? null) : null;
    },
    readWorklist: async (input) => {
      const answer = await link.command('readWorklist', input);
      return answer.ok ? (answer.work ?? null) : null;
    },
    saveSupportFile: () => actForFile(link.command('saveSupportFile', {})),
    dismissProblem: () => {
      setProblem(null);
    },
    subscribe: (changed) => changes.add(changed),
    problem: () => problem,
  };
}
