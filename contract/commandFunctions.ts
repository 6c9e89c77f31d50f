import type { CommandInput, CommandName, CommandShape } from './commands.ts';

/** A command whose payload is nothing takes no argument. */
type CommandFunction<Name extends CommandName, Result> = string extends keyof CommandInput<Name>
  ? () => Result
  : (input: CommandInput<Name>) => Result;

/** One function for each command of the table, by its name. */
export type CommandFunctions<Result> = { readonly [Name in CommandName]: CommandFunction<Name, Result> };

/** Builds them: each calls `call` with its name and its payload; `{}` where it takes none, whatever it is called with (a click's event). */
export function commandFunctions<Result>(
  shapes: readonly CommandShape[],
  call: <Name extends CommandName>(name: Name, input: CommandInput<Name>) => Result,
): CommandFunctions<Result> {
  const functions = shapes.map(({ name, takesInput }) => [name, (input: CommandInput<typeof name>) => call(name, takesInput ? input : {})]);
  // The shapes are the table's: TypeScript cannot follow them through `fromEntries`.
  return Object.fromEntries(functions) as CommandFunctions<Result>;
}
