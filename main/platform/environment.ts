import { isAbsolute } from 'node:path';
import { z } from 'zod';
import { signInFormSchema, type SignInForm } from '../../contract/state.ts';
import { jsonAs } from '../textFormats/json.ts';

const variablesSchema = z.object({
  EARSHOT_DATA_DIR: z.string().refine(isAbsolute).optional().catch(undefined),
  EARSHOT_DEMO_SIGN_IN: z.string().optional(),
  NODE_TLS_REJECT_UNAUTHORIZED: z.string().optional(),
});

/** What the environment asked for. */
export interface Environment {
  /** Where user data is kept instead of the system's place; null: the system's. */
  readonly dataFolder: string | null;
  /** The demo's sign-in form. */
  readonly form: SignInForm | null;
  /** What was found there and not obeyed, for the log; holds no values. */
  readonly refused: readonly string[];
}

/** Where user data is kept instead of the system's place; null: the system's. */
export function dataFolderOf(env: Readonly<Record<string, string | undefined>>): string | null {
  return variablesSchema.parse(env).EARSHOT_DATA_DIR ?? null;
}

/**
 * Reads Earshot's variables out of `env`, and takes out of it what must not reach anything else:
 * the demo's password, and the switch that turns certificate checks off for the whole process.
 */
export function readEnvironment(env: Record<string, string | undefined>): Environment {
  const variables = variablesSchema.parse(env);
  const refused: string[] = [];
  if (env['EARSHOT_DATA_DIR'] !== undefined && variables.EARSHOT_DATA_DIR === undefined) refused.push('EARSHOT_DATA_DIR');
  if (variables.NODE_TLS_REJECT_UNAUTHORIZED === '0') refused.push('NODE_TLS_REJECT_UNAUTHORIZED');
  const form = variables.EARSHOT_DEMO_SIGN_IN === undefined ? null : jsonAs(signInFormSchema, variables.EARSHOT_DEMO_SIGN_IN);
  if (variables.EARSHOT_DEMO_SIGN_IN !== undefined && form === null) refused.push('EARSHOT_DEMO_SIGN_IN');
  delete env['EARSHOT_DEMO_SIGN_IN'];
  delete env['NODE_TLS_REJECT_UNAUTHORIZED'];
  return { dataFolder: variables.EARSHOT_DATA_DIR ?? null, form, refused };
}
