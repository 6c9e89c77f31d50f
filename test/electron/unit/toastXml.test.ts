import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incomingCallToast } from '../../../main/electron/surfaces/toastXml.ts';
import { plainToast, ringToast } from '../../../main/electron/surfaces/toastOptions.ts';

/** The texts of a toast's XML, unescaped; fails where something else than text stands between the tags. */
function texts(xml: string): string[] {
  return [...xml.matchAll(/<text>([^<>]*)<\/text>/gu)].map(([, text = '']) =>
    text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&'),
  );
}

describe('Windows’ toast', () => {
  it('is an incoming call with both lines', () => {
    const xml = incomingCallToast('Your phone is ringing', 'Pick up to listen to 李伟 (101).');
    expect(xml).toMatch(/^<toast scenario="incomingCall"/u);
    expect(texts(xml)).toEqual(['Your phone is ringing', 'Pick up to listen to 李伟 (101).']);
  });

  it('shows markup as the characters that it is made of', () => {
    const name = `</text><image src="https://x/"/><text>&amp; 'a' "b"`;
    expect(texts(incomingCallToast('Ring', name))).toEqual(['Ring', name]);
  });

  it('stays well formed whatever a name holds', () => {
    const frame = incomingCallToast('', '').replaceAll('<text></text>', '');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.string({ unit: 'binary-ascii' }), (title, body) => {
        const xml = incomingCallToast(title, body);
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

  it('is XML on Windows', () => {
    expect(Object.keys(ringToast('win32', words))).toEqual(['toastXml']);
  });

  it('stays until it is taken away on Linux, whose body is markup', () => {
    expect(ringToast('linux', words)).toEqual({
      title: 'Ring <1>',
      body: 'A &amp; &lt;b&gt;B&lt;/b&gt;',
      urgency: 'critical',
      timeoutType: 'never',
    });
  });

  it('is plain on macOS, and where it only says something', () => {
    expect(ringToast('darwin', words)).toEqual(words);
    expect(plainToast('win32', words)).toEqual(words);
  });
});
