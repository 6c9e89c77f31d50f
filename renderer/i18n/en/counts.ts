export function number(value: number): string {
  return value.toLocaleString('en');
}

/** `1 agent`, `2,000 agents`. */
export function counted(count: number, one: string, other: string): string {
  return `${number(count)} ${count === 1 ? one : other}`;
}

export function agents(count: number): string {
  return counted(count, 'agent', 'agents');
}
