import type { Rule } from '../../contract/rules.ts';

/**
 * A key for each rule's row that stays its own when another one goes: with the rule's place as its key, the next rule would get the
 * row of a removed one, and with it the focus on Remove. Rules that are the same are told apart by their order.
 */
export function ruleKeys(rules: readonly Rule[]): readonly string[] {
  const seen = new Map<string, number>();
  return rules.map((rule) => {
    const content = JSON.stringify(rule);
    const before = seen.get(content) ?? 0;
    seen.set(content, before + 1);
    return `${String(before)} ${content}`;
  });
}
