import type { ReactElement } from 'react';
import type { AppState } from '../../contract/state.ts';
import { fillPhrase } from '../i18n/phrase.ts';
import type { Words } from '../i18n/Words.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { SettingRow } from '../ui/SettingRow.tsx';
import { NoteTroubles } from './NoteTroubles.tsx';
import './notes.css';

/** How notes are kept, and what their scorecard asks for. */
export function NotesSection({ state }: { readonly state: AppState }): ReactElement {
  const words = useWords();
  const { notes } = words;
  const { values, locked } = state.settings;
  return (
    <>
      <div className="settings__intro">
        <h3>{notes.title}</h3>
        <p className="dim">{notes.settingsLead}</p>
      </div>
      <NoteTroubles notes={state.notes} />
      <div className="settings__rows">
        <SettingRow setting="noteDays" name={notes.kept} locked={locked.includes('noteDays')}>
          {notes.keptDays(values.noteDays)}
        </SettingRow>
        <SettingRow setting="notesEncrypted" name={notes.encrypted} locked={locked.includes('notesEncrypted')}>
          {values.notesEncrypted ? (state.notes.encrypted ? notes.encryptedOn : notes.encryptedNotHere) : notes.encryptedOff}
        </SettingRow>
        <SettingRow setting="scorecardFile" name={notes.form} locked={locked.includes('scorecardFile')}>
          {formWords(state, words)}
        </SettingRow>
      </div>
    </>
  );
}

function formWords({ settings: { values }, notes: { formFault } }: AppState, { notes }: Words): string {
  if (values.scorecardFile === '') return notes.formOwn;
  if (formFault === null) return values.scorecardFile;
  const { line, field, why } = formFault;
  const phrase = line === null ? notes.formFault : field === '' ? notes.formFaultLine : notes.formFaultAt;
  return fillPhrase(phrase, { file: values.scorecardFile, line: String(line ?? ''), field, why: notes.formWhy[why] });
}
