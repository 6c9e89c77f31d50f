import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ToastPlan } from '../../alerts/surfaces.ts';
import { incomingCallToast } from './toastXml.ts';
import { plainToast, ringToast } from './toastOptions.ts';
import { anyCharacter } from '../../../test/support/anyCharacter.ts';

/** The texts of a toast's XML, unescaped; fails where something else than text stands between the tags. */
function texts(xml: string): string[] {
  return [...xml.matchAll(/<text>([^<>]*)<\/text>/gu)].map(([, text = '']) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&'),
  );
}

const plan = (title: string, body: string): Omit<ToastPlan, 'ringId'> => ({ title, body, silent: false, lasting: true, buttons: [] });

describe('Windows’ toast', () => {
  it('is an incoming call with both lines', () => {
    const xml = incomingCallToast(plan('Your phone is ringing', 'Pick up to listen to 李伟 (101).'));
    expect(xml).toMatch(/^<toast scenario="incomingCall"/u);
    expect(texts(xml)).toEqual(['Your phone is ringing', 'Pick up to listen to 李伟 (101).']);
  });

  it('shows markup as the characters that it is made of', () => {
    const name = `</text><image src="https://x/"/><text>&amp; 'a' "b"`;
    expect(texts(incomingCallToast(plan('Ring', name)))).toEqual(['Ring', name]);
  });

  it('rings by itself unless it is told to be silent', () => {
    expect(incomingCallToast(plan('Ring', ''))).toContain('<audio src="ms-winsoundevent:Notification.Looping.Call" loop="true"/>');
    expect(incomingCallToast({ ...plan('Ring', ''), silent: true })).toContain('<audio silent="true"/>');
  });

  it('offers every button where Electron tells which was pressed, each with its place and the toast’s id', () => {
    const buttons = [
      { action: 'stopListening', words: 'Stop' },
      { action: 'show', words: 'Show & "tell"' },
    ] as const;
    const xml = incomingCallToast({ ...plan('Ring', ''), buttons }, 'earshot-7');
    expect([...xml.matchAll(/content="([^"]*)" arguments="([^"]*)"/gu)].map(([, words, told]) => [words, told])).toEqual([
      ['Stop', 'type=action&amp;action=0&amp;tag=earshot-7'],
      ['Show &amp; &quot;tell&quot;', 'type=action&amp;action=1&amp;tag=earshot-7'],
    ]);
    expect(ringToast('win32', { ...plan('Ring', ''), buttons }, 'earshot-7')).toEqual({
      id: 'earshot-7',
      urgency: 'critical',
      toastXml: xml,
    });
  });

  it('offers only what a press does, to show Earshot, where an older Electron does not tell', () => {
    const buttons = [
      { action: 'stopListening', words: 'Stop' },
      { action: 'show', words: 'Open "Earshot"' },
    ] as const;
    const xml = incomingCallToast({ ...plan('Ring', ''), buttons });
    expect(xml.match(/<action /gu)).toHaveLength(1);
    expect(xml).toContain('content="Open &quot;Earshot&quot;"');
  });

  it('matters, so that Windows does not keep it for later', () => {
    expect(ringToast('win32', plan('Ring', '')).urgency).toBe('critical');
  });

  it('stays well formed whatever a name holds', () => {
    const frame = incomingCallToast(plan('', '')).replaceAll('<text></text>', '');
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 400 }), fc.string({ unit: 'binary-ascii' }), (title, body) => {
        const xml = incomingCallToast(plan(title, body));
        expect(texts(xml)).toHaveLength(2);
        expect(xml.replace(/<text>[^<>]*<\/text>/gu, '')).toBe(frame);
        // What XML 1.0 does not allow at all, escaped or not.
        expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/u);
      }),
    );
  });
});

describe('the toast of each system', () => {
  const words = { title: 'Ring <1>', body: 'A & <b>B</b>' };
  const toast = { ...words, silent: true, lasting: true, buttons: [{ action: 'stopListening', words: 'Stop' }] } as const;

  it('is XML on Windows', () => {
    expect(Object.keys(ringToast('win32', toast))).toEqual(['urgency', 'toastXml']);
  });

  it('stays until it is taken away on Linux, whose body is markup', () => {
    expect(ringToast('linux', toast)).toEqual({
      title: 'Ring <1>',
      body: 'A &amp; &lt;b&gt;B&lt;/b&gt;',
      silent: true,
      urgency: 'critical',
      timeoutType: 'never',
    });
  });

  it('is one that may leave by itself where nothing lasts, on every system', () => {
    for (const platform of ['win32', 'linux', 'darwin'] as const) {
      expect(ringToast(platform, { ...toast, lasting: false })).toEqual({ ...plainToast(platform, words), silent: true });
    }
  });

  it('has its buttons on macOS', () => {
    expect(ringToast('darwin', toast)).toEqual({ ...words, silent: true, actions: [{ type: 'button', text: 'Stop' }] });
  });

  it('is plain where it only says something', () => {
    expect(plainToast('win32', words)).toEqual(words);
  });
});
