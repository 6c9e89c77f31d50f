import { useState, type ReactElement } from 'react';
import type { AuditCheck } from '../../contract/audit.ts';
import type { AppState } from '../../contract/state.ts';
import { useActions } from '../model/EarshotContext.tsx';
import { fillPhrase } from '../i18n/phrase.ts';
import { useTimeOfDay } from '../clock/useTimeOfDay.ts';
import type { TimeOfDay } from '../i18n/timeText.ts';
import type { Words } from '../i18n/Words.ts';
import { useWords } from '../i18n/WordsContext.tsx';
import { SettingRow } from '../ui/SettingRow.tsx';
import { Button } from '../ui/Button.tsx';
import { useSavedFile } from '../diagnostics/useSavedFile.ts';
import { dayOf, rangeOf } from './days.ts';
import './audit.css';

/** The record of listens: how long it is kept, as a table, and whether somebody changed it. */
export function AuditSection({ state }: { readonly state: AppState }): ReactElement {
  const words = useWords();
  const timeOfDay = useTimeOfDay();
  const { audit } = words;
  const actions = useActions();
  const { said, take } = useSavedFile();
  const [from, setFrom] = useState(() => dayOf(Date.now(), -30));
  const [to, setTo] = useState(() => dayOf(Date.now()));
  const range = rangeOf(from, to);
  const { writable, check } = state.audit;
  const { auditDays, auditRequired, auditHeadsFolder, exportAllowed } = state.settings.values;
  return (
    <>
      <div className="settings__intro">
        <h3>{audit.title}</h3>
        <p className="dim">{audit.lead}</p>
      </div>
      {writable ? null : (
        <p role="alert" className="audit__bad">
          {audit.notWritten}
        </p>
      )}
      <div className="settings__rows">
        <SettingRow setting="auditDays" name={audit.kept} locked={state.settings.locked.includes('auditDays')}>
          {audit.keptDays(auditDays)}
        </SettingRow>
        <SettingRow setting="auditRequired" name={audit.required} locked={state.settings.locked.includes('auditRequired')}>
          {auditRequired ? audit.requiredOn : audit.requiredOff}
        </SettingRow>
        <SettingRow setting="auditHeadsFolder" name={audit.heads} locked={state.settings.locked.includes('auditHeadsFolder')}>
          {auditHeadsFolder === '' ? audit.headsNowhere : auditHeadsFolder}
        </SettingRow>
        <SettingRow setting={null} name={audit.export} hint={audit.exportLead} locked={!exportAllowed}>
          <div className="audit__range">
            <label>
              {audit.from}
              <input
                type="date"
                disabled={!exportAllowed}
                value={from}
                onChange={(event) => {
                  setFrom(event.target.value);
                }}
              />
            </label>
            <label>
              {audit.to}
              <input
                type="date"
                disabled={!exportAllowed}
                value={to}
                onChange={(event) => {
                  setTo(event.target.value);
                }}
              />
            </label>
            <Button
              blocked={range === null || !exportAllowed}
              onClick={() => {
                if (range !== null && exportAllowed) take(actions.exportAudit(range));
              }}
            >
              {audit.save}
            </Button>
          </div>
          <span role="status">{range === null ? audit.wrongRange : said}</span>
        </SettingRow>
        <SettingRow setting={null} name={audit.check} hint={audit.checkLead} locked={false}>
          <div>
            <Button blocked={check.kind === 'running'} onClick={actions.checkAudit}>
              {check.kind === 'running' ? audit.checking : audit.checkNow}
            </Button>
          </div>
          <span role="status" className={isBad(check) ? 'audit__bad' : undefined}>
            {checkWords(check, words, timeOfDay)}
          </span>
        </SettingRow>
      </div>
    </>
  );
}

function isBad(check: AuditCheck): boolean {
  return check.kind === 'unreadable' || (check.kind === 'done' && check.findings > 0);
}

function checkWords(check: AuditCheck, words: Words, timeOfDay: TimeOfDay): string {
  const { audit, gap } = words;
  switch (check.kind) {
    case 'never':
    case 'running':
      return '';
    case 'unreadable':
      return fillPhrase(audit.unreadable, { time: timeOfDay(check.at) });
    case 'done': {
      const removed = check.removed > 0 ? [audit.removed(check.removed)] : [];
      if (check.findings > 0) {
        const first = check.first === null ? [] : [fillPhrase(audit.firstAt, { file: check.first.file, line: String(check.first.line) })];
        return [audit.bad(check.findings), ...first, ...removed].join(gap);
      }
      const good = check.entries === 0 ? audit.empty : fillPhrase(audit.good(check.listens), { time: timeOfDay(check.at) });
      return [good, ...removed].join(gap);
    }
  }
}
