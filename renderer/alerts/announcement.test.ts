import { describe, expect, it } from 'vitest';
import { announcement } from './announcement.ts';
import { noAlerts } from '../../test/support/alerts.ts';
import { en } from '../i18n/en/en.ts';

describe('what is said of a listen', () => {
  it('has one full stop between two sentences', () => {
    const problem = { code: 'not-idle', meaning: 'not-idle' } as const;
    const agent = { workNo: '20001', name: 'Li Wei' };
    const listen = { kind: 'ended', agent, since: 0, outcome: 'refused', problem, heardFor: null } as const;
    const { calm } = announcement({ ...noAlerts, inspection: null, listen }, en, String);
    expect(calm).toBe('Not listening. The gateway refused the listen to Li Wei (20001). You are not idle. Go idle, then listen.');
  });
});
