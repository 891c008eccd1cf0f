import { describe, expect, it } from '@jest/globals';
import {
  addCohort,
  app,
  centre,
  coordinator,
  csv,
  defaults,
  fileOf,
  importFile,
  openImportDesk,
  people,
  preview,
} from '../support/import-desk.ts';
import type { PlannedCohort } from '../support/planned-cohort.ts';

openImportDesk();

/** Enrols somebody by a file. */
async function enrolOne(cohort: PlannedCohort) {
  const [row = []] = people(1);
  await importFile(cohort, fileOf(csv([row])));
  const enrolment = await app.db.system.enrolment.findFirstOrThrow({
    where: { cohortId: cohort.id, person: { email: row[2] ?? '' } },
  });
  return { row, enrolment };
}
/** The file of that person with one more column. */
const withColumn = (row: readonly string[], header: string, cell: string) =>
  fileOf(csv([[...row, cell]], ['Nom', 'Prénom', 'Mail', 'Né le', header]));

describe('a file changes nothing of a course that its form would refuse (DOMAIN 12)', () => {
  it('neither the route nor the entry of a completed or abandoned one', async () => {
    const cohort = await addCohort();
    for (const state of ['completed', 'withdrawn'] as const) {
      const { row, enrolment } = await enrolOne(cohort);
      await app.db.system.enrolment.updateMany({ where: { id: enrolment.id }, data: { state } });
      for (const [header, cell] of [
        ['Voie d’accès', 'VAE'],
        ['Date d’entrée', '01/02/2027'],
      ] as const) {
        const { body } = await importFile(cohort, withColumn(row, header, cell));
        expect(body).toMatchObject({ outcome: 'refused', rows: [{ outcome: 'error' }] });
        expect(body.rows[0]?.problems[0]?.column).toBe(header);
      }
      const where = { enrolmentId: enrolment.id };
      expect(await app.db.system.pathRun.count({ where })).toBe(cohort.runs.length);
    }
  });

  it('not an entry to a day after what was recorded', async () => {
    const cohort = await addCohort();
    const { row, enrolment } = await enrolOne(cohort);
    await app.db.system.assessmentResult.create({
      data: {
        centreId: centre.id,
        enrolmentId: enrolment.id,
        blockCode: 'B1',
        assessmentCode: 'B1-E1',
        heldOn: new Date('2027-01-11'),
        marks: {},
        assessorName: 'S. Petit',
        recordedByUserId: 'test',
      },
    });
    const { body } = await importFile(cohort, withColumn(row, 'Date d’entrée', '01/02/2027'));
    expect(body.rows[0]?.problems[0]?.message).toContain('Une épreuve est notée le 11 janvier');
    const earlier = await importFile(cohort, withColumn(row, 'Date d’entrée', '05/01/2027'));
    expect(earlier.body.outcome).toBe('imported');
  });

  it('a path that a VAE loses is said before, and noted when it goes', async () => {
    const cohort = await addCohort();
    const { row, enrolment } = await enrolOne(cohort);
    const file = withColumn(row, 'Voie d’accès', 'VAE');
    expect((await preview(cohort, file)).body.warnings.join(' ')).toContain(
      `le parcours est effacé (${cohort.runs.length} modules et évaluations)`,
    );
    await importFile(cohort, file);
    const trace = await app.db.system.auditEvent.findFirst({
      where: { action: 'enrolment.path-changed', subjectId: enrolment.id },
    });
    expect(trace?.data).toMatchObject({ added: [], removed: expect.any(Array) });
  });

  it('a VAE that becomes a training is proposed the path of its cohort again', async () => {
    const cohort = await addCohort();
    const { row, enrolment } = await enrolOne(cohort);
    await importFile(cohort, withColumn(row, 'Voie d’accès', 'VAE'));
    const where = { enrolmentId: enrolment.id };
    expect(await app.db.system.pathRun.count({ where })).toBe(0);
    await importFile(cohort, withColumn(row, 'Voie d’accès', 'Formation continue salariée'));
    expect(await app.db.system.pathRun.count({ where })).toBe(cohort.runs.length);
  });
});

describe('a contract that has ended stays as it was (DOMAIN 6)', () => {
  it('a later hiring by the same employer is another contract', async () => {
    const cohort = await addCohort();
    const [row = []] = people(1);
    const at = (hireDate: string) =>
      fileOf(
        csv(
          [[...row, 'Cabinet Ferrand', hireDate]],
          ['Nom', 'Prénom', 'Mail', 'Né le', 'Employeur', 'Date d’embauche'],
        ),
      );
    await importFile(cohort, at('01/06/2026'));
    const where = { person: { email: row[2] ?? '' } };
    const endsOn = new Date('2026-10-01');
    await app.db.system.employment.updateMany({ where, data: { endsOn } });
    const { body } = await importFile(cohort, at('02/11/2026'));
    expect(body.rows[0]?.additions[0]).toContain('Nouveau contrat chez Cabinet Ferrand');
    const kept = await app.db.system.employment.findMany({ where, orderBy: { hireDate: 'asc' } });
    const days = kept.map((one) => [one.hireDate, one.endsOn]);
    expect(days).toEqual([
      [new Date('2026-06-01'), endsOn],
      [new Date('2026-11-02'), null],
    ]);
    expect((await importFile(cohort, at('02/11/2026'))).body.outcome).toBe('nothing_to_do');
  });
});

it('the day on which a tutor volunteered is written, follows another tutor, and a blank erases nothing (W27)', async () => {
  const cohort = await addCohort();
  const [row = []] = people(1);
  const headers = ['Nom', 'Prénom', 'Mail', 'Né le', 'Employeur', 'Date d’embauche'];
  const tutorHeaders = ['Nom du tuteur', 'Prénom du tuteur', 'Mail du tuteur'];
  const file = (tutor: readonly string[], day: string) =>
    fileOf(
      csv(
        [[...row, 'Cabinet Volonté', '01/09/2026', ...tutor, day]],
        [...headers, ...tutorHeaders, 'Tuteur volontaire, confirmé le'],
      ),
    );
  const inPost = async () => {
    const turn = await app.db.system.tutorTurn.findFirstOrThrow({
      where: { untilOn: null, employment: { employerName: 'Cabinet Volonté' } },
      include: { tutor: true },
    });
    return [turn.tutor.birthName, turn.volunteeredOn?.toISOString().slice(0, 10) ?? null];
  };
  const roux = ['Roux', 'Anne', 'anne.roux@exemple.fr'];
  const vidal = ['Vidal', 'Marc', 'marc.vidal@exemple.fr'];
  await importFile(cohort, file(roux, ''));
  expect(await inPost()).toEqual(['Roux', null]);
  const noted = await importFile(cohort, file(roux, '03/11/2026'));
  expect(noted.body.rows[0]?.changes).toEqual([
    { label: 'Tuteur volontaire, confirmé le', from: '—', to: '03/11/2026' },
  ]);
  expect(await inPost()).toEqual(['Roux', '2026-11-03']);
  for (const day of ['03/11/2026', ''])
    expect((await importFile(cohort, file(roux, day))).body.outcome).toBe('nothing_to_do');
  const toCome = await importFile(cohort, file(roux, '24/11/2026'));
  expect(toCome.body.rows[0]?.problems[0]).toMatchObject({
    column: 'Tuteur volontaire, confirmé le',
    message: 'Ce jour n’est pas encore venu.',
  });
  await importFile(cohort, file(vidal, '03/11/2026'));
  expect(await inPost()).toEqual(['Vidal', '2026-11-03']);
  const nobody = await importFile(cohort, file(['', '', ''], '03/11/2026'));
  expect(nobody.body.outcome).toBe('nothing_to_do');
});

it('the contract of a file is written, and a blank cell leaves what is known (S2:L167)', async () => {
  const cohort = await addCohort();
  const [row = []] = people(1);
  const where = { person: { email: row[2] ?? '' } };
  const send = (...contract: string[]) =>
    importFile(
      cohort,
      fileOf(
        csv(
          [[...row, 'Cabinet Ferrand', '01/06/2026', ...contract]],
          [
            ...['Nom', 'Prénom', 'Mail', 'Né le', 'Employeur', 'Date d’embauche'],
            ...['Nature du contrat', 'Début du contrat', 'Fin du contrat'],
          ],
        ),
      ),
    );
  await send('CDD', '15/06/2026', '14/12/2026');
  const kept = { contractStartsOn: new Date('2026-06-15') };
  expect(await app.db.system.employment.findMany({ where })).toMatchObject([
    { ...kept, contractKind: 'fixed_term', endsOn: new Date('2026-12-14') },
  ]);
  await send('Contrat pro CDD', '', '14/06/2027');
  expect(await app.db.system.employment.findMany({ where })).toMatchObject([
    { ...kept, contractKind: 'professional_fixed_term', endsOn: new Date('2027-06-14') },
  ]);
});

describe('a file into a cohort that has begun (W3, DOMAIN 12)', () => {
  it('asks for the day of entry, and says the half-days held since a past one', async () => {
    const cohort = await addCohort({ startsOn: '2026-11-02' });
    const rows = people(1);
    const { body } = await preview(cohort, fileOf(csv(rows)));
    expect(body.rows[0]?.problems[0]?.message).toContain('Indiquez la date d’entrée');
    const dated = { defaults: { ...defaults, startsOn: '2026-11-09' } };
    const answer = await preview(cohort, fileOf(csv(rows), dated));
    expect(answer.body.counts).toMatchObject({ new: 1, error: 0 });
    expect(answer.body.warnings.join(' ')).toContain('depuis l’entrée du 9 novembre 2026');
  });

  it('nobody enters a completed cohort, by a file nor by the form', async () => {
    const cohort = await addCohort();
    const { id } = cohort;
    await app.db.system.cohort.updateMany({ where: { id }, data: { state: 'completed' } });
    const { body } = await importFile(cohort, fileOf(csv(people(1))));
    expect(body.rows[0]?.problems[0]?.message).toContain('n’accueille plus personne');
    const person = {
      kind: 'new',
      givenName: 'Zoé',
      birthName: 'Tardif',
      birthDate: '1994-03-08',
      email: 'zt@exemple.fr',
    };
    const entry = { ...defaults, cohortId: id, person, startsOn: '2027-01-04' };
    const more = { diplomaLevel: 4, experienceYears: 0 };
    const refused = await app.call(
      'POST /enrolments',
      { body: { ...entry, ...more } },
      coordinator,
    );
    expect([refused.status, refused.problem.errors?.[0]?.pointer]).toEqual([422, '/startsOn']);
  });
});

describe('a file whose name columns are exchanged (DOMAIN 12)', () => {
  it('says so and rewrites the name of nobody', async () => {
    const cohort = await addCohort();
    const { row, enrolment } = await enrolOne(cohort);
    const [birthName = '', givenName = '', email = '', birthDate = ''] = row;
    const file = fileOf(csv([[givenName, birthName, email, birthDate]]));
    const { body } = await preview(cohort, file);
    expect(body.counts).toMatchObject({ unchanged: 1, changed: 0, error: 0 });
    expect(body.warnings).toEqual([
      'Ligne 2 : Nom et prénom sont échangés par rapport à la personne déjà connue du centre : ses noms restent comme ils sont. Si c’est sa fiche qui se trompe, corrigez-les là.',
    ]);
    expect((await importFile(cohort, file)).body.outcome).toBe('nothing_to_do');
    const withPhone = fileOf(
      csv(
        [[givenName, birthName, email, birthDate, '06 12 34 56 78']],
        ['Nom', 'Prénom', 'Mail', 'Né le', 'Téléphone'],
      ),
    );
    expect((await importFile(cohort, withPhone)).body.outcome).toBe('imported');
    const kept = await app.db.system.person.findFirstOrThrow({ where: { id: enrolment.personId } });
    expect(kept).toMatchObject({ birthName, givenName });
    expect(kept.phone).not.toBeNull();
  });
});

describe('a person is recognised by a usage name too (DOMAIN 12)', () => {
  it('whoever may be known under it is asked about, and nobody is doubled', async () => {
    const cohort = await addCohort();
    const { row, enrolment } = await enrolOne(cohort);
    await app.db.system.person.updateMany({
      where: { id: enrolment.personId },
      data: { usageName: 'Vauquelin' },
    });
    const [, givenName = '', , birthDate = ''] = row;
    const before = await app.db.system.person.count();
    const married = [['Vauquelin', givenName, 'autre@exemple.test', birthDate]];
    const { body } = await importFile(cohort, fileOf(csv(married)));
    expect(body.rows[0]?.problems[0]?.message).toMatch(/nom de naissance ou d’usage/);
    expect(await app.db.system.person.count()).toBe(before);
  });
});

describe('somebody known with another birth date', () => {
  it('is asked about, and corrected only when a person says that the file is right', async () => {
    const cohort = await addCohort();
    const { row, enrolment } = await enrolOne(cohort);
    const [name = '', givenName = '', email = ''] = row;
    const file = fileOf(csv([[name, givenName, email, '03/08/1994']]));
    const { body } = await preview(cohort, file);
    expect(body.birthDateQuestions).toMatchObject([{ line: 2, email, inFile: '1994-08-03' }]);
    expect(body.rows[0]?.problems).toMatchObject([
      { column: 'Né le', message: expect.stringContaining('Laquelle est juste ?') },
    ]);
    const birthDate = async () => {
      const where = { id: enrolment.personId };
      return (await app.db.system.person.findFirstOrThrow({ where })).birthDate;
    };
    const before = await birthDate();
    await importFile(cohort, { ...file, birthDates: [{ email, right: 'known' }] });
    expect(await birthDate()).toEqual(before);
    const { body: done } = await importFile(cohort, {
      ...file,
      birthDates: [{ email, right: 'file' }],
    });
    expect(done.rows[0]?.changes).toMatchObject([{ to: '03/08/1994' }]);
    expect(await birthDate()).toEqual(new Date('1994-08-03'));
  });
});
