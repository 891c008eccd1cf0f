import { roles } from '@jalon/domain';
import { describe, expect, it } from '@jest/globals';
import { landingPath } from './landing-path.ts';

describe('where a person lands after login', () => {
  it.each(roles)('%s has a page of its own', (role) => {
    expect(landingPath([role])).not.toBe('/acces-refuse');
  });

  it('puts the office before the rest for somebody who holds several roles', () => {
    expect(landingPath(['jury_member', 'coordinator'])).toBe('/');
  });

  it('tells somebody without a role so', () => {
    expect(landingPath([])).toBe('/acces-refuse');
  });
});
