import type { TransferContent } from '@jalon/domain';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { type CertificateOffice, openCertificateOffice } from '../support/certified-learner.ts';
import { isSigned, type Published } from '../support/public-verifier.ts';
import { connectAsApp } from '../support/sql-client.ts';
import { startTestApp, type TestApp } from '../support/test-app.ts';

let app: TestApp;
let office: CertificateOffice;
let elsewhere: CertificateOffice;

beforeAll(async () => {
  app = await startTestApp();
  office = await openCertificateOffice(app);
  elsewhere = await openCertificateOffice(app, 'afbb');
});
afterAll(() => app.close());

async function addHolder(blockCodes: readonly string[] = ['B1', 'B2']): Promise<string> {
  const learner = await office.addLearner();
  await app.db.system.person.updateMany({
    where: { enrolments: { some: { id: learner.enrolmentId } } },
    data: { birthDate: new Date('1994-02-11') },
  });
  if (blockCodes.length > 0) await office.acquire(learner, '2026-06-18', blockCodes);
  return learner.enrolmentId;
}
const write = (enrolmentId: string, by = office.coordinator) =>
  app.call('POST /enrolments/:enrolmentId/transfers', { params: { enrolmentId } }, by);
const list = async (enrolmentId: string) =>
  (
    await app.call(
      'GET /enrolments/:enrolmentId/transfers',
      { params: { enrolmentId } },
      office.coordinator,
    )
  ).body;

type Carried = { readonly filename: string; readonly content: Uint8Array };
type SignedTransfer = { credentialSubject: TransferContent; issuer: { id: string } };

async function download(transferId: string): Promise<SignedTransfer> {
  const { bytes } = await app.call(
    'GET /transfers/:transferId/credential',
    { params: { transferId } },
    office.coordinator,
  );
  return JSON.parse(Buffer.from(bytes).toString());
}

async function fetchKeys(): Promise<Published['keys']> {
  const { slug } = await app.db.system.centre.findUniqueOrThrow({
    where: { id: office.centre.id },
  });
  return (await fetch(`${app.url}/api/issuers/${slug}/did.json`)).json() as Promise<
    Published['keys']
  >;
}
const verify = async (credential: object) =>
  isSigned(credential, { keys: await fetchKeys(), now: app.clock.now() });

describe('a learner who goes on in another centre takes the blocks along', () => {
  it('in a file that a public verifier accepts with the centre’s published key', async () => {
    const transfer = (await write(await addHolder())).body;
    expect(transfer.blocks.map(({ code }) => code)).toEqual(['B1', 'B2']);
    const signed = await download(transfer.id);
    expect(signed.credentialSubject).toMatchObject({
      centre: 'CFA CCI Le Mans Sarthe',
      holder: { birthName: 'Abadie', birthDate: '1994-02-11' },
      blocks: [{ code: 'B1', decidedOn: '2026-06-18' }, { code: 'B2' }],
    });
    expect(await verify(signed)).toBe(true);
  });

  it.each([
    [
      'a block added',
      (content: TransferContent) => ({
        ...content,
        blocks: [...content.blocks, { ...content.blocks[0], code: 'B3' }],
      }),
    ],
    [
      'another day of the jury',
      (content: TransferContent) => ({
        ...content,
        blocks: content.blocks.map((block) => ({ ...block, decidedOn: '2026-10-01' })),
      }),
    ],
    [
      'another holder',
      (content: TransferContent) => ({
        ...content,
        holder: { ...content.holder, birthDate: '1990-01-01' },
      }),
    ],
    ['a word of its own', (content: TransferContent) => ({ ...content, mention: 'très bien' })],
  ])('and refuses with %s', async (_what, forge) => {
    const signed = await download((await write(await addHolder())).body.id);
    const forged = { ...signed, credentialSubject: forge(signed.credentialSubject) };
    expect(await verify(forged)).toBe(false);
  });

  it('the PDF carries that very file, to the letter', async () => {
    const { id } = (await write(await addHolder())).body;
    const { bytes } = await app.call(
      'GET /transfers/:transferId/document',
      { params: { transferId: id } },
      office.coordinator,
    );
    const pdf = await getDocumentProxy(new Uint8Array(Buffer.from(bytes)));
    const carried = Object.values((await pdf.getAttachments()) as Record<string, Carried>);
    expect(carried).toMatchObject([{ filename: 'Transfert Abadie Lina 2026-11-23.json' }]);
    const text = new TextDecoder().decode(carried[0]?.content);
    expect(JSON.parse(text)).toEqual(await download(id));
    const { text: paper } = await extractText(pdf, { mergePages: true });
    expect(paper).toMatch(/Lina Abadie.*Acquis au jury du 18 juin 2026/s);
  });

  it('is written once, however often it is asked, until the file says something else', async () => {
    const enrolmentId = await addHolder();
    const [one, other] = await Promise.all([write(enrolmentId), write(enrolmentId)]);
    expect(other.body.id).toBe(one.body.id);
    expect(await list(enrolmentId)).toMatchObject({ isCurrent: true, transfers: [{}] });
    const today = app.clock.now().toISOString();
    app.clock.set('2026-11-24T09:00:00+01:00');
    expect((await write(enrolmentId)).body).toMatchObject({
      id: one.body.id,
      writtenOn: '2026-11-23',
    });
    app.clock.set(today);
    const { personId } = await app.db.system.enrolment.findFirstOrThrow({
      where: { id: enrolmentId },
    });
    await app.db.system.person.updateMany({
      where: { id: personId },
      data: { usageName: 'Roy' },
    });
    expect((await list(enrolmentId)).isCurrent).toBe(false);
    const corrected = (await write(enrolmentId)).body;
    expect(corrected.id).not.toBe(one.body.id);
    const { transfers } = await list(enrolmentId);
    expect(transfers.map(({ id }) => id)).toEqual([corrected.id, one.body.id]);
    // The first one stays as it was signed.
    expect(await verify(await download(one.body.id))).toBe(true);
  });

  it('is refused while no jury has acquired a block, and the screen is told why', async () => {
    const enrolmentId = await addHolder([]);
    expect((await list(enrolmentId)).refusals).toEqual([
      'Aucun jury n’a décidé de bloc acquis qui soit encore conservé : rien n’est à transférer.',
    ]);
    const { status, problem } = await write(enrolmentId);
    expect([status, problem.code]).toEqual([422, 'validation_failed']);
  });

  it('is written by the office of the learner’s own centre alone', async () => {
    const enrolmentId = await addHolder();
    expect((await write(enrolmentId, elsewhere.coordinator)).status).toBe(404);
    for (const role of ['director', 'trainer', 'learner', 'certifier'] as const)
      expect((await write(enrolmentId, await office.centre.addMember(role))).status).toBe(403);
  });

  it('is never changed nor deleted by the application’s database role', async () => {
    const { id } = (await write(await addHolder())).body;
    const sql = await connectAsApp(app.ownerUrl, office.centre.id);
    for (const attempt of [
      `update transfer set content = '{}' where id = $1`,
      'delete from transfer where id = $1',
    ])
      await expect(sql.query(attempt, [id])).rejects.toThrow(/permission denied/);
    await sql.end();
  });
});
