import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signInValues } from '../../contract/signInForm.ts';
import { asTyped, asTypedAddress, asTypedNumber } from '../../contract/typed.ts';
import { readSignIn } from '../../main/session/signIn/signInInput.ts';
import { fieldNames, missingFields } from '../../renderer/sign-in/formCheck.ts';
import { anyCharacter } from '../support/anyCharacter.ts';

const form = { gatewayAddress: 'gw.example', agentId: '291', password: 'secret', phoneNumber: '40038' };
const sent = (more: Partial<typeof form>) => readSignIn({ ...form, ...more, keepSignedIn: false, takeOver: false });

describe('a value of the sign-in form', () => {
  test.each(['２９１', '\u200e291', '291\u200b', '\ufeff291', ' 2 9 1 ', '2\u00ad91', '２\u3000９１'])('agent ID %j is 291', (agentId) => {
    expect(sent({ agentId })).toMatchObject({ attempt: { agentId: '291' } });
  });

  test.each([
    ['４００３８', '40038'],
    ['\u202d40038\u202c', '40038'],
    ['400 38', '40038'],
    ['400\u00a038\u3000', '40038'],
    ['＋86 400‑38', '+86400-38'],
    ['40038\ufe0f', '40038'],
  ])('phone number %j is %j', (phoneNumber, read) => {
    expect(sent({ phoneNumber })).toMatchObject({ attempt: { credentials: { phoneNumber: read } } });
  });

  test.each([' １２３ ', 'a\u200bb', '：', '\u00a0', 'e\u0301', '－'])('password %j is left as it is', (password) => {
    expect(sent({ password })).toMatchObject({ attempt: { credentials: { password } } });
    expect(signInValues({ ...form, password }).password).toBe(password);
  });

  test('is missing when it holds nothing that can be seen', () => {
    const nothing = { gatewayAddress: '\u200b', agentId: '\u3000', password: '', phoneNumber: '\u202d\u202c' };
    expect(missingFields(nothing)).toEqual(fieldNames);
  });
});

test.each([asTyped, asTypedAddress, asTypedNumber])('%o changes nothing more the second time', (clean) => {
  fc.assert(
    fc.property(fc.string({ unit: anyCharacter }), (text) => {
      expect(clean(clean(text))).toBe(clean(text));
    }),
  );
});

test('the page and the core read the same of whatever was typed', () => {
  const text = fc.oneof(fc.string(), fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\d０-９ \u200e\u3000]{3,9}$/));
  fc.assert(
    fc.property(fc.record({ gatewayAddress: text, agentId: text, password: text, phoneNumber: text }), (typed) => {
      expect(sent(signInValues(typed))).toEqual(sent(typed));
    }),
  );
});
