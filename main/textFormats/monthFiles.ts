const day = 24 * 60 * 60 * 1_000;

/** The names of files of which each month (UTC) has one. */
export interface MonthFiles {
  /** The file that an entry of `time` goes to. Never one before `newest`, though the clock was set back. */
  fileFor(time: number, newest: string | null): string;
  /** These files among `names`, oldest first. */
  inOrder(names: readonly string[]): readonly string[];
  /** Whether all that can stand in a file is older than `days` at `now`. */
  isExpired(name: string, days: number, now: number): boolean;
}

/** `<prefix>-2026-11.jsonl` and so on; of the prefix, letters only. */
export function monthFiles(prefix: string): MonthFiles {
  const pattern = new RegExp(`^${prefix}-(\\d{4})-(\\d{2})\\.jsonl$`);
  return {
    fileFor: (time, newest) => {
      const name = `${prefix}-${new Date(time).toISOString().slice(0, 7)}.jsonl`;
      return newest !== null && newest > name ? newest : name;
    },
    inOrder: (names) => names.filter((name) => pattern.test(name)).sort(),
    isExpired: (name, days, now) => {
      const [, year, month] = pattern.exec(name) ?? [];
      if (year === undefined || month === undefined) return false;
      const end = Date.UTC(Number(year), Number(month));
      return now - end > days * day;
    },
  };
}
