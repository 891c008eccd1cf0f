import { describe, expect, it } from '@jest/globals';
import { zipSync } from 'fflate';
import writeExcel from 'write-excel-file/node';
import {
  addCohort,
  app,
  coordinator,
  csv,
  detailOf,
  fileOf,
  importFile,
  openImportDesk,
  people,
  preview,
} from '../support/import-desk.ts';

openImportDesk();

/** 120 MB of zeros in some kilobytes, announced as one byte in both of the archive's lists. */
function zipBomb(): Buffer {
  const bytes = Buffer.from(zipSync({ 'xl/workbook.xml': new Uint8Array(120 * 1024 * 1024) }));
  const central = bytes.lastIndexOf(Buffer.from('504b0102', 'hex'));
  bytes.writeUInt32LE(1, 22);
  bytes.writeUInt32LE(1, central + 24);
  return bytes;
}

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

describe('an unreadable character far down a file (issue 2, bad input)', () => {
  it('is said at its cell, and the other lines are taken', async () => {
    const rows = people(200);
    const [name = ''] = rows[150] ?? [];
    if (rows[150]) rows[150][0] = `${name}\u0000`;
    // In a column that nobody reads, it stops nothing.
    const file = fileOf(
      csv(
        rows.map((row, index) => [...row, index === 160 ? 'bl\u0000eu' : 'vert']),
        ['Nom', 'Prénom', 'Mail', 'Né le', 'Couleur préférée'],
      ),
    );
    const cohort = await addCohort();
    const { body } = await preview(cohort, file);
    expect(body.counts).toMatchObject({ new: 199, error: 1 });
    expect(
      body.rows.flatMap(({ line, problems }) => problems.map((one) => ({ line, ...one }))),
    ).toMatchObject([
      {
        line: 152,
        column: 'Nom',
        value: name,
        message: expect.stringContaining('caractère illisible'),
      },
    ]);
    const imported = await importFile(cohort, file, 'valid_rows');
    expect(imported.body.outcome).toBe('imported');
    const failed = await app.call(
      'GET /learner-imports/:importId/failed-rows',
      { params: { importId: imported.body.importId ?? '' } },
      coordinator,
    );
    expect(Buffer.from(failed.bytes).toString()).toContain(`${name};`);
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

  it('as a workbook whose yes and no are ticks of the spreadsheet', async () => {
    const columns = ['Nom', 'Prénom', 'Mail', 'Employeur', 'Embauche', 'Tuteur employeur'];
    const line = (name: string, isEmployer: boolean) => [
      ...[name, given, `${name}@exemple.fr`, 'Cabinet', '01/09/2026'].map((value) => ({ value })),
      { value: isEmployer, type: Boolean },
    ];
    const bytes = await writeExcel([
      columns.map((value) => ({ value })),
      line('vrai', true),
      line('faux', false),
    ]).toBuffer();
    const cohort = await addCohort();
    const file = fileOf(bytes, { fileName: 'apprenants.xlsx' });
    expect((await importFile(cohort, file)).body.outcome).toBe('imported');
    const employments = await app.db.system.employment.findMany({
      where: { person: { birthName: { in: ['vrai', 'faux'] } } },
      include: { person: true },
    });
    const answers = employments.map((one) => [one.person.birthName, one.tutorIsEmployer]);
    expect(Object.fromEntries(answers)).toEqual({ vrai: true, faux: false });
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

  it('what the door itself turns away is told the limit of its own address', async () => {
    const file = { fileName: 'a.csv', contentBase64: 'A'.repeat(15 * 1024 * 1024) };
    const imported = await preview(await addCohort(), file);
    const acknowledged = await app.call(
      'POST /registry-acknowledgements',
      { body: file },
      coordinator,
    );
    expect([imported.status, acknowledged.status]).toEqual([413, 413]);
    expect(detailOf(imported)).toBe('Envoyez un fichier de 5 Mo au plus.');
    expect(detailOf(acknowledged)).toBe('Envoyez un fichier de 9 Mo au plus.');
  });
});
