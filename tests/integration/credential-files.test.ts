import { beforeEach, describe, expect, it } from '@jest/globals';
import {
  app,
  centre,
  coordinator,
  employer,
  office,
  only,
  openJuryOffice,
} from '../support/jury-office.ts';
import { connectAsApp } from '../support/sql-client.ts';
import type { Member } from '../support/test-app.ts';

openJuryOffice();

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let juryId: string;
let enrolmentId: string;
let personId: string;
let credentialId: string;
beforeEach(async () => {
  const prepared = await office.prepare();
  juryId = prepared.juryId;
  enrolmentId = only(prepared.learners).enrolmentId;
  const enrolment = await app.db.system.enrolment.findFirstOrThrow({ where: { id: enrolmentId } });
  personId = enrolment.personId;
  credentialId = (await app.db.system.credential.findFirstOrThrow({ where: { personId } })).id;
});

const attach = (
  bytes: Buffer,
  more: Record<string, unknown> = {},
  by: Member = coordinator,
  id = credentialId,
) =>
  app.call(
    'POST /credentials/:credentialId/files',
    {
      params: { credentialId: id },
      body: {
        fileName: 'AFGSU.pdf',
        contentBase64: bytes.toString('base64'),
        expectedFileId: null,
        ...more,
      },
    },
    by,
  );
const download = (fileId: string, by: Member = coordinator) =>
  app.call('GET /credential-files/:fileId', { params: { fileId } }, by);
const downloadInRoom = (fileId: string, by: Member = employer) =>
  app.call(
    'GET /juries/:juryId/candidates/:enrolmentId/credential-files/:fileId',
    { params: { juryId, enrolmentId, fileId } },
    by,
  );
const read = async () =>
  (
    await app.call(
      'GET /enrolments/:enrolmentId/credentials',
      { params: { enrolmentId } },
      coordinator,
    )
  ).body;
const readRoomFile = async () =>
  (
    await app.call(
      'GET /juries/:juryId/candidates/:enrolmentId',
      { params: { juryId, enrolmentId } },
      employer,
    )
  ).body.credentials[0];
const actsOf = (id: string) =>
  app.db.system.auditEvent.findMany({
    where: { subjectId: id, action: { startsWith: 'credential.' } },
    orderBy: { seq: 'asc' },
    select: { action: true },
  });

describe('the scan of an attestation is kept with it (issue: file, date, issuer, expiry)', () => {
  it('is told while it lacks, and handed back as it came, under a safe name', async () => {
    expect((await read()).statuses[0]?.sentence).toContain('Justificatif à joindre.');
    const { body, status } = await attach(pdf, { fileName: '..\\scans\\AFGSU "Bonnet".exe' });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      number: 1,
      fileName: 'AFGSU Bonnet.pdf',
      attachedByName: 'Morvan Claire',
    });
    const answer = await download(body.id);
    expect(Buffer.from(answer.bytes)).toEqual(pdf);
    expect(answer.headers.get('content-disposition')).toBe(
      "attachment; filename*=UTF-8''AFGSU%20Bonnet.pdf",
    );
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await read()).statuses[0]?.sentence).not.toContain('Justificatif');
    expect(await actsOf(personId)).toEqual([{ action: 'credential.file-attached' }]);
  });

  it('is replaced by another, which destroys nothing', async () => {
    const first = (await attach(pdf)).body;
    const second = (await attach(png, { expectedFileId: first.id, fileName: 'recto' })).body;
    expect(second).toMatchObject({ number: 2, fileName: 'recto.png' });
    expect((await read()).credentials[0]?.files.map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(Buffer.from((await download(first.id)).bytes)).toEqual(pdf);
    const late = await attach(Buffer.concat([pdf, pdf]), { expectedFileId: first.id });
    expect(late.problem.code).toBe('edited_meanwhile');
  });

  it('is kept once, however often the button is pressed', async () => {
    const answers = await Promise.all([attach(pdf), attach(pdf), attach(pdf)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await app.db.system.credentialFile.count({ where: { credentialId } })).toBe(1);
  });

  it('is refused when it is not what its name says, empty or too heavy; nothing is kept', async () => {
    const heavy = Buffer.concat([pdf, Buffer.alloc(5 * 1024 * 1024)]);
    const messages = [];
    for (const bytes of [
      Buffer.from('<html><script>alert(1)</script></html>'),
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'),
      Buffer.from('MZ\u0090\u0000'),
      Buffer.alloc(0),
      heavy,
    ]) {
      const { status, problem } = await attach(bytes);
      expect(status).toBe(422);
      messages.push(problem.errors?.[0]);
    }
    const type = {
      pointer: '/contentBase64',
      message: expect.stringContaining('ni un PDF, ni une image'),
    };
    expect(messages).toEqual([
      type,
      type,
      type,
      { pointer: '/contentBase64', message: 'Ce fichier est vide. Choisissez-en un autre.' },
      { pointer: '/contentBase64', message: 'Envoyez un fichier de 5 Mo au plus.' },
    ]);
    expect(await app.db.system.credentialFile.count({ where: { credentialId } })).toBe(0);
    expect(await app.db.system.document.count({ where: { subjectId: credentialId } })).toBe(0);
  });

  it('belongs to its centre and to those who read the attestation', async () => {
    const { id } = (await attach(pdf)).body;
    const elsewhere = await (await app.addCentre('afbb')).addMember('coordinator');
    const stranger = await centre.addMember('trainer');
    expect((await download(id, elsewhere)).status).toBe(404);
    expect((await attach(png, { expectedFileId: id }, elsewhere)).status).toBe(404);
    // A trainer who does not teach this learner.
    expect((await download(id, stranger)).status).toBe(404);
    expect((await attach(png, { expectedFileId: id }, stranger)).status).toBe(403);
    expect((await download(id, await centre.addMember('learner'))).status).toBe(403);
  });

  it('is never changed nor deleted by the application’s database role', async () => {
    const { id } = (await attach(pdf)).body;
    const sql = await connectAsApp(app.ownerUrl, centre.id);
    for (const attempt of [
      'update credential_file set number = 9 where id = $1',
      'delete from credential_file where id = $1',
    ])
      await expect(sql.query(attempt, [id])).rejects.toThrow(/permission denied/);
    await sql.end();
  });

  it('follows the attestation that is corrected, and stays readable with one taken back', async () => {
    const { id } = (await attach(pdf)).body;
    const corrected = await app.call(
      'POST /enrolments/:enrolmentId/credentials',
      {
        params: { enrolmentId },
        body: {
          code: 'AFGSU1',
          obtainedOn: '2026-03-05',
          issuer: 'CESU 72',
          correctsId: credentialId,
        },
      },
      coordinator,
    );
    expect(corrected.body.files).toMatchObject([{ number: 1, fileName: 'AFGSU.pdf' }]);
    expect((await attach(png, { expectedFileId: id })).problem.errors?.[0]?.message).toContain(
      'joignez le justificatif à celle qui vaut',
    );
    const removal = await app.call(
      'POST /credentials/:credentialId/removal',
      { params: { credentialId: corrected.body.id }, body: { motive: 'Saisie pour Élodie' } },
      coordinator,
    );
    expect(removal.status).toBe(200);
    const refused = await attach(png, {}, coordinator, corrected.body.id);
    expect(refused.status).toBe(422);
    expect(Buffer.from((await download(id)).bytes)).toEqual(pdf);
  });
});

describe('the jury reads the scan from the candidate’s file', () => {
  it('of the attestation that counts, and of its own candidates alone', async () => {
    expect(await readRoomFile()).toMatchObject({
      file: null,
      sentence: expect.stringContaining('Justificatif à joindre.'),
    });
    const { id } = (await attach(pdf)).body;
    expect((await readRoomFile())?.file).toMatchObject({ id, fileName: 'AFGSU.pdf' });
    expect(Buffer.from((await downloadInRoom(id)).bytes)).toEqual(pdf);
    expect((await download(id, employer)).status).toBe(403);
    expect((await downloadInRoom(id, await centre.addMember('jury_member'))).status).toBe(404);
    const other = await office.prepare();
    const elsewhere = await app.call(
      'GET /juries/:juryId/candidates/:enrolmentId/credential-files/:fileId',
      {
        params: { juryId: other.juryId, enrolmentId: only(other.learners).enrolmentId, fileId: id },
      },
      employer,
    );
    expect(elsewhere.status).toBe(404);
  });

  it('and the proposal that was decided on does not change when the scan comes', async () => {
    await office.decide(juryId, [{ enrolmentId, blockCode: 'B4', decision: 'acquired' }], employer);
    await attach(pdf);
    const { body } = await app.call('GET /juries/:juryId/room', { params: { juryId } }, employer);
    expect(body.candidates[0]?.blocks.map(({ outdatedDecisionId }) => outdatedDecisionId)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
