import type { Page } from 'playwright-core';
import type { Member } from '../../support/test-app.ts';
import type { Story } from './story.ts';

export interface AppraisalRequest {
  readonly cohortId: string;
  /** As the screen names them: « B1 Suivi du parcours… »; all those that match are asked for. */
  readonly blocks: RegExp;
  readonly moment: string;
  readonly dueDay: string;
}

/** The office asks every tutor of a cohort at once. */
export async function requestAppraisals(page: Page, request: AppraisalRequest): Promise<void> {
  await page.goto(`/appreciations/demander?cohorte=${request.cohortId}`);
  const blocks = page.getByRole('group', { name: 'Blocs à apprécier' });
  const choices = blocks.getByRole('checkbox', { name: request.blocks });
  await choices.first().waitFor();
  for (const block of await choices.all()) await block.check();
  await page.getByLabel('À quel moment de la formation').fill(request.moment);
  await page.getByLabel('À signer au plus tard le').fill(request.dueDay);
  await page.getByRole('button', { name: /^Demander \d+ appréciation/ }).click();
  await page.getByRole('heading', { level: 1, name: /appréciations? demandées?/ }).waitFor();
}

/** On the tutor's phone, the sheet being open: one tap a competence, then the signature. */
export async function appraise(page: Page, level: (competence: number) => string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: /^Vous appréciez/ }).waitFor();
  const competences = await page.getByRole('main').getByRole('group').all();
  for (const [index, competence] of competences.entries())
    await competence.getByText(level(index), { exact: true }).click();
  await page.getByRole('button', { name: 'Signer', exact: true }).click();
  await page.getByRole('button', { name: /et je signe$/ }).click();
  await page.getByRole('heading', { level: 1, name: /est signé$/ }).waitFor();
}

/** On the tutor's phone, one sheet after the other until nothing is left. */
export async function appraiseAll(page: Page, count: number): Promise<void> {
  for (let done = 0; done < count; done += 1) {
    await page.getByRole('link', { name: 'Apprécier la suite' }).click();
    await appraise(page, () => 'Maîtrisée');
  }
  await page.goto('/appreciations/a-faire');
  await page.getByRole('heading', { level: 1, name: 'Vous êtes à jour' }).waitFor();
}

/** What the tutor still has to appraise, all mastered, without a screen. */
export async function appraiseTheRest({ app }: Story, tutor: Member): Promise<void> {
  const call = app.as(tutor);
  const { body } = await call('GET /tutor/appraisals', {});
  for (const { id } of body.toDo) {
    const params = { appraisalId: id };
    const { body: sheet } = await call('GET /tutor/appraisals/:appraisalId', { params });
    const ratings = Object.fromEntries(sheet.competences.map(({ code }) => [code, 'mastered']));
    const draft = await call('PUT /tutor/appraisals/:appraisalId', {
      params,
      body: { ratings, comments: {}, comment: '', revision: sheet.revision },
    });
    const signed = await call('POST /tutor/appraisals/:appraisalId/signature', {
      params,
      body: { revision: draft.body.revision, confirmedName: tutor.name },
    });
    if (signed.status !== 200) throw new Error(JSON.stringify(signed.problem));
  }
}
