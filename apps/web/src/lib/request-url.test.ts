import { describe, expect, it } from '@jest/globals';
import { buildRequestUrl } from './request-url.ts';

describe('the address of a request', () => {
  it('fills the path in and escapes it', () => {
    expect(buildRequestUrl('GET /cohorts/:cohortId/board', { params: { cohortId: 'a/b' } })).toBe(
      '/api/cohorts/a%2Fb/board',
    );
  });

  it('leaves absent query values out and repeats lists', () => {
    const query = { from: '2026-10-05', to: undefined, site: ['1', '2'], archived: null };
    expect(buildRequestUrl('GET /slots', { query })).toBe(
      '/api/slots?from=2026-10-05&site=1&site=2',
    );
  });

  it('refuses a path with a hole', () => {
    expect(() => buildRequestUrl('GET /cohorts/:cohortId', {})).toThrow('cohortId');
  });
});
