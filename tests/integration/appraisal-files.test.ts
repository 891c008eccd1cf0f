import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  app,
  centre,
  coordinator,
  director,
  office,
  openAppraisalOffice,
} from '../support/appraisal-office.ts';
import { connectAsApp } from '../support/sql-client.ts';
import type { Member } from '../support/test-app.ts';

openAppraisalOffice();

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let appraisalId: string;
let learner: Awaited<ReturnType<typeof office.addLearner>>;
beforeEach(async () => {
  learner = await office.addLearner();
  appraisalId = (await office.paper(learner)).body.id;
});

const attach = (
  bytes: Buffer,
  more: Record<string, unknown> = {},
  by: Member = coordinator,
  id = appraisalId,
) =>
  app.call(
    'POST /appraisals/:appraisalId/files',
    {
      params: { appraisalId: id },
      body: {
        fileName: 'feuille.pdf',
        contentBase64: bytes.toString('base64'),
        expectedFileId: null,
        ...more,
      },
    },
    by,
  );
const download = (appraisalFileId: string, by: Member = coordinator) =>
  app.call('GET /appraisal-files/:appraisalFileId', { params: { appraisalFileId } }, by);
const filesOf = async (by: Member = director) =>
  (await app.call('GET /appraisals/:appraisalId', { params: { appraisalId } }, by)).body.signature
    ?.files;
const rulesOf = async (answer: ReturnType<typeof attach>) => {
  const { status, problem } = await answer;
  return [status, problem.errors?.map(({ pointer }) => pointer)];
};

describe('a form signed on paper keeps its scan (DOMAIN 4.5)', () => {
  it('has none until somebody joins it, and hands it back as it came, under a safe name', async () => {
    expect(await filesOf()).toEqual([]);
    const { body, status } = await attach(pdf, { fileName: '..\\scans\\Feuille "B2".exe' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ number: 1, fileName: 'Feuille B2.pdf' });
    expect(Buffer.from((await download(body.id, director)).bytes)).toEqual(pdf);
    expect(await filesOf()).toMatchObject([{ id: body.id }]);
    const acts = await app.db.system.auditEvent.findMany({
      where: { subjectId: appraisalId, action: { startsWith: 'appraisal.file' } },
    });
    expect(acts.map(({ action }) => action)).toEqual(['appraisal.file-attached']);
  });

  it('is replaced by another, which destroys nothing; a double click is one', async () => {
    const [first, again] = await Promise.all([attach(pdf), attach(pdf)]);
    expect(again.body.id).toBe(first.body.id);
    const second = await attach(png, { expectedFileId: first.body.id, fileName: 'recto' });
    expect(second.body).toMatchObject({ number: 2, fileName: 'recto.png' });
    expect((await filesOf())?.map(({ id }) => id)).toEqual([second.body.id, first.body.id]);
    expect(Buffer.from((await download(first.body.id)).bytes)).toEqual(pdf);
  });

  it('of two people with two papers, the second is told of the first', async () => {
    await attach(pdf);
    expect((await attach(png)).status).toBe(409);
    expect(await filesOf()).toHaveLength(1);
  });
});

describe('bad input', () => {
  it('an empty file, a heavy one, one that is not what its name says: refused at the field', async () => {
    const atField = [422, ['/contentBase64']];
    expect(await rulesOf(attach(Buffer.alloc(0)))).toEqual(atField);
    expect(await rulesOf(attach(Buffer.from('<html>')))).toEqual(atField);
    const heavy = Buffer.concat([pdf, Buffer.alloc(5 * 1024 * 1024)]);
    expect(await rulesOf(attach(heavy))).toEqual(atField);
    expect(await filesOf()).toEqual([]);
  });

  it('what is awaited or was signed online has no paper form', async () => {
    const other = await office.addLearner();
    const asked = await office.ask(other);
    const refused = await attach(pdf, {}, coordinator, asked);
    expect(refused.status).toBe(422);
    expect(refused.problem.detail).toContain('n’a pas de feuille papier');
  });
});

describe('who may', () => {
  it('the office alone joins; another centre sees nothing of it', async () => {
    const { body } = await attach(pdf);
    expect((await attach(png, { expectedFileId: body.id }, director)).status).toBe(403);
    const stranger = await (await app.addCentre('Ailleurs')).addMember('coordinator');
    expect((await attach(png, {}, stranger)).status).toBe(404);
    expect((await download(body.id, stranger)).status).toBe(404);
    const tutor = await centre.addMember('tutor');
    expect((await download(body.id, tutor)).status).toBe(403);
  });

  it('SQL as the application’s role changes and destroys none', async () => {
    await attach(pdf);
    const sql = await connectAsApp(app.ownerUrl, centre.id);
    for (const statement of [`update appraisal_file set number = 9`, `delete from appraisal_file`])
      await expect(sql.query(statement)).rejects.toThrow(/permission denied/);
    await sql.end();
  });
});
