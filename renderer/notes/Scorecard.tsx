import { useId, type ReactElement } from 'react';
import type { Criterion, ScoreForm, Scores } from '../../contract/notes.ts';
import type { Words } from '../i18n/Words.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { useFormText } from './formText.ts';

interface ScorecardProps {
  readonly form: ScoreForm;
  readonly scores: Scores;
  readonly onScores: (scores: Scores) => void;
}

/** The criteria, each with what can be given. */
export function Scorecard({ form, scores, onScores }: ScorecardProps): ReactElement {
  const words = useWords();
  const text = useFormText();
  return (
    <section className="scorecard" aria-label={words.notes.score}>
      <strong className="scorecard__title">{text(form.title)}</strong>
      {form.criteria.map((criterion) => (
        <CriterionRow
          key={criterion.id}
          criterion={criterion}
          name={text(criterion.name)}
          score={scores[criterion.id]}
          onScore={(score) => {
            const others = Object.entries(scores).filter(([id]) => id !== criterion.id);
            onScores(Object.fromEntries(score === undefined ? others : [...others, [criterion.id, score]]));
          }}
        />
      ))}
    </section>
  );
}

type Score = number | boolean | undefined;

interface CriterionRowProps {
  readonly criterion: Criterion;
  readonly name: string;
  readonly score: Score;
  readonly onScore: (score: Score) => void;
}

/** More choices than this stand in a list that opens. */
const mostInARow = 7;

function CriterionRow({ criterion, name, score, onScore }: CriterionRowProps): ReactElement {
  const words = useWords();
  const id = useId();
  const choices = choicesOf(criterion, words);
  return (
    <fieldset className="criterion">
      <legend className="criterion__name">
        {name}
        {criterion.kind === 'yesNo' && criterion.fatal ? <span className="criterion__fatal">{words.notes.fatal}</span> : null}
      </legend>
      {choices.length > mostInARow ? (
        <select
          className="criterion__list"
          aria-label={name}
          value={score === undefined ? '' : String(score)}
          onChange={(event) => {
            onScore(choices.find(({ score: each }) => String(each ?? '') === event.target.value)?.score);
          }}
        >
          {choices.map(({ score: each, said }) => (
            <option key={String(each)} value={String(each ?? '')}>
              {said}
            </option>
          ))}
        </select>
      ) : (
        <span className="criterion__row">
          {choices.map(({ score: each, short, said }) => (
            <label key={String(each)} className="criterion__choice" title={said}>
              <input
                type="radio"
                name={id}
                aria-label={said}
                checked={score === each}
                onChange={() => {
                  onScore(each);
                }}
              />
              <span aria-hidden="true">{short}</span>
            </label>
          ))}
        </span>
      )}
    </fieldset>
  );
}

interface Choice {
  readonly score: Score;
  readonly short: string;
  readonly said: string;
}

function choicesOf(criterion: Criterion, { notes }: Words): readonly Choice[] {
  const notJudged = { score: undefined, short: notes.notJudgedShort, said: notes.notJudged };
  if (criterion.kind === 'yesNo') {
    return [notJudged, { score: true, short: notes.yes, said: notes.yes }, { score: false, short: notes.no, said: notes.no }];
  }
  const points = Array.from({ length: criterion.most + 1 }, (_, given) => given);
  return [notJudged, ...points.map((given) => ({ score: given, short: String(given), said: notes.points(given) }))];
}
