import { describe, expect, it } from '@jest/globals';
import { ProblemError, readProblem, toProblem } from './problem-error.ts';

const answer = (status: number, type: string, body: string) =>
  new Response(body, { status, headers: { 'content-type': type } });

describe('what went wrong', () => {
  it('keeps what the API says, fields and other version included', async () => {
    const body = JSON.stringify({
      type: 'x',
      code: 'edited_meanwhile',
      status: 409,
      title: 'Quelqu’un d’autre a modifié cet élément',
      detail: 'Comparez.',
      current: { revision: 2 },
    });
    const problem = await readProblem(answer(409, 'application/problem+json; charset=utf-8', body));
    expect(problem).toMatchObject({
      code: 'edited_meanwhile',
      status: 409,
      errors: [],
      current: { revision: 2 },
    });
  });

  it('does not read the page of a proxy as a problem', async () => {
    const problem = await readProblem(answer(502, 'text/html', '<h1>Bad Gateway</h1>'));
    expect(problem).toMatchObject({ status: 502, title: 'Jalon ne répond pas' });
  });

  it.each([
    'Failed to fetch dynamically imported module: https://x/assets/a.js',
    'Unable to preload CSS for /assets/a.css',
    'Importing a module script failed.',
    'error loading dynamically imported module: https://x/assets/a.js',
  ])('takes a page file that did not come for a lost connection: %s', (message) => {
    expect(toProblem(new TypeError(message)).code).toBe('network_down');
  });

  it('gives back a problem as it is and hides the words of a fault of ours', () => {
    const problem = new ProblemError({ code: 'not_found', title: 't', detail: 'd' });
    expect(toProblem(problem)).toBe(problem);
    expect(toProblem(new Error('x is undefined')).detail).not.toContain('undefined');
  });
});
