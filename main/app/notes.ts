import path from 'node:path';
import { auditFolder } from '../audit/files.ts';
import type { GatewayDate } from '../gateway/gatewayDate.ts';
import type { Host } from './host.ts';
import { createNotes, type NotesService } from '../notes/notes.ts';
import type { SessionService } from '../session/session.ts';
import type { SettingsService } from '../settings/settings.ts';
import type { SpokenLanguage } from '../settings/spokenLanguage.ts';

export interface NotesHereOptions {
  readonly host: Host;
  readonly gatewayDate: GatewayDate;
  readonly settings: SettingsService;
  readonly session: SessionService;
  readonly language: SpokenLanguage;
  /** An agent's name as the roster has it. */
  nameOf(workNo: string): string;
  onChange(): void;
}

/** Puts the notes together: in Earshot's own folder, for as long as the settings say, by whoever is signed in. */
export function createNotesHere({ host, gatewayDate, settings, session, language, nameOf, onChange }: NotesHereOptions): NotesService {
  const { clock, log, secretBox, dataFolder } = host;
  return createNotes({
    files: auditFolder(path.join(dataFolder, 'notes')),
    box: secretBox,
    clock,
    log,
    readFile: (file) => host.readFile(file),
    settings: settings.get,
    date: gatewayDate.agreed,
    inspector: () => {
      const now = session.state();
      return now.kind === 'signedIn' ? now.agentId : '';
    },
    nameOf,
    language: language.get,
    save: (name, text) => host.saveFile(name, text),
    onChange,
  });
}
