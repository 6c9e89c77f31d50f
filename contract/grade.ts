import type { Criterion, ScoreForm, Scores } from './notes.ts';

/** What a criterion gives at most. */
export function mostOf(criterion: Criterion): number {
  return criterion.kind === 'points' ? criterion.most : criterion.points;
}

/** The points that were given; null: not judged. */
export function pointsOf(criterion: Criterion, scores: Scores): number | null {
  const score = scores[criterion.id];
  if (criterion.kind === 'points') return typeof score === 'number' ? Math.min(score, criterion.most) : null;
  return typeof score === 'boolean' ? (score ? criterion.points : 0) : null;
}

/** Per cent of what the judged criteria give at most, whole; 0 where a fatal one was not met; null: nothing was judged. */
export function gradeOf(form: ScoreForm, scores: Scores): number | null {
  if (form.criteria.some((each) => each.kind === 'yesNo' && each.fatal && scores[each.id] === false)) return 0;
  let given = 0;
  let most = 0;
  for (const criterion of form.criteria) {
    const here = pointsOf(criterion, scores);
    if (here === null) continue;
    given += here;
    most += mostOf(criterion);
  }
  return most === 0 ? null : Math.round((given / most) * 100);
}
