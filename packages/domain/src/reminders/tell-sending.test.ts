import { describe, expect, it } from '@jest/globals';
import { isMailToGiveUp, tellSending } from './tell-sending.ts';

describe('where a mail stands', () => {
  const at = new Date();
  const failure = '452 Boîte pleine';
  it('says that it left, waits, is tried again or is given up, and why', () => {
    const tell = (more: object) =>
      tellSending({ sentAt: null, givenUpAt: null, failure: null, ...more });
    expect(tell({ sentAt: at })).toBe('Parti.');
    expect(tell({})).toBe('En attente d’envoi.');
    expect(tell({ failure })).toBe(
      'Pas encore parti : 452 Boîte pleine. L’envoi est retenté pendant deux jours.',
    );
    expect(tell({ failure, givenUpAt: at })).toBe(
      'Ce mail n’est pas parti : 452 Boîte pleine. Jalon ne le retente plus.',
    );
  });

  it('is given up after two days of refusals, not before', () => {
    const since = at.getTime();
    expect(isMailToGiveUp(since, since + 2 * 86_400_000 - 1)).toBe(false);
    expect(isMailToGiveUp(since, since + 2 * 86_400_000)).toBe(true);
  });
});
