import type { Answer, Problem } from '@jalon/contract';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import writeExcel from 'write-excel-file/node';
import { addPlannedCohort, type PlannedCohort } from '../support/planned-cohort.ts';
import { type Centre, type Member, startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let centre: Centre;
let coordinator: Member;
let framework: Awaited<ReturnType<Centre['addFramework']>>;

beforeAll(async () => {
  app = await startTestApp();
  centre = await app.addCentre('Le Mans');
  coordinator = await centre.addMember('coordinator');
  framework = await centre.addFramework();
});
afterAll(() => app.close());

/** 120 MB of zeros in some kilobytes, announced as one byte in both of the archive's lists. */
function zipBomb(): Buffer {
  const bytes = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(120 * 1024 * 1024) }));
  const central = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
  bytes.writeUInt32LE(1, 22);
  bytes.writeUInt32LE(1, central + 24);
  return bytes;
}

const addCohort = () => addPlannedCohort(app.db, centre, framework, { capacity: 2_000 });
const defaults = { profile: 'school_leaver', route: 'continuing_training', funder: 'opco_ep' };
const fileOf = (content: string | Buffer, more: Record<string, unknown> = {}) => ({
  fileName: 'apprenants.csv',
  contentBase64: Buffer.from(content).toString('base64'),
  defaults,
  ...more,
});
const preview = (cohort: PlannedCohort, body: Record<string, unknown>, caller = coordinator) =>
  app.call(
    'POST /cohorts/:cohortId/learner-imports/preview',
    { params: { cohortId: cohort.id }, body },
    caller,
  );
const importFile = (
  cohort: PlannedCohort,
  body: Record<string, unknown>,
  mode = 'all_or_nothing',
) =>
  app.call(
    'POST /cohorts/:cohortId/learner-imports',
    { params: { cohortId: cohort.id }, body: { ...body, mode } },
    coordinator,
  );
const countLearners = (cohort: PlannedCohort) =>
  app.db.system.enrolment.count({ where: { cohortId: cohort.id } });
const countAudit = () => app.db.system.auditEvent.count({ where: { centreId: centre.id } });
const problemsOf = ({ rows }: Answer<'POST /cohorts/:cohortId/learner-imports/preview'>) =>
  rows.flatMap(({ line, problems }) => problems.map(({ column, value }) => [line, column, value]));
const detailOf = (answer: { readonly problem: Problem }) => answer.problem.detail;

let counter = 0;
/** Lines of people whom nobody knows yet. */
const people = (count: number) =>
  Array.from({ length: count }, () => {
    counter += 1;
    return [`Nom${counter}`, `Prénom${counter}`, `p${counter}@exemple.fr`, '08/03/1994'];
  });
const csv = (rows: readonly (readonly string[])[], headers = ['Nom', 'Prénom', 'Mail', 'Né le']) =>
  [headers, ...rows].map((cells) => cells.join(';')).join('\r\n');

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
      importId: null,
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
    expect(report.body.rows).toEqual(body.rows);
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
      '2 lignes : À vérifier : Il faut 1 an d’expérience comme secrétaire médicale : demandez les bulletins de paye.',
    ]);
  });
});

describe('columns', () => {
  it('an unknown one is said and left out', async () => {
    const rows = people(1).map((row) => [...row, 'bleu']);
    const file = fileOf(csv(rows, ['Nom', 'Prénom', 'Mail', 'Né le', 'Couleur préférée']));
    const { body } = await preview(await addCohort(), file);
    expect(body.unknownColumns).toEqual(['Couleur préférée']);
    expect(body.counts.new).toBe(1);
  });

  it('can be mapped by hand; without the names nothing is read', async () => {
    const file = fileOf(csv(people(1), ['A', 'B', 'C', 'D']));
    const cohort = await addCohort();
    const blind = await preview(cohort, file);
    expect(blind.body).toMatchObject({ rows: [], unknownColumns: ['A', 'B', 'C', 'D'] });
    expect(blind.body.mappingProblems).toHaveLength(2);
    expect((await importFile(cohort, file)).status).toBe(422);
    const mapping = ['birthName', 'givenName', 'email', null];
    const { body } = await preview(cohort, { ...file, mapping });
    expect(body.counts.new).toBe(1);
  });
});

describe('files as people have them', () => {
  const given = 'Éléonore';
  const content = (sign: string) =>
    `Nom${sign}Prénom${sign}Mail\nLefèvre${sign}${given}${sign}el@exemple.fr\n`;
  const nameIn = async (body: Record<string, unknown>) =>
    (await preview(await addCohort(), body)).body.rows[0]?.name;

  it.each([';', ',', '\t'])('parted by « %s »', async (sign) => {
    expect(await nameIn(fileOf(content(sign)))).toBe('Lefèvre Éléonore');
  });

  it('in UTF-8 with its mark, and in Windows-1252', async () => {
    expect(await nameIn(fileOf(`\uFEFF${content(';')}`))).toBe('Lefèvre Éléonore');
    expect(await nameIn(fileOf(Buffer.from(content(';'), 'latin1')))).toBe('Lefèvre Éléonore');
  });

  it('as a workbook, dates and numbers included', async () => {
    const header = [
      'Nom',
      'Prénom',
      'Date de naissance',
      'Téléphone',
      'SIRET',
      'Employeur',
      'Embauche',
    ];
    const birth = new Date(Date.UTC(1994, 2, 8));
    const hired = new Date(Date.UTC(2026, 8, 1));
    const bytes = await writeExcel([
      header.map((value) => ({ value })),
      [
        { value: 'Lefèvre' },
        { value: given },
        { value: birth, type: Date, format: 'dd/mm/yyyy' },
        { value: 612345678, type: Number },
        { value: 73282932000074, type: Number },
        { value: 'Cabinet' },
        { value: hired, type: Date, format: 'dd/mm/yyyy' },
      ],
    ]).toBuffer();
    const cohort = await addCohort();
    const file = fileOf(bytes, { fileName: 'apprenants.xlsx' });
    expect((await importFile(cohort, file)).body.counts).toMatchObject({ new: 1, error: 0 });
    const person = await app.db.system.person.findFirst({
      where: { enrolments: { some: { cohortId: cohort.id } } },
      include: { employments: true },
    });
    expect(person).toMatchObject({ phone: '0612345678', birthDate: birth });
    expect(person?.employments[0]).toMatchObject({ siret: '73282932000074', hireDate: hired });
  });
});

describe('a file that is not what its name says', () => {
  const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  it.each([
    ['an image named .csv', 'apprenants.csv', png, 's’appelle .csv mais n’en est pas un'],
    ['text named .xlsx', 'apprenants.xlsx', Buffer.from('Nom;Prénom'), 'pas un classeur Excel'],
    ['a bomb that lies about its sizes', 'a.xlsx', zipBomb(), 'trop lourd une fois ouvert'],
    ['a broken workbook', 'a.xlsx', Buffer.from('504b0304140000000800', 'hex'), 'abîmé'],
    ['an old .xls', 'a.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '.xls s’enregistre en .xlsx'],
    ['a PDF', 'a.pdf', Buffer.from('%PDF-1.7'), 'CSV ou XLSX'],
    ['bytes', 'a.csv', Buffer.from([78, 111, 109, 0, 0, 59]), 'n’en est pas un'],
    ['headers alone', 'a.csv', Buffer.from('Nom;Prénom\n'), 'une ligne de titres'],
    ['nothing but blank lines', 'a.csv', Buffer.from('\n\n;;\n'), 'est vide'],
    ['an unclosed quote', 'a.csv', Buffer.from('Nom;Prénom\n"Lefèvre;X\n'), 'guillemet'],
  ])('%s', async (_, fileName, bytes, sentence) => {
    const answer = await preview(await addCohort(), fileOf(bytes, { fileName }));
    expect(answer.problem.code).toBe('file_unreadable');
    expect(detailOf(answer)).toContain(sentence);
  });

  it('more than 5 MB', async () => {
    const answer = await preview(await addCohort(), fileOf(Buffer.alloc(5 * 1024 * 1024 + 9, 65)));
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(detailOf(answer)).toContain('5 Mo');
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
