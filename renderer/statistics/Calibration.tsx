import { useState, type ReactElement } from 'react';
import type { NoteExport } from '../../contract/noteExport.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import { dateText } from '../i18n/timeText.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { compareNotes, readNoteExport, type ComparedCall, type Comparison } from './compare.ts';

type Chosen = { readonly kind: 'none' } | { readonly kind: 'wrong' } | { readonly kind: 'notes'; readonly notes: NoteExport };

/** A larger file is none that Earshot saved for one inspector, in bytes. */
const mostBytes = 200 * 1024 * 1024;

/** Two inspectors' files of notes, side by side. They are read by the page alone. */
export function Calibration(): ReactElement {
  const { statistics } = useWords();
  const [first, setFirst] = useState<Chosen>({ kind: 'none' });
  const [second, setSecond] = useState<Chosen>({ kind: 'none' });
  return (
    <section className="statistics__calibration" aria-label={statistics.calibration}>
      <h3>{statistics.calibration}</h3>
      <p className="dim">{statistics.calibrationLead}</p>
      <div className="statistics__files">
        <NotesFile label={statistics.firstFile} chosen={first} onChoose={setFirst} />
        <NotesFile label={statistics.secondFile} chosen={second} onChoose={setSecond} />
      </div>
      {first.kind === 'notes' && second.kind === 'notes' ? <Compared comparison={compareNotes(first.notes, second.notes)} /> : null}
    </section>
  );
}

interface NotesFileProps {
  readonly label: string;
  readonly chosen: Chosen;
  readonly onChoose: (chosen: Chosen) => void;
}

function NotesFile({ label, chosen, onChoose }: NotesFileProps): ReactElement {
  const { statistics } = useWords();
  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) {
      onChoose({ kind: 'none' });
      return;
    }
    const notes = file.size > mostBytes ? null : readNoteExport(await file.text().catch(() => ''));
    onChoose(notes === null ? { kind: 'wrong' } : { kind: 'notes', notes });
  }
  return (
    <label className="statistics__file">
      {label}
      <input
        type="file"
        accept=".json,application/json"
        onChange={(event) => {
          void read(event.target.files?.[0]);
        }}
      />
      {chosen.kind === 'wrong' ? (
        <span className="statistics__wrong" role="alert">
          {statistics.notNotes}
        </span>
      ) : null}
    </label>
  );
}

function Compared({ comparison: { inspectors, calls, judged, apart } }: { readonly comparison: Comparison }): ReactElement {
  const words = useWords();
  const { statistics } = words;
  if (calls.length === 0) return <p role="status">{statistics.noneInCommon}</p>;
  const [one, other] = inspectors.map((each, index) => (each === '' ? statistics.inspectors[index] : each));
  return (
    <>
      <p role="status">
        {fillPhrase(statistics.compared, {
          calls: words.number(calls.length),
          apart: words.number(apart),
          judged: words.number(judged),
        })}
      </p>
      <table className="work-table">
        <caption className="only-spoken">{statistics.calibration}</caption>
        <thead>
          <tr>
            <th scope="col">{statistics.call}</th>
            <th scope="col">{statistics.criterion}</th>
            <th scope="col" className="work-table__number">
              {one}
            </th>
            <th scope="col" className="work-table__number">
              {other}
            </th>
            <th scope="col">{statistics.difference}</th>
          </tr>
        </thead>
        <tbody>
          {calls.slice(0, 200).map((call) => (
            <CallRows key={`${call.agent} ${String(call.started)}`} call={call} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function CallRows({ call: { agent, started, grades, criteria } }: { readonly call: ComparedCall }): ReactElement {
  const words = useWords();
  const { statistics } = words;
  const written = (points: number | null): string => (points === null ? statistics.none : words.number(points));
  return (
    <>
      <tr>
        <th scope="rowgroup" rowSpan={criteria.length + 1}>
          {agent}
          {words.listGap}
          {dateText(started, words)}
        </th>
        <td>
          <strong>{statistics.grade}</strong>
        </td>
        {grades.map((grade, index) => (
          <td key={index === 0 ? 'one' : 'other'} className="work-table__number">
            <strong>{grade === null ? statistics.none : statistics.percent(grade)}</strong>
          </td>
        ))}
        <td />
      </tr>
      {criteria.map(({ id, name, points, apart }) => (
        <tr key={id}>
          <td>
            <bdi className="clip">{name}</bdi>
          </td>
          <td className="work-table__number">{written(points[0])}</td>
          <td className="work-table__number">{written(points[1])}</td>
          <td>{apart ? <strong className="statistics__wrong">{statistics.apart}</strong> : null}</td>
        </tr>
      ))}
    </>
  );
}
