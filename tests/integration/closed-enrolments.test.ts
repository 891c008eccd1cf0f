import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  app,
  coordinator,
  enrol,
  enrolment,
  openEnrolments,
  read,
  spring,
} from '../support/enrolment-forms.ts';

openEnrolments();

describe('enrolment.course-open: what a course that is over does not take (DOMAIN 12)', () => {
  let params: { enrolmentId: string };
  let draft: { id: string; revision: number };
  let transmitted: { id: string; revision: number };

  const ask = (moduleCode: string | null, blockCode: string) =>
    app.call(
      'POST /enrolments/:enrolmentId/dispensations',
      { params, body: { blockCode, moduleCode, requestedMinutes: 60 } },
      coordinator,
    );
  const advance = (one: { id: string; revision: number }, to: string, reference: string | null) =>
    app.call(
      'POST /dispensations/:dispensationId/advance',
      {
        params: { dispensationId: one.id },
        body: { revision: one.revision, to, on: '2026-11-05', reference },
      },
      coordinator,
    );
  const save = (more: Record<string, unknown>, revision: number) => {
    const { cohortId: _, person: __, ...fields } = enrolment({ cohortId: spring.id });
    return app.call(
      'PUT /enrolments/:enrolmentId',
      { params, body: { ...fields, ...more, revision } },
      coordinator,
    );
  };
  const isRefused = (answer: { status: number; problem: { detail: string } }, words: string) =>
    expect([answer.status, answer.problem.detail]).toEqual([422, expect.stringContaining(words)]);

  beforeAll(async () => {
    const { body } = await enrol({ cohortId: spring.id, startsOn: '2027-03-01' });
    params = { enrolmentId: body.id };
    draft = (await ask(null, 'B1')).body;
    const filed = await advance((await ask(null, 'B2')).body, 'filed', null);
    transmitted = (await advance(filed.body, 'transmitted', 'D-1')).body;
    const left = { revision: 1, on: '2027-03-01', motive: 'Déménagement' };
    await app.call('POST /enrolments/:enrolmentId/withdraw', { params, body: left }, coordinator);
  });

  it('its path does not change', async () => {
    const { path, revision, state } = await read(params.enrolmentId);
    expect(state).toBe('withdrawn');
    const moduleRunIds = path.flatMap(({ moduleRunId }) => moduleRunId ?? []).slice(1);
    const answer = await app.call(
      'PUT /enrolments/:enrolmentId/path',
      { params, body: { revision, moduleRunIds } },
      coordinator,
    );
    isRefused(answer, 'Cette formation est abandonnée : son parcours ne change plus.');
  });

  it('its route and dates do not change, what was declared on entry does', async () => {
    const { revision } = await read(params.enrolmentId);
    const ended = { endsOn: '2027-03-01' };
    isRefused(await save({ ...ended, route: 'continuing_training' }, revision), 'abandonnée');
    isRefused(await save({ endsOn: '2027-04-30' }, revision), 'ses dates ne changent plus');
    expect((await save({ ...ended, funder: 'region' }, revision)).status).toBe(200);
  });

  it('no dispensation is asked for, changed or filed; one already sent gets its answer', async () => {
    isRefused(await ask(null, 'B3'), 'aucune dispense ne se demande plus');
    isRefused(await advance(draft, 'filed', null), 'aucune dispense ne se demande plus');
    const answered = await app.call(
      'POST /dispensations/:dispensationId/answer',
      {
        params: { dispensationId: transmitted.id },
        body: {
          revision: transmitted.revision,
          to: 'granted',
          on: '2026-11-20',
          reference: 'R-1',
          grantedMinutes: null,
          motive: null,
        },
      },
      coordinator,
    );
    expect(answered.status).toBe(200);
    const shown = (
      await app.call(
        'GET /dispensations/:dispensationId',
        { params: { dispensationId: draft.id } },
        coordinator,
      )
    ).body;
    expect(shown.closedBecause).toContain('Annulez d’abord l’abandon');
  });
});
