import type { Input } from '@jalon/contract';
import { checkAttendanceEntry, hasError, minutesDone } from '@jalon/domain';
import { v7 as uuidv7 } from 'uuid';
import type { Actor } from '../../auth/actor.ts';
import type { Tx } from '../../db/database.ts';
import { invalid } from '../../http/domain-error.ts';
import type { AttendanceRow } from './describe-entry.ts';
import type { LoadedSheet } from './describe-sheet.ts';

/** What somebody says of one learner. */
export type EntryForm = Input<'PUT /slots/:slotId/attendance'>['body']['rows'][number];

/** @throws validation_failed at the fields of the rows. */
export function checkEntries(sheet: LoadedSheet, forms: readonly EntryForm[]): void {
  const known = new Set([
    ...sheet.expected.map(({ enrolmentId }) => enrolmentId),
    ...sheet.current.keys(),
  ]);
  const errors = forms.flatMap((form, index) => {
    const field = (path: string) => `/rows/${index}${path}`;
    if (!known.has(form.enrolmentId))
      return [
        {
          pointer: field('/enrolmentId'),
          message: 'Cette personne n’est pas attendue sur ce créneau : rechargez la feuille.',
        },
      ];
    if (forms.findIndex(({ enrolmentId }) => enrolmentId === form.enrolmentId) !== index)
      return [{ pointer: field('/enrolmentId'), message: 'Cette personne est notée deux fois.' }];
    const findings = checkAttendanceEntry({ ...form, slotMinutes: sheet.slot.minutes });
    if (!hasError(findings)) return [];
    return findings.map(({ path, message }) => ({ pointer: field(path), message }));
  });
  if (errors.length > 0) throw invalid(errors);
}

/** Whether every form was filled on the entry in force: nobody wrote in between. */
export const isUpToDate = (sheet: LoadedSheet, forms: readonly EntryForm[]): boolean =>
  forms.every(({ enrolmentId, basedOn }) => {
    const entry = sheet.current.get(enrolmentId);
    return basedOn === (entry?.id ?? null);
  });

/**
 * Appends what changed, with the half-day as it is today; the entry in force is superseded, never
 * rewritten. @returns the enrolments for which something changed.
 */
export async function appendEntries(
  tx: Tx,
  actor: Actor,
  sheet: LoadedSheet,
  forms: readonly EntryForm[],
  { motive, at }: { readonly motive: string | null; readonly at: Date },
): Promise<string[]> {
  const { slot, current } = sheet;
  const changed = forms.filter((form) => !isSame(form, current.get(form.enrolmentId)));
  const written = changed.map((form) => ({ id: uuidv7(), form }));
  await tx.attendance.createMany({
    data: written.map(({ id, form }) => ({
      id,
      centreId: actor.centreId,
      slotId: slot.id,
      enrolmentId: form.enrolmentId,
      state: form.state,
      lateMinutes: form.lateMinutes,
      leftEarlyMinutes: form.leftEarlyMinutes,
      justification: form.justification || null,
      motive,
      ...snapshotOf(sheet, current.get(form.enrolmentId)),
      minutesDone: minutesDone({
        ...form,
        slotMinutes: current.get(form.enrolmentId)?.slotMinutes ?? slot.minutes,
      }),
      recordedByUserId: actor.userId,
      createdAt: at,
    })),
  });
  for (const { id, form } of written) {
    const replaced = current.get(form.enrolmentId);
    if (replaced)
      await tx.attendance.updateMany({
        where: { id: replaced.id },
        data: { supersededById: id },
      });
  }
  return changed.map(({ enrolmentId }) => enrolmentId);
}

/** The half-day as it was when first recorded; a correction never moves it. */
function snapshotOf({ slot }: LoadedSheet, replaced: AttendanceRow | undefined) {
  const { heldOn, halfDay, startsAt } = replaced ?? slot;
  const { kind, blockCode, moduleCode } = replaced ?? slot.moduleRun;
  const slotMinutes = replaced?.slotMinutes ?? slot.minutes;
  return { heldOn, halfDay, startsAt, slotMinutes, kind, blockCode, moduleCode };
}

const isSame = (form: EntryForm, row: AttendanceRow | undefined): boolean =>
  row !== undefined &&
  row.state === form.state &&
  row.lateMinutes === form.lateMinutes &&
  row.leftEarlyMinutes === form.leftEarlyMinutes &&
  row.justification === (form.justification || null);
