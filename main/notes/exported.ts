import { gradeOf, mostOf, pointsOf } from '../../contract/grade.ts';
import type { Criterion, FormWords, ScoreForm } from '../../contract/notes.ts';
import type { Language } from '../../contract/language.ts';
import type { JudgedCriterion, NoteExport } from '../../contract/noteExport.ts';
import { csvTable, identifier } from '../textFormats/csvTable.ts';
import type { BookNote } from './book.ts';
import type { NoteEntry } from './entry.ts';

export type ExportFormat = 'csv' | 'json';

/** `formOf`: which form a note was judged by; `language`: of what the form calls its criteria. */
export function exported(
  notes: readonly BookNote[],
  formOf: (entry: NoteEntry) => ScoreForm,
  format: ExportFormat,
  language: Language,
): string {
  switch (format) {
    case 'csv':
      return asCsv(notes, formOf, language);
    case 'json':
      return asJson(notes, formOf, language);
  }
}

const header = ['Started (UTC)', 'Agent', 'Inspector', 'Gateway', 'Heard (s)', 'Grade (%)', 'Note', 'Changed (UTC)', 'Revisions'];

/** One row a note; a column for every criterion of every form. */
function asCsv(notes: readonly BookNote[], formOf: (entry: NoteEntry) => ScoreForm, language: Language): string {
  const criteria = new Map<string, string>();
  for (const { latest } of notes) {
    for (const { id, name } of formOf(latest).criteria) criteria.set(id, textIn(name, language));
  }
  const rows = notes.map(({ latest, revisions }) => {
    const form = formOf(latest);
    return [
      latest.started,
      identifier(latest.agent),
      identifier(latest.by),
      latest.gateway,
      latest.heardFor === null ? '' : (latest.heardFor / 1_000).toFixed(1),
      String(gradeOf(form, latest.scores) ?? ''),
      identifier(latest.text),
      latest.at,
      String(revisions.length),
      ...[...criteria.keys()].map((id) => {
        const criterion = form.criteria.find((each) => each.id === id);
        return criterion === undefined ? '' : String(pointsOf(criterion, latest.scores) ?? '');
      }),
    ];
  });
  return csvTable([[...header, ...[...criteria.values()].map(identifier)], ...rows]);
}

function asJson(notes: readonly BookNote[], formOf: (entry: NoteEntry) => ScoreForm, language: Language): string {
  const all = notes.map(({ latest, revisions }) => {
    const form = formOf(latest);
    const judged = ({ scores }: NoteEntry) => form.criteria.map((criterion) => criterionIn(criterion, scores, language));
    return {
      started: latest.started,
      agent: latest.agent,
      gateway: latest.gateway,
      heardForMs: latest.heardFor,
      grade: gradeOf(form, latest.scores),
      form: textIn(form.title, language),
      revisions: revisions.map((each) => ({ at: each.at, by: each.by, text: each.text, criteria: judged(each) })),
    };
  });
  return `${JSON.stringify({ earshotNotes: 1, notes: all } satisfies NoteExport, null, 2)}\n`;
}

function criterionIn(criterion: Criterion, scores: NoteEntry['scores'], language: Language): JudgedCriterion {
  const { id, name, kind } = criterion;
  return { id, name: textIn(name, language), kind, points: pointsOf(criterion, scores), most: mostOf(criterion) };
}

function textIn(words: FormWords, language: Language): string {
  return typeof words === 'string' ? words : words[language];
}
