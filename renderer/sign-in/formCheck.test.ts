import { describe, expect, it } from 'vitest';
import { missingFields } from './formCheck.ts';

describe('the sign-in form', () => {
  it('names what is missing in the order of its fields', () => {
    expect(missingFields({ gatewayAddress: ' ', agentId: '1', password: '', phoneNumber: '' })).toEqual([
      'gatewayAddress',
      'password',
      'phoneNumber',
    ]);
    expect(missingFields({ gatewayAddress: 'a', agentId: '1', password: ' ', phoneNumber: '2' })).toEqual([]);
  });
});
