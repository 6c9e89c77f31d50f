import type { CommandAnswer, CommandInput } from '../../contract/commands.ts';
import { faultPlace } from '../log/faults.ts';
import type { Log } from '../ports/log.ts';
import { refuse, unexpected } from '../results/commandAnswers.ts';
import type { InspectorCommand } from './inspector.ts';

/** Who carries each command out; a module has those that are its own among its `handlers`. */
export type Handlers = {
  readonly [Name in InspectorCommand]: (input: CommandInput<Name>) => CommandAnswer | Promise<CommandAnswer>;
};

/** Carries out commands whose payload was parsed; never rejects. */
export type Commands = <Name extends InspectorCommand>(name: Name, input: CommandInput<Name>) => Promise<CommandAnswer>;

export function createCommands(log: Log, handlers: Handlers): Commands {
  return async (name, input) => {
    log.info('command', { name });
    try {
      return await handlers[name](input);
    } catch (error) {
      log.error('command failed', { name, place: faultPlace(error) });
      return refuse(unexpected);
    }
  };
}
