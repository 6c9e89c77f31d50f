import type { Centre } from '../centre/centre.ts';
import { agentAccount } from './account.ts';
import type { Account } from './account.ts';

/** Whoever may sign in: the inspectors, and every agent of the centre. */
export interface Accounts {
  /** The account as it is now; null: nobody has this number. */
  of(agentId: string): Account | null;
  /** By the name of loginbyaccount; null: it is nobody's. */
  named(name: string): Account | null;
  changePassword(account: Account, password: string): void;
}

export function createAccounts(inspectors: readonly Account[], centre: Centre): Accounts {
  const known = new Map(inspectors.map((account) => [account.agentId, account]));

  function of(agentId: string): Account | null {
    const agent = centre.agent(agentId);
    return known.get(agentId) ?? (agent === null ? null : agentAccount(agentId, agent.name, agent.phoneNumber));
  }

  return {
    of,
    named: (name) => {
      const account = [...known.values()].find((each) => each.account === name) ?? of(name);
      return account?.account === name ? account : null;
    },
    changePassword: (account, password) => {
      known.set(account.agentId, { ...account, password });
    },
  };
}
