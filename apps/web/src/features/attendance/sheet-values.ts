import type { AttendanceSheetView, Request } from '@jalon/contract';
import { minutesDone } from '@jalon/domain';

type SheetRow = AttendanceSheetView['rows'][number];

/** What is chosen for one learner; `state` is `null` until somebody says it. */
export interface RowValues {
  readonly state: 'present' | 'absent' | null;
  readonly lateMinutes: number;
  readonly leftEarlyMinutes: number;
  readonly justification: string;
}

/** The choices of a sheet by enrolment: only what somebody touched. */
export type Choices = Readonly<Record<string, RowValues>>;

/** What stands for a learner: what is typed, else what is recorded, else nothing. */
export function valuesOf(row: SheetRow, choices: Choices): RowValues {
  const chosen = choices[row.enrolmentId];
  if (chosen) return chosen;
  const { entry } = row;
  return {
    state: entry?.state ?? null,
    lateMinutes: entry?.lateMinutes ?? 0,
    leftEarlyMinutes: entry?.leftEarlyMinutes ?? 0,
    justification: entry?.justification ?? '',
  };
}

/** An absent has no minutes to be late. */
export const withState = (values: RowValues, state: 'present' | 'absent'): RowValues => ({
  ...values,
  state,
  ...(state === 'absent' ? { lateMinutes: 0, leftEarlyMinutes: 0 } : {}),
});

/** Whether what is chosen differs from what is recorded. */
export function isChanged(row: SheetRow, choices: Choices): boolean {
  const { entry } = row;
  const values = valuesOf(row, choices);
  if (values.state === null) return false;
  if (!entry) return true;
  return (
    values.state !== entry.state ||
    values.lateMinutes !== entry.lateMinutes ||
    values.leftEarlyMinutes !== entry.leftEarlyMinutes ||
    values.justification !== (entry.justification ?? '')
  );
}

export type EntryBody = Request<'PUT /slots/:slotId/attendance'>['body']['rows'][number];

const toEntryBody = (row: SheetRow, values: RowValues): EntryBody => ({
  enrolmentId: row.enrolmentId,
  basedOn: row.entry?.id ?? null,
  state: values.state ?? 'absent',
  lateMinutes: values.lateMinutes,
  leftEarlyMinutes: values.leftEarlyMinutes,
  justification: values.justification || null,
});

/** What is to be saved: the rows that somebody changed. */
export const changedRows = (sheet: AttendanceSheetView, choices: Choices): EntryBody[] =>
  sheet.rows
    .filter((row) => isChanged(row, choices))
    .map((row) => toEntryBody(row, valuesOf(row, choices)));

/** « présent, 3 h 20 »: minutes of presence for what is chosen. */
export const minutesChosen = (values: RowValues, slotMinutes: number): number =>
  values.state === null ? 0 : minutesDone({ ...values, state: values.state, slotMinutes });
