import { expect, it } from '@jest/globals';
import { app, as, openCalendars, planCohort } from '../support/calendars.ts';
import { only } from '../support/jury-office.ts';

openCalendars();

const isWeek = ({ rule }: { rule: string }) => rule === 'employment.working-days';

it('Q17: half-days on which the employer expects a half-time assistant are told at the entry and on the file, and refuse nothing', async () => {
  const { cohort } = await planCohort('Mi-temps');
  app.clock.set('2026-08-03T09:00:00+02:00');
  const slots = await app.db.system.slot.findMany({
    where: { cohortId: cohort.id, cancelledAt: null },
    orderBy: { heldOn: 'asc' },
  });
  const first = only(slots);
  const weekday = first.heldOn.getUTCDay();
  const half = first.halfDay === 'morning' ? 'workedMornings' : 'workedAfternoons';
  const clashes = slots.filter(
    ({ heldOn, halfDay }) => heldOn.getUTCDay() === weekday && halfDay === first.halfDay,
  );
  const employment = {
    employerName: 'Cabinet du Dr Ferrand',
    employerKind: 'practice',
    hireDate: '2026-01-05',
    [half]: [weekday],
  };
  const entry = {
    cohortId: cohort.id,
    profile: 'school_leaver',
    diplomaLevel: 4,
    experienceYears: 2,
    route: 'continuing_training',
    funder: 'opco_ep',
    startsOn: first.heldOn.toISOString().slice(0, 10),
  };
  const { employerKind: _, ...contract } = employment;
  const preview = await as()('POST /enrolments/preview', {
    body: {
      ...entry,
      contracts: [{ contractKind: null, contractStartsOn: null, endsOn: null, ...contract }],
    },
  });
  const [told] = preview.body.findings.filter(isWeek);
  expect(told?.message).toContain(`${clashes.length} demi-journées de formation tombent alors`);

  const person = {
    kind: 'new',
    givenName: 'Mi',
    birthName: 'Temps',
    birthDate: '1994-03-08',
    email: 'mi-temps@exemple.fr',
  };
  const made = await as()('POST /enrolments', {
    body: { ...entry, person, employments: [employment] },
  });
  expect(made.status).toBe(200);
  const read = () =>
    as()('GET /enrolments/:enrolmentId', { params: { enrolmentId: made.body.id } });
  const { body: file } = await read();
  expect(file.employments[0]).toMatchObject({ [half]: [weekday] });
  expect(file.findings.filter(isWeek)).toMatchObject([{ message: told?.message }]);

  const saved = await as()('PUT /employments/:employmentId', {
    params: { employmentId: file.employments[0]?.id ?? '' },
    body: { ...employment, [half]: [], revision: 1 },
  });
  expect(saved.status).toBe(200);
  expect((await read()).body.findings.filter(isWeek)).toEqual([]);
});

it('a weekday twice, a Sunday or a word is refused at its field', async () => {
  const { cohort } = await planCohort('Jours');
  for (const workedMornings of [[1, 1], [7], ['lundi']]) {
    const contract = {
      employerName: 'Cabinet',
      hireDate: '2026-01-05',
      contractKind: null,
      contractStartsOn: null,
      endsOn: null,
      workedMornings,
    };
    const refused = await as()('POST /enrolments/preview', {
      body: {
        cohortId: cohort.id,
        profile: 'school_leaver',
        diplomaLevel: 4,
        experienceYears: 2,
        route: 'continuing_training',
        funder: 'opco_ep',
        startsOn: '2027-01-04',
        contracts: [contract],
      },
    });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(refused.body)).toContain('/contracts/0/workedMornings');
  }
});
