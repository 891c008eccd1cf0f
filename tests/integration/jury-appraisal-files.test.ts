import { expect, it } from '@jest/globals';
import {
  app,
  centre,
  coordinator,
  employer,
  office,
  only,
  openJuryOffice,
} from '../support/jury-office.ts';

openJuryOffice();

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

it('the jury of a candidate opens the scan of a paper appraisal; no other jury, and nobody else', async () => {
  const { juryId, learners } = await office.prepare();
  const { enrolmentId } = only(learners);
  const blocks = (
    await app.call(
      'GET /enrolments/:enrolmentId/appraisals',
      { params: { enrolmentId } },
      coordinator,
    )
  ).body.blocks;
  const { code: blockCode, competences } = only(blocks);
  const ratings = Object.fromEntries(competences.map(({ code }) => [code, 'mastered']));
  const paper = await app.call(
    'POST /enrolments/:enrolmentId/appraisals/paper',
    {
      params: { enrolmentId },
      body: {
        blockCode,
        ratings,
        comments: {},
        comment: '',
        signedOn: '2026-11-20',
        signerName: 'Dr Ferrand',
      },
    },
    coordinator,
  );
  expect(paper.status).toBe(200);
  const scan = await app.call(
    'POST /appraisals/:appraisalId/files',
    {
      params: { appraisalId: paper.body.id },
      body: {
        fileName: 'feuille.pdf',
        contentBase64: pdf.toString('base64'),
        expectedFileId: null,
      },
    },
    coordinator,
  );
  const { body: file } = await app.call(
    'GET /juries/:juryId/candidates/:enrolmentId',
    { params: { juryId, enrolmentId } },
    employer,
  );
  const shown = file.blocks
    .find(({ code }) => code === blockCode)
    ?.appraisals.find(({ signedOn }) => signedOn === '2026-11-20');
  expect(shown?.file).toEqual({ id: scan.body.id, fileName: 'feuille.pdf' });

  const open = (params: { juryId: string; enrolmentId: string }, by = employer) =>
    app.call(
      'GET /juries/:juryId/candidates/:enrolmentId/appraisal-files/:appraisalFileId',
      { params: { ...params, appraisalFileId: scan.body.id } },
      by,
    );
  expect(Buffer.from((await open({ juryId, enrolmentId })).bytes)).toEqual(pdf);
  const other = await office.prepare();
  const elsewhere = { juryId: other.juryId, enrolmentId: only(other.learners).enrolmentId };
  expect((await open(elsewhere)).status).toBe(404);
  expect((await open({ ...elsewhere, enrolmentId })).status).toBe(404);
  const stranger = await centre.addMember('jury_member');
  expect((await open({ juryId, enrolmentId }, stranger)).status).toBe(404);
});
