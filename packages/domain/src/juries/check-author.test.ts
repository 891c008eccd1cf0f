import { describe, expect, it } from '@jest/globals';
import { checkAuthor, tellDecisionsLeft } from './check-author.ts';

const julie = { name: 'Lenoir Julie', seat: 'sitting' as const, isTied: false };

describe('a decision rests on a member who sits (DOMAIN 4.6, W34)', () => {
  it('while its author sits nothing is asked, nor of what the office entered for the jury', () => {
    expect(checkAuthor(julie)).toBeNull();
    expect(checkAuthor(null)).toBeNull();
  });

  it.each([
    ['none', 'qui n’est plus membre de ce jury'],
    ['office', 'qui n’est plus membre de ce jury'],
    ['absent', 'depuis noté absent'],
    ['alternate', 'depuis suppléant'],
    ['unmarked', 'dont la présence n’est pas notée'],
  ] as const)('an author who is now « %s » leaves it to be confirmed', (seat, why) => {
    expect(checkAuthor({ ...julie, seat })).toEqual({
      rule: 'jury.author-sits',
      met: false,
      facts: `décision enregistrée par Lenoir Julie, ${why} : à confirmer par un membre qui siège.`,
      source: 'DOMAIN 4.6, W34',
    });
  });

  it('so does a recusal for the candidate, and for nobody else', () => {
    expect(checkAuthor({ ...julie, isTied: true })?.facts).toContain('un lien avec ce candidat');
  });

  it('and whoever removes the member is told how many', () => {
    expect(tellDecisionsLeft(1)).toMatch(/^1 décision enregistrée par ce membre sera à confirmer/);
    expect(tellDecisionsLeft(3)).toMatch(/^3 décisions enregistrées par ce membre seront/);
  });
});
