const pattern = /^listens-(\d{4})-(\d{2})\.jsonl$/;

const day = 24 * 60 * 60 * 1_000;

/** The file that an entry of `time` goes to: one for each month (UTC). Never one before `newest`, though the clock was set back. */
export function fileFor(time: number, newest: string | null): string {
  const name = `listens-${new Date(time).toISOString().slice(0, 7)}.jsonl`;
  return newest !== null && newest > name ? newest : name;
}

/** The trail's files among `names`, oldest first. */
export function inOrder(names: readonly string[]): readonly string[] {
  return names.filter((name) => pattern.test(name)).sort();
}

/** Whether all that can stand in a file is older than `days` at `now`. */
export function isExpired(name: string, days: number, now: number): boolean {
  const [, year, month] = pattern.exec(name) ?? [];
  if (year === undefined || month === undefined) return false;
  const end = Date.UTC(Number(year), Number(month));
  return now - end > days * day;
}
