import { parseSync, Visitor, type ESTree } from 'rolldown/utils';
import { literally } from './pattern.ts';

/** A title as it stands in a test file: what is filled in only when the test runs is a hole. */
export interface TitleTemplate {
  /** The words between the holes, of which there is one less. */
  readonly words: readonly string[];
}

const markers = new Set(['test', 'it', 'describe']);

/** The titles of tests and of their groups in a file, without running it. */
export function titlesIn(file: string, source: string): TitleTemplate[] {
  const titles: TitleTemplate[] = [];
  new Visitor({
    CallExpression: ({ callee, arguments: [title] }) => {
      if (!marks(callee)) return;
      if (title?.type === 'Literal' && typeof title.value === 'string') titles.push({ words: title.value.split(holes) });
      if (title?.type === 'TemplateLiteral')
        titles.push({ words: title.quasis.flatMap(({ value }) => (value.cooked ?? value.raw).split(holes)) });
    },
  }).visit(parseSync(file, source).program);
  return titles;
}

/** Vitest's: %s, %j and their kin, $name of an object's member, %#. */
const holes = /%[a-z#$]|\$[\w.]+/;

/** `test(…)`, `test.only(…)`, `test.each(…)(…)`, `describe.skipIf(…)(…)`. */
function marks(callee: ESTree.Expression | ESTree.Super): boolean {
  switch (callee.type) {
    case 'Identifier':
      return markers.has(callee.name);
    case 'MemberExpression':
      return marks(callee.object);
    case 'CallExpression':
      return marks(callee.callee);
    case 'TaggedTemplateExpression':
      return marks(callee.tag);
    default:
      return false;
  }
}

/** Whether a title made of this template may hold what was asked for, or be the end of it: a full name begins with its group's. */
export function mayHold({ words }: TitleTemplate, asked: string): boolean {
  const wanted = asked.toLowerCase();
  if (words.some((part) => part.toLowerCase().includes(wanted))) return true;
  // "%s is %s" could be almost everything.
  if (words.join('').length * 2 < wanted.length) return false;
  const pattern = words.map((part) => literally(part.toLowerCase())).join('.*');
  return new RegExp(`(?:^|\\s)${pattern}$`, 's').test(wanted);
}

/** The template as one reads it. */
export function readable({ words }: TitleTemplate): string {
  return words.join('…');
}
