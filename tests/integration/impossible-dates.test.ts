import { describe, expect, it } from '@jest/globals';
import {
  addCohort,
  app,
  centre,
  coordinator,
  csv,
  fileOf,
  importFile,
  openImportDesk,
  people,
  preview,
  problemsOf,
} from '../support/import-desk.ts';
import { addTutoredLearner } from '../support/tutored-learner.ts';

openImportDesk();

const headers = ['Nom', 'Prénom', 'Mail', 'Né le', 'Employeur', 'Embauche', 'Contrat CPAM'];
const oneLine = (hireDate: string, cpam: string) =>
  fileOf(
    csv(
      people(1).map((row) => [...row, 'Cabinet Ferrand', hireDate, cpam]),
      [...headers],
    ),
    {
      mapping: [
        'birthName',
        'givenName',
        'email',
        'birthDate',
        'employerName',
        'hireDate',
        'cpamContractSignedOn',
      ],
    },
  );

const employ = (personId: string, more: Record<string, unknown>) =>
  app.call(
    'POST /people/:personId/employments',
    {
      params: { personId },
      body: {
        employerName: 'Cabinet Ferrand',
        employerKind: 'practice',
        hireDate: '2026-03-02',
        ...more,
      },
    },
    coordinator,
  );

describe('bad dates are refused', () => {
  it.each([
    ['01/05/0202', '01/04/2026', 'Embauche', '01/05/0202'],
    ['02/03/2026', '05/05/9999', 'Contrat CPAM', '05/05/9999'],
    ['01/05/2199', '01/04/2026', 'Embauche', '01/05/2199'],
  ])('in a file, at their cell: %s, %s', async (hireDate, cpam, column, value) => {
    const cohort = await addCohort();
    const { body } = await preview(cohort, oneLine(hireDate, cpam));
    expect(problemsOf(body)).toEqual([[2, column, value]]);
    const imported = await importFile(cohort, oneLine(hireDate, cpam));
    expect(imported.body.outcome).toBe('refused');
  });

  it('in the form of an employer, at their field', async () => {
    const learner = await addTutoredLearner(app.db, centre, (await addCohort()).id, {
      tutorId: null,
    });
    const pointersOf = async (more: Record<string, unknown>) =>
      (await employ(learner.personId, more)).problem.errors?.map(({ pointer }) => pointer);
    expect(await pointersOf({ hireDate: '2199-01-01' })).toEqual(['/hireDate']);
    expect(await pointersOf({ dutyStartOn: '2126-03-02' })).toEqual(['/dutyStartOn']);
    expect(await pointersOf({ cpamContractSignedOn: '2007-04-01' })).toEqual([
      '/cpamContractSignedOn',
    ]);
  });

  it('of a suspension, which lasts no longer than a clock runs', async () => {
    const { employmentId } = await addTutoredLearner(app.db, centre, (await addCohort()).id, {
      tutorId: null,
    });
    const { status, problem } = await app.call(
      'POST /employments/:employmentId/suspensions',
      {
        params: { employmentId },
        body: { fromOn: '1990-01-01', toOn: '2199-12-31', motive: 'Arrêt de travail' },
      },
      coordinator,
    );
    expect([status, problem.detail]).toEqual([
      422,
      'Une suspension dure trois ans au plus : vérifiez l’année, ou notez-en une seconde.',
    ]);
  });
});

describe('a page that holds an old one still opens', () => {
  it.each([
    ['0202-05-01', null],
    ['2199-01-01', null],
    ['2026-03-02', '9999-05-05'],
  ])(
    'hired on %s, contract with the CPAM of %s, suspended for two centuries',
    async (hired, cpam) => {
      const { body: account } = await app.call('GET /cohorts', { query: {} }, coordinator);
      expect(account.total).toBeGreaterThan(0);
      const cohort = await addCohort();
      const learner = await addTutoredLearner(app.db, centre, cohort.id, {
        tutorId: null,
        hireDate: hired,
        cpamContractSignedOn: cpam,
      });
      const { enrolmentId, employmentId } = learner;
      const suspension = await app.db.system.deadlineSuspension.create({
        data: {
          centreId: centre.id,
          employmentId,
          fromOn: new Date('1990-01-01'),
          toOn: new Date('2199-12-31'),
          motive: 'Arrêt de travail',
          createdByUserId: coordinator.userId,
          createdAt: new Date('2026-11-02T08:00:00Z'),
        },
      });
      const opened = [
        await app.call('GET /enrolments/:enrolmentId', { params: { enrolmentId } }, coordinator),
        await app.call('GET /enrolments', { query: {} }, coordinator),
        await app.call(
          'GET /enrolments/:enrolmentId/deadlines',
          { params: { enrolmentId } },
          coordinator,
        ),
        await app.call(
          'GET /enrolments/:enrolmentId/timeline',
          { params: { enrolmentId } },
          coordinator,
        ),
        await app.call('GET /deadlines', { query: {} }, coordinator),
        await app.call('GET /home', {}, coordinator),
        await app.call('GET /reminders', { query: {} }, coordinator),
        await app.call(
          'POST /suspensions/:suspensionId/removal',
          { params: { suspensionId: suspension.id }, body: { motive: 'Erreur d’année' } },
          coordinator,
        ),
      ];
      expect(opened.map(({ status }) => status)).toEqual(opened.map(() => 200));
    },
  );

  it('and says to the office which date cannot be', async () => {
    const { enrolmentId, personId } = await addTutoredLearner(
      app.db,
      centre,
      (await addCohort()).id,
      { tutorId: null, hireDate: '0202-05-01' },
    );
    const toldOf = async () => {
      const params = { enrolmentId };
      const { body } = await app.call('GET /enrolments/:enrolmentId', { params }, coordinator);
      return body.findings.map(({ severity, rule }) => [severity, rule]);
    };
    expect(await toldOf()).toContainEqual(['warning', 'employment.year-believed']);
    await app.db.system.person.updateMany({
      where: { id: personId },
      data: { birthDate: new Date('2015-03-08') },
    });
    expect(await toldOf()).toContainEqual(['warning', 'person.old-enough']);
  });
});
