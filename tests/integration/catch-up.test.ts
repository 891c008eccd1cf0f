import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  app,
  autumn,
  centre,
  coordinator,
  enrol,
  enrolment,
  openEnrolments,
  read,
  spring,
} from '../support/enrolment-forms.ts';
import { addPlannedCohort } from '../support/planned-cohort.ts';

openEnrolments();

/** On the same mornings as the autumn cohort: nobody can follow both. */
beforeAll(async () => {
  const framework = { id: autumn.frameworkVersionId, content: autumn.framework };
  await addPlannedCohort(app.db, centre, framework, { name: 'Hiver 2026', startsOn: '2026-11-30' });
});

const late = { startsOn: '2026-10-12' };
const preview = async () => {
  const { person: _, funder: __, ...entry } = enrolment(late);
  const { body } = await app.call('POST /enrolments/preview', { body: entry }, coordinator);
  return body.path;
};

describe('W3: a learner who enters once the first module has begun', () => {
  it('is proposed the cohort that does not clash with theirs; it is theirs once accepted', async () => {
    const [missed, ...next] = await preview();
    expect(missed).toMatchObject({
      state: 'other',
      moduleRunId: spring.runs[0]?.id,
      reason: 'avec « Printemps 2027 », le 1er mars 2027.',
    });
    const moduleRunIds = next.flatMap(({ moduleRunId }) => moduleRunId ?? []);
    const { body } = await enrol({ ...late, moduleRunIds });
    const file = await read(body.id);
    expect(file.path[0]).toMatchObject({
      state: 'to_plan',
      moduleRunId: null,
      proposedRunId: spring.runs[0]?.id,
      proposedDays: ['2027-03-01'],
      reason: 'À planifier. Possible : avec « Printemps 2027 », le 1er mars 2027.',
    });
    const accepted = await app.call(
      'PUT /enrolments/:enrolmentId/path',
      {
        params: { enrolmentId: body.id },
        body: {
          revision: file.revision,
          moduleRunIds: [...moduleRunIds, file.path[0]?.proposedRunId],
        },
      },
      coordinator,
    );
    expect(accepted.status).toBe(200);
    const { path } = await read(body.id);
    expect(path[0]).toMatchObject({ state: 'other', proposedRunId: null, proposedDays: [] });
    const days = path.flatMap(({ moduleRunId, options }) =>
      options.flatMap((run) => (run.moduleRunId === moduleRunId ? [run.firstDay] : [])),
    );
    expect(new Set(days).size).toBe(days.length);
  });

  it('is told why nothing suits: a full cohort, a clash', async () => {
    await enrol({ cohortId: spring.id, startsOn: '2027-03-01' });
    await app.db.system.cohort.updateMany({ where: { id: spring.id }, data: { capacity: 1 } });
    const [missed] = await preview();
    expect(missed).toMatchObject({ state: 'to_plan', moduleRunId: null });
    expect(missed?.reason).toContain('avec « Printemps 2027 », il n’y a plus de place');
    expect(missed?.reason).toContain('a lieu en même temps le 30 novembre 2026');
  });
});
