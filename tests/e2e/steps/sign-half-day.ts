import type { Answer } from '@jalon/contract';
import { formatLongDay, formatTime } from '@jalon/domain';
import type { Page } from 'playwright-core';
import type { Member } from '../../support/test-app.ts';
import type { Story } from './story.ts';

/** What trainers hold in class. */
export const tablet = { width: 820, height: 1180 };

export type HalfDay = Answer<'GET /cohorts/:cohortId/calendar'>['slots'][number];

export async function listHalfDays(
  { app }: Story,
  coordinator: Member,
  cohortId: string,
): Promise<readonly HalfDay[]> {
  const params = { cohortId };
  const { body } = await app.call('GET /cohorts/:cohortId/calendar', { params }, coordinator);
  return body.slots;
}

/** The clock at the end of a half-day, when its sheet may be signed. */
export const goToEndOf = (story: Story, { date, startsAt, minutes }: HalfDay): Promise<void> => {
  const end = startsAt + minutes;
  const time = [Math.floor(end / 60), end % 60].map((part) => String(part).padStart(2, '0'));
  return story.theDayIs(date, time.join(':'));
};

/** From the trainer's list of the day: everyone is present except those named; then the signature. */
export async function signHalfDay(
  page: Page,
  halfDay: HalfDay,
  absent: readonly string[] = [],
): Promise<void> {
  await page.goto('/emargement');
  const startsAt = formatTime(halfDay.startsAt);
  const today = page.getByRole('link', { name: halfDay.name }).filter({ hasText: startsAt });
  // Of another day: a line of the list of sheets that wait.
  const waiting = page
    .locator('tbody tr')
    .filter({ hasText: formatLongDay(halfDay.date) })
    .filter({ hasText: `${startsAt} –` })
    .getByRole('link');
  await today.or(waiting).first().click();
  for (const name of absent)
    await page.getByRole('group', { name }).getByLabel('Absent').check({ force: true });
  await page.getByRole('button', { name: /^(Tous|Les autres) présents$/ }).click();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await page.getByText('Tout est enregistré.').waitFor();
  await page.getByRole('button', { name: 'Clore et signer' }).click();
  await page.getByText('La feuille est signée.').waitFor();
}

/** The rest of the course, by the same trainer at the end of each half-day, without a screen. */
export async function signHalfDays(
  story: Story,
  trainer: Member,
  halfDays: readonly HalfDay[],
): Promise<void> {
  const call = story.app.as(trainer);
  for (const halfDay of halfDays) {
    await goToEndOf(story, halfDay);
    const params = { slotId: halfDay.id };
    const { body: sheet } = await call('GET /slots/:slotId/attendance', { params });
    const rows = sheet.rows
      .filter(({ isExpected }) => isExpected)
      .map(({ enrolmentId }) => ({
        enrolmentId,
        basedOn: null,
        state: 'present',
        lateMinutes: 0,
        leftEarlyMinutes: 0,
        justification: null,
      }));
    if (rows.length === 0) continue;
    const { body: filled } = await call('PUT /slots/:slotId/attendance', {
      params,
      body: { rows },
    });
    const entryIds = filled.rows.flatMap(({ entry }) => (entry ? [entry.id] : []));
    const signed = await call('POST /slots/:slotId/attendance/signature', {
      params,
      body: { entryIds },
    });
    if (signed.status !== 200) throw new Error(JSON.stringify(signed.problem));
  }
}
