import { findRouteFaults } from '@jalon/api';
import { describe, expect, it } from '@jest/globals';

describe('the API refuses to start when the contract and the handlers disagree', () => {
  it('agrees when each route has one handler', () => {
    expect(findRouteFaults(['GET /a', 'POST /a'], ['POST /a', 'GET /a'])).toEqual([]);
  });

  it('names a route without a handler, one with two, and a handler without a route', () => {
    expect(findRouteFaults(['GET /a', 'GET /b'], ['GET /b', 'GET /b', 'GET /c'])).toEqual([
      'GET /a: no handler',
      'GET /b: two handlers',
      'GET /c: not in the contract',
    ]);
  });
});
