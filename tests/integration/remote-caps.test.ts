import { expect, it } from '@jest/globals';
import { app, as, centre, change, openCalendars, planCohort } from '../support/calendars.ts';
import { enrolLearner } from '../support/cohort-builder.ts';
import { formOf } from '../support/slot-form.ts';

openCalendars();

it('W45, Q15: a virtual class of 26 and a training all at a distance over 14 h are told, then confirmed', async () => {
  const { cohort, first } = await planCohort('À distance');
  const enrol = (number: number) =>
    enrolLearner(app, centre, cohort.id, { givenName: 'Élève', birthName: `N${number}` });
  for (let number = 1; number <= 25; number += 1) await enrol(number);
  const check = async () =>
    (
      await as()('POST /cohorts/:cohortId/slot-check', {
        params: { cohortId: cohort.id },
        body: { ...formOf(first, { mode: 'remote' }), slotId: first.id },
      })
    ).body.map(({ rule }) => rule);
  expect(await check()).toEqual([]);
  await enrol(26);
  expect(await check()).toEqual(['slot.remote-at-most-25']);

  await app.db.system.slot.updateMany({
    where: { cohortId: cohort.id, id: { not: first.id } },
    data: { mode: 'remote', roomId: null },
  });
  const rules = ['slot.remote-at-most-25', 'slot.all-remote-at-most-14h'];
  expect(await check()).toEqual(rules);

  expect((await change(first, { mode: 'remote' })).status).toBe(422);
  const confirmed = await change(first, { mode: 'remote', acceptedWarnings: rules });
  expect(confirmed).toMatchObject({ status: 200, body: { mode: 'remote' } });
  expect(await check()).toEqual([]);
});

it('W45, Q15: the 26th of a virtual class is told at the entry, and then on the page of the cohort', async () => {
  const { cohort, first } = await planCohort('Classe virtuelle');
  for (let number = 1; number <= 25; number += 1)
    await enrolLearner(app, centre, cohort.id, { givenName: 'Autre', birthName: `N${number}` });
  await app.db.system.slot.updateMany({ where: { id: first.id }, data: { mode: 'remote' } });
  const entry = {
    cohortId: cohort.id,
    profile: 'school_leaver',
    diplomaLevel: 4,
    experienceYears: 2,
    route: 'continuing_training',
    funder: 'opco_ep',
    startsOn: '2027-01-04',
  };
  const isRemote = ({ rule }: { rule: string }) => rule === 'slot.remote-at-most-25';
  const warned = async () =>
    (
      await as()('GET /cohorts/:cohortId', { params: { cohortId: cohort.id } })
    ).body.warnings.filter(isRemote);
  expect(await warned()).toEqual([]);

  const preview = await as()('POST /enrolments/preview', { body: entry });
  const [told] = preview.body.findings.filter(isRemote);
  expect(told).toMatchObject({ severity: 'warning', path: '/cohortId' });
  expect(told?.message).toMatch(/^Classe virtuelle de 26 apprenants pour « .+ » : l’OPCO EP/);

  const person = {
    kind: 'new',
    givenName: 'Vingt',
    birthName: 'Sixième',
    birthDate: '1994-03-08',
    email: 'sixieme@exemple.fr',
  };
  const made = await as()('POST /enrolments', { body: { ...entry, person } });
  expect(made.status).toBe(200);
  expect(made.body.warnings.filter(isRemote)).toHaveLength(1);
  expect(await warned()).toMatchObject([{ message: told?.message, path: '' }]);
});
