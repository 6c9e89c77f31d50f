import { isAbsolute } from 'node:path';
import { scoreFormSchema, type FormFault, type ScoreForm } from '../../contract/notes.ts';
import { defaultForm } from './defaultForm.ts';
import { jsonWithLines } from './jsonWithLines.ts';

export interface ReadForm {
  readonly form: ScoreForm;
  /** Why it is the default one though another was asked for; null: it is the one that was asked for. */
  readonly fault: FormFault | null;
}

/** A form has a few kilobytes; what is larger is something else. */
const largestFile = 256 * 1024;

/** The form in an administrator's file (`''`: none, the default form). A file that is no form is named with its line and field. */
export function readForm(file: string, readFile: (file: string) => Uint8Array): ReadForm {
  if (file === '') return { form: defaultForm, fault: null };
  // A relative path would mean another file in each folder that Earshot is started from.
  if (!isAbsolute(file)) return faulty({ why: 'notThere', line: null, field: '' });
  let bytes: Uint8Array;
  try {
    bytes = readFile(file);
  } catch {
    return faulty({ why: 'notThere', line: null, field: '' });
  }
  if (bytes.length > largestFile) return faulty({ why: 'noJson', line: null, field: '' });
  const json = jsonWithLines(new TextDecoder().decode(bytes));
  if (!json.ok) return faulty({ why: 'noJson', line: json.line, field: '' });
  const parsed = scoreFormSchema.safeParse(json.value);
  if (parsed.success) return { form: parsed.data, fault: null };
  const [issue] = parsed.error.issues;
  if (issue === undefined) return faulty({ why: 'doesNotFit', line: null, field: '' });
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = unknown === undefined ? issue.path : [...issue.path, unknown];
  return faulty({ why: whyOf(), line: json.lineOf(path), field: path.map(String).join('.').slice(0, 200) });

  function whyOf(): FormFault['why'] {
    if (unknown !== undefined) return 'unknownName';
    if (issue?.code === 'custom') return 'twice';
    return isThere(json.ok ? json.value : null, path) ? 'doesNotFit' : 'missing';
  }
}

function faulty(fault: FormFault): ReadForm {
  return { form: defaultForm, fault };
}

function isThere(value: unknown, path: readonly PropertyKey[]): boolean {
  let here = value;
  for (const part of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, part)) return false;
    here = Object.entries(here).find(([name]) => name === String(part))?.[1];
  }
  return true;
}
