import { describe, expect, it } from '@jest/globals';
import {
  addCohort,
  app,
  csv,
  fileOf,
  importFile,
  openImportDesk,
  people,
  preview,
} from '../support/import-desk.ts';

openImportDesk();

const headers = ['Nom', 'Prénom', 'Mail', 'Né le', 'Employeur', 'Embauche'];
headers.push('Nom du tuteur', 'Prénom du tuteur', 'Mail du tuteur');
const employer = ['Cabinet Roy', '01/09/2026'];

describe('a tutor of the file who has the names of a known one', () => {
  const persons = () =>
    app.db.system.person.findMany({ where: { birthName: 'ROY' }, orderBy: { createdAt: 'asc' } });

  it('is asked about before anything is written, then recognised or made as it was said', async () => {
    const cohort = await addCohort();
    const [first = [], second = [], third = []] = people(3);
    const at = (row: readonly string[], mail: string) =>
      csv([[...row, ...employer, 'ROY', 'Agnes', mail]], headers);
    await importFile(cohort, fileOf(at(first, 'agnes@exemple.fr')));
    const [agnes] = await persons();

    const again = at(second, 'a.roy@exemple.fr');
    const looked = (await preview(cohort, fileOf(again))).body;
    expect(looked.rows[0]?.outcome).toBe('error');
    expect(looked.rows[0]?.problems[0]?.message).toContain('Un tuteur du même nom existe');
    expect(looked.tutorQuestions).toMatchObject([
      {
        email: 'a.roy@exemple.fr',
        lines: [2],
        answer: null,
        namesakes: [{ personId: agnes?.id, isProposed: false }],
      },
    ]);
    expect((await importFile(cohort, fileOf(again))).body.outcome).toBe('refused');
    expect(await persons()).toHaveLength(1);

    const said = { tutors: [{ email: 'a.roy@exemple.fr', namesake: agnes?.id }] };
    expect((await importFile(cohort, fileOf(again, said))).body.outcome).toBe('imported');
    expect(await persons()).toMatchObject([{ id: agnes?.id, email: 'a.roy@exemple.fr' }]);
    expect((await importFile(cohort, fileOf(again))).body.outcome).toBe('nothing_to_do');

    const other = { tutors: [{ email: 'c.roy@exemple.fr', namesake: 'other' }] };
    await importFile(cohort, fileOf(at(third, 'c.roy@exemple.fr'), other));
    expect(await persons()).toHaveLength(2);
  });

  it('the one without a mail at the same employer is proposed', async () => {
    const cohort = await addCohort();
    const [first = [], second = []] = people(2);
    const file = (row: readonly string[]) =>
      csv([[...row, 'Cabinet Blin', '01/09/2026', 'Blin', 'Odile', 'odile@exemple.fr']], headers);
    await importFile(cohort, fileOf(file(first)));
    await app.db.system.person.updateMany({ where: { birthName: 'Blin' }, data: { email: null } });
    const { body } = await preview(cohort, fileOf(file(second)));
    expect(body.tutorQuestions[0]?.namesakes).toMatchObject([
      { isProposed: true, consequence: 'Son adresse devient odile@exemple.fr.' },
    ]);
  });
});

it('a tutor whom a file puts right on the first day has confirmed nothing (W27)', async () => {
  const cohort = await addCohort();
  const [row = []] = people(1);
  const named = (name: string, mail: string) =>
    fileOf(csv([[...row, 'Cabinet Vial', '23/11/2026', name, 'Paul', mail]], headers));
  await importFile(cohort, named('Vial', 'vial@exemple.fr'));
  const where = { tutor: { email: 'vial@exemple.fr' } };
  const data = { volunteeredOn: new Date('2026-11-23') };
  expect(await app.db.system.tutorTurn.updateMany({ where, data })).toEqual({ count: 1 });
  await importFile(cohort, named('Viala', 'viala@exemple.fr'));
  const turns = await app.db.system.tutorTurn.findMany({
    where: { tutor: { birthName: { startsWith: 'Vial' } } },
    include: { tutor: true },
  });
  expect(turns).toMatchObject([{ tutor: { birthName: 'Viala' }, volunteeredOn: null }]);
});

describe('one address of a file for a learner and for a tutor', () => {
  const [shared, others] = ['partage@exemple.fr', [...employer, 'Mille', 'Aude']];
  const lines = (name: readonly string[]) => {
    const [first = []] = people(1);
    const learner = [...name, shared, '08/03/1994', ...employer, 'Gros', 'Luc', 'luc@exemple.fr'];
    return csv([learner, [...first, ...others, shared]], headers);
  };

  it('of two names is refused at both cells, and nobody is made', async () => {
    const { body } = await preview(await addCohort(), fileOf(lines(['Vidal', 'Inès'])));
    const cells = body.rows.map(({ line, problems }) => [line, problems.map((one) => one.column)]);
    expect(cells).toEqual([
      [2, ['Mail']],
      [3, ['Mail du tuteur']],
    ]);
  });

  it('of one name is one person, in both roles', async () => {
    const cohort = await addCohort();
    const file = fileOf(lines(['Mille', 'Aude']));
    expect((await importFile(cohort, file)).body.outcome).toBe('imported');
    const made = await app.db.system.person.findMany({
      where: { email: shared },
      include: { memberships: true },
    });
    expect(made).toHaveLength(1);
    expect(made[0]?.memberships.map(({ role }) => role).toSorted()).toEqual(['learner', 'tutor']);
    expect((await importFile(cohort, file)).body.outcome).toBe('nothing_to_do');
  });
});
