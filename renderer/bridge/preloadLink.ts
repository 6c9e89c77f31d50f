import { commandAnswerSchema, commandNames, type CommandName } from '../../contract/commands.ts';
import type { Problem } from '../../contract/problem.ts';
import type { Link } from './link.ts';

/** What the preload script puts at `window.earshot`, with nothing believed about its payloads. */
type PreloadApi = Readonly<Record<CommandName, (input: unknown) => Promise<unknown>>> &
  Readonly<Record<'onState' | 'onRoster' | 'onReachable', (listener: (payload: unknown) => void) => () => void>>;

/** Whether the preload script of Electron's host is there. */
export function isPreloadApi(value: unknown): value is PreloadApi {
  if (typeof value !== 'object' || value === null) return false;
  const names = [...commandNames, 'onState', 'onRoster', 'onReachable'];
  return names.every((name) => typeof Reflect.get(value, name) === 'function');
}

/** The link over Electron's preload script. */
export function createPreloadLink(api: PreloadApi, unreachable: Problem): Link {
  return {
    command: async (name, input) => {
      try {
        const answer = commandAnswerSchema.safeParse(await api[name](input));
        return answer.success ? answer.data : { ok: false, problem: unreachable };
      } catch {
        return { ok: false, problem: unreachable };
      }
    },
    onState: (listener) => api.onState(listener),
    onRoster: (listener) => api.onRoster(listener),
    onReachable: (listener) =>
      api.onReachable((payload) => {
        listener(payload === true);
      }),
  };
}
