import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  app,
  autumn,
  centre,
  coordinator,
  enrol,
  enrolment,
  openEnrolments,
  pointersOf,
  read,
} from '../support/enrolment-forms.ts';
import { csv, fileOf } from '../support/import-desk.ts';
import { addPlannedCohort, type PlannedCohort } from '../support/planned-cohort.ts';

openEnrolments();

const rule = 'enrolment.route-in-its-period';
let cohort: PlannedCohort;
beforeAll(async () => {
  const framework = { id: autumn.frameworkVersionId, content: autumn.framework };
  cohort = await addPlannedCohort(app.db, centre, framework, {
    name: 'Hiver 2025',
    startsOn: '2025-12-01',
  });
});

const employment = (contractStartsOn: string | null) => ({
  employerName: 'Cabinet du Dr Ferrand',
  employerKind: 'practice',
  hireDate: '2019-05-06',
  contractStartsOn,
  tutor: null,
});
const entry = (route: string, startsOn: string, more: Record<string, unknown> = {}) => ({
  cohortId: cohort.id,
  route,
  startsOn,
  ...more,
});
const avenant = { employments: [employment('2025-12-15')] };

/** What the form tells of the period before it is saved. */
async function previewed(fields: Record<string, unknown>) {
  const { person: _, ...body } = enrolment(fields);
  const { body: told } = await app.call('POST /enrolments/preview', { body }, coordinator);
  return told.findings.filter((one) => one.rule === rule).map(({ severity }) => severity);
}
const saveAs = async (enrolmentId: string, fields: Record<string, unknown>, revision = 1) => {
  const { cohortId: _, person: __, ...body } = enrolment(fields);
  return app.call(
    'PUT /enrolments/:enrolmentId',
    { params: { enrolmentId }, body: { ...body, revision } },
    coordinator,
  );
};

describe('Pro-A until 31/12/2025, période de reconversion since 01/02/2026 (DOMAIN 7, W22–W25)', () => {
  it.each([
    ['pro_a', '2025-12-31', true],
    ['pro_a', '2026-01-01', false],
    ['reconversion_period', '2026-01-31', false],
    ['reconversion_period', '2026-02-01', true],
  ])('%s entered on %s: told in the form, and as much on enrolling', async (route, day, isOpen) => {
    expect(await previewed(entry(route, day))).toEqual(isOpen ? [] : ['error']);
    const answer = await enrol(entry(route, day));
    expect(answer.status).toBe(isOpen ? 200 : 422);
    if (!isOpen) expect(pointersOf(answer)).toEqual(['/route']);
  });

  it('a Pro-A runs on when its avenant is of before 2026, and the hiring is none', async () => {
    const { hireDate, employerName } = employment(null);
    const contracts = [{ hireDate, employerName, contractKind: null, endsOn: null }];
    const [hired] = contracts.map((one) => ({ ...one, contractStartsOn: null }));
    const [amended] = contracts.map((one) => ({ ...one, contractStartsOn: '2025-12-15' }));
    const late = entry('pro_a', '2026-03-02');
    expect(await previewed({ ...late, contracts: [hired] })).toEqual(['error']);
    expect(await previewed({ ...late, contracts: [amended] })).toEqual([]);
    expect((await enrol({ ...late, employments: [employment(null)] })).status).toBe(422);
    expect((await enrol({ ...late, ...avenant })).status).toBe(200);
  });

  it('the contract that the centre keeps of a known person counts', async () => {
    const first = await enrol({ route: 'continuing_training', ...avenant });
    const { personId } = first.body;
    const late = entry('pro_a', '2026-03-02', { person: { kind: 'known', personId } });
    expect(await previewed({ ...late, personId })).toEqual([]);
    expect((await enrol(late)).status).toBe(200);
  });

  it('a change of route is judged by the contracts of the file', async () => {
    const day = '2026-03-02';
    const plain = await enrol(entry('continuing_training', day));
    const refused = await saveAs(plain.body.id, entry('pro_a', day));
    expect(refused.status).toBe(422);
    expect(pointersOf(refused)).toEqual(['/route']);
    const amended = await enrol(entry('continuing_training', day, avenant));
    expect((await saveAs(amended.body.id, entry('pro_a', day))).body.route).toBe('pro_a');
  });

  it('what is kept out of its period is told on its file, and the rest of it may change', async () => {
    const { body } = await enrol(entry('continuing_training', '2026-03-02'));
    const where = { id: body.id };
    await app.db.system.enrolment.updateMany({ where, data: { route: 'pro_a' } });
    expect((await read(body.id)).findings).toContainEqual(
      expect.objectContaining({ rule, severity: 'warning', source: 'DOMAIN 7, W22–W25' }),
    );
    const kept = entry('pro_a', '2026-03-02', { funder: 'region' });
    expect((await saveAs(body.id, kept)).body.funder).toBe('region');
    const moved = await saveAs(body.id, { ...kept, startsOn: '2026-04-06' }, 2);
    expect(pointersOf(moved)).toEqual(['/route']);
  });

  it('a file of learners is refused the same at its column, and takes the avenant', async () => {
    const headers = ['Nom', 'Prénom', 'Mail', 'Voie d’accès', 'Date d’entrée'];
    const contract = ['Employeur', 'Date d’embauche', 'Début du contrat'];
    const line = ['Roussel', 'Inès', 'ines.roussel@exemple.fr', 'Pro-A', '02/03/2026'];
    const preview = async (rows: string[][], columns: string[]) =>
      (
        await app.call(
          'POST /cohorts/:cohortId/learner-imports/preview',
          { params: { cohortId: cohort.id }, body: fileOf(csv(rows, columns)) },
          coordinator,
        )
      ).body;
    const refused = await preview([line], headers);
    expect(refused.rows[0]).toMatchObject({
      outcome: 'error',
      problems: [{ column: 'Voie d’accès', message: expect.stringContaining('a pris fin') }],
    });
    const amended = [...line, 'Cabinet Ferrand', '06/05/2019', '15/12/2025'];
    const taken = await preview([amended], [...headers, ...contract]);
    expect(taken.rows[0]).toMatchObject({ outcome: 'new', problems: [] });
  });
});
