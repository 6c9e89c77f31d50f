/** Ends an exhaustive switch: does not compile while a member of the union is left. */
export function assertNever(value: never): never {
  throw new Error(`Not handled: ${JSON.stringify(value)}`);
}
