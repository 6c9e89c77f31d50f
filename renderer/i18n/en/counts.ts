const formatter = new Intl.NumberFormat('en');
const plurals = new Intl.PluralRules('en');

export function number(value: number): string {
  return formatter.format(value);
}

/** `1 agent`, `2,000 agents`. */
export function counted(count: number, one: string, other: string): string {
  return `${number(count)} ${plurals.select(count) === 'one' ? one : other}`;
}

export function agents(count: number): string {
  return counted(count, 'agent', 'agents');
}
