import { describe, expect, it } from '@jest/globals';
import {
  addCohort,
  app,
  centre,
  coordinator,
  countAudit,
  countLearners,
  csv,
  defaults,
  fileOf,
  importFile,
  openImportDesk,
  people,
  preview,
  problemsOf,
} from '../support/import-desk.ts';
import { addPlannedCohort } from '../support/planned-cohort.ts';

openImportDesk();

describe('a file of learners, previewed then imported', () => {
  it('shows what it would do, and writes nothing', async () => {
    const cohort = await addCohort();
    const { body } = await preview(cohort, fileOf(csv(people(3))));
    expect(body.counts).toEqual({ new: 3, changed: 0, unchanged: 0, error: 0 });
    expect(body.columns.map(({ field }) => field)).toEqual([
      'birthName',
      'givenName',
      'email',
      'birthDate',
    ]);
    expect(await countLearners(cohort)).toBe(0);
  });

  it('W45, Q15: tells before anything is written that a virtual class would pass 25', async () => {
    const cohort = await addCohort();
    await app.db.system.slot.updateMany({
      where: { moduleRunId: cohort.runs[0]?.id ?? '' },
      data: { mode: 'remote' },
    });
    const warnedOf = async (count: number) => {
      const { body } = await preview(cohort, fileOf(csv(people(count))));
      return body.warnings.filter((warning) => warning.startsWith('Classe virtuelle'));
    };
    expect(await warnedOf(25)).toEqual([]);
    expect(await warnedOf(26)).toEqual([
      `Classe virtuelle de 26 apprenants pour « ${cohort.runs[0]?.item.name} » : l’OPCO EP limite une classe virtuelle à 25 apprenants.`,
    ]);
  });

  it('makes persons, enrolments, paths and logins', async () => {
    const cohort = await addCohort();
    const rows = people(2);
    const { body } = await importFile(cohort, fileOf(csv(rows)));
    expect(body).toMatchObject({ outcome: 'imported', counts: { new: 2 } });
    const enrolments = await app.db.system.enrolment.findMany({
      where: { cohortId: cohort.id },
      include: { pathRuns: true, person: { include: { memberships: true } } },
    });
    expect(enrolments.map(({ pathRuns }) => pathRuns.length)).toEqual([
      cohort.runs.length,
      cohort.runs.length,
    ]);
    expect(enrolments.flatMap(({ person }) => person.memberships.map(({ role }) => role))).toEqual([
      'learner',
      'learner',
    ]);
  });

  it('importing the same file again changes nothing: no row, no audit', async () => {
    const cohort = await addCohort();
    const headers = ['Nom', 'Prénom', 'Mail', 'Né le', 'Employeur', 'Embauche', 'SIRET'];
    headers.push('Nom du tuteur', 'Prénom du tuteur', 'Mail du tuteur', 'Téléphone');
    const employer = ['Cabinet Ferrand', '01/09/2026', '73282932000074'];
    const tutor = ['FERRAND', 'Hélène', 'Dr.Ferrand@exemple.fr', '612345678'];
    const file = fileOf(
      csv(
        people(4).map((row) => [...row, ...employer, ...tutor]),
        headers,
      ),
    );
    expect((await importFile(cohort, file)).body.counts.new).toBe(4);
    const audit = await countAudit();
    const { body } = await importFile(cohort, file);
    expect(body).toMatchObject({
      outcome: 'nothing_to_do',
      counts: { new: 0, changed: 0, unchanged: 4, error: 0 },
    });
    expect(await countAudit()).toBe(audit);
    expect(await countLearners(cohort)).toBe(4);
    const tutors = { where: { email: 'dr.ferrand@exemple.fr' }, include: { memberships: true } };
    const [ferrand, ...others] = await app.db.system.person.findMany(tutors);
    expect([ferrand?.memberships[0]?.role, others]).toEqual(['tutor', []]);
  });

  it('shows each changed field with its value before, and changes only that', async () => {
    const cohort = await addCohort();
    const [row = []] = people(1);
    await importFile(cohort, fileOf(csv([row])));
    const [name, given, , birth] = row;
    const moved = fileOf(csv([[name ?? '', given ?? '', 'nouvelle@exemple.fr', birth ?? '']]));
    const { body } = await preview(cohort, moved);
    expect(body.rows[0]).toMatchObject({
      outcome: 'changed',
      isKnown: true,
      changes: [{ label: 'Mail', from: row[2], to: 'nouvelle@exemple.fr' }],
    });
    expect((await importFile(cohort, moved)).body.counts.changed).toBe(1);
    const person = await app.db.system.person.findFirst({
      where: { email: 'nouvelle@exemple.fr' },
      include: { memberships: { include: { user: true } } },
    });
    expect(person).toMatchObject({ birthName: name, revision: 2 });
    expect(person?.memberships.map(({ user }) => user.email)).toEqual(['nouvelle@exemple.fr']);
    expect((await importFile(cohort, moved)).body.outcome).toBe('nothing_to_do');
  });

  it('says the employer that a line adds to somebody known, before anything is written', async () => {
    const cohort = await addCohort();
    const [row = []] = people(1);
    const at = (employer: string) =>
      fileOf(
        [
          'Nom;Prénom;Mail;Date de naissance;Employeur;Date d’embauche',
          [...row, employer, '01/09/2026'].join(';'),
        ].join('\n'),
      );
    await importFile(cohort, at('Cabinet Ferrand'));
    const { body } = await preview(cohort, at('Cabinet Ferrant'));
    expect(body.rows[0]?.outcome).toBe('changed');
    expect(body.rows[0]?.additions[0]).toContain(
      'Nouvel employeur : Cabinet Ferrant, en plus de Cabinet Ferrand.',
    );
  });

  it('recognises a person of another cohort rather than doubling them', async () => {
    const [first, second] = [await addCohort(), await addCohort()];
    const rows = people(1);
    await importFile(first, fileOf(csv(rows)));
    const { body } = await importFile(second, fileOf(csv(rows)));
    expect(body.rows[0]).toMatchObject({ outcome: 'new', isKnown: true });
    expect(await app.db.system.person.count({ where: { email: rows[0]?.[2] ?? '' } })).toBe(1);
  });

  it('two imports of one file at the same moment make each learner once', async () => {
    const cohort = await addCohort();
    const file = fileOf(csv(people(5)));
    const answers = await Promise.all([importFile(cohort, file), importFile(cohort, file)]);
    expect(answers.map(({ body }) => body.outcome).toSorted()).toEqual([
      'imported',
      'nothing_to_do',
    ]);
    expect(await countLearners(cohort)).toBe(5);
  });
});

describe('lines that cannot be taken', () => {
  const faulty = () => {
    const [good = [], bad = [], worse = []] = people(3);
    return csv([good, [bad[0] ?? '', bad[1] ?? '', 'pas un mail', '31/02/1994'], worse]);
  };

  it('all or nothing: one faulty line and nothing is written, but the report is kept', async () => {
    const cohort = await addCohort();
    const { body } = await importFile(cohort, fileOf(faulty()));
    expect(body).toMatchObject({ outcome: 'refused', counts: { new: 2, error: 1 } });
    expect(await countLearners(cohort)).toBe(0);
    const { body: list } = await app.call(
      'GET /cohorts/:cohortId/learner-imports',
      { params: { cohortId: cohort.id } },
      coordinator,
    );
    expect(list).toMatchObject([{ id: body.importId, outcome: 'refused' }]);
  });

  it('each fault is said at its cell', async () => {
    const { body } = await preview(await addCohort(), fileOf(faulty()));
    expect(problemsOf(body)).toEqual([
      [3, 'Mail', 'pas un mail'],
      [3, 'Né le', '31/02/1994'],
    ]);
  });

  it('valid rows only: the others come back as a file that imports once mended', async () => {
    const cohort = await addCohort();
    const { body } = await importFile(cohort, fileOf(faulty()), 'valid_rows');
    expect(body).toMatchObject({ outcome: 'imported', counts: { new: 2, error: 1 } });
    const params = { importId: body.importId ?? '' };
    const report = await app.call('GET /learner-imports/:importId', { params }, coordinator);
    expect(report.body.report?.rows).toEqual(body.rows);
    const { bytes } = await app.call(
      'GET /learner-imports/:importId/failed-rows',
      { params },
      coordinator,
    );
    const returned = Buffer.from(bytes).toString();
    expect(returned.split('\r\n')).toHaveLength(3);
    expect(returned).toContain('Raison du refus');
    const mended = returned.replace('pas un mail', 'mail@exemple.fr').replace('31/02', '28/02');
    const again = await importFile(cohort, fileOf(mended));
    expect(again.body).toMatchObject({ outcome: 'imported', counts: { new: 1, error: 0 } });
  });

  it('the refused lines come back with international phones, and import once mended', async () => {
    const cohort = await addCohort();
    const headers = ['Nom', 'Prénom', 'Mail', 'Né le', 'Téléphone'];
    const [line = []] = people(1);
    const wrong = [...line.slice(0, 2), 'pas un mail', line[3] ?? '', '+33612345678'];
    const { body } = await importFile(cohort, fileOf(csv([wrong], headers)), 'valid_rows');
    const params = { importId: body.importId ?? '' };
    const { bytes } = await app.call(
      'GET /learner-imports/:importId/failed-rows',
      { params },
      coordinator,
    );
    // A spreadsheet would take the number for a formula: the file neutralises it.
    const returned = Buffer.from(bytes).toString();
    expect(returned).toContain("'+33612345678");
    const mended = returned.replace('pas un mail', line[2] ?? '');
    const again = await importFile(cohort, fileOf(mended));
    expect(again.body).toMatchObject({ outcome: 'imported', counts: { new: 1, error: 0 } });
    const person = await app.db.system.person.findFirst({ where: { email: line[2] ?? '' } });
    expect(person?.phone).not.toContain("'");
    expect(person?.phone?.replace(/\D/g, '')).toMatch(/612345678$/);
  });

  it('DOMAIN 7, 5.1: the preview says what to verify, with the lines, and refuses nothing', async () => {
    const cohort = await addCohort();
    const secretaries = { ...defaults, profile: 'medical_secretary_uncertified' };
    const { body } = await preview(cohort, fileOf(csv(people(2)), { defaults: secretaries }));
    expect(body.counts).toMatchObject({ new: 2, error: 0 });
    expect(body.warnings).toEqual([
      'Lignes 2 et 3 : À vérifier : Il faut 1 an d’expérience comme secrétaire médicale : demandez les bulletins de paye.',
    ]);
  });
});

describe('who imports', () => {
  it('not another centre, not a trainer', async () => {
    const cohort = await addCohort();
    const file = fileOf(csv(people(1)));
    const stranger = await (await app.addCentre()).addMember('coordinator');
    expect((await preview(cohort, file, stranger)).status).toBe(404);
    expect((await preview(cohort, file, await centre.addMember('trainer'))).status).toBe(403);
  });

  it('another centre’s learners are not recognised here', async () => {
    const rows = people(1);
    const cohort = await addCohort();
    await importFile(cohort, fileOf(csv(rows)));
    const other = await app.addCentre();
    const stranger = await other.addMember('coordinator');
    const theirs = await addPlannedCohort(app.db, other, await other.addFramework());
    const { body } = await preview(theirs, fileOf(csv(rows)), stranger);
    expect(body.rows[0]).toMatchObject({ outcome: 'new', isKnown: false });
  });
});
