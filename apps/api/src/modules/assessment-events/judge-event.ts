import {
  type AssessmentEvent,
  checkAssessmentEvent,
  checkEventChange,
  type Finding,
} from '@jalon/domain';
import type { Tx } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import { requireChoices } from './choices.ts';
import { readMarks } from './event-parts.ts';
import type { EventRow } from './event-record.ts';
import { loadContext } from './load-context.ts';

export interface KnownEvent {
  readonly blockCode: string;
  readonly cohort: EventRow['cohort'];
  /** `null` while it is not prepared. */
  readonly event: EventRow | null;
}

/**
 * What speaks against an event as a person writes it.
 * @throws validation_failed when it names somebody, or a room, that the centre cannot choose
 */
export async function judgeEvent(
  tx: Tx,
  form: Omit<AssessmentEvent, 'blockCode'>,
  { blockCode, cohort, event }: KnownEvent,
): Promise<readonly Finding[]> {
  const before = {
    roomId: event?.roomId ?? null,
    assessorIds: event?.assessors.map(({ personId }) => personId) ?? [],
  };
  await requireChoices(tx, form, cohort.frameworkVersionId, before);
  const framework = toFramework(cohort.frameworkVersion);
  const wanted: AssessmentEvent = { ...form, blockCode };
  const around = { eventId: event?.id ?? null, cohortId: cohort.id, framework };
  const findings = checkAssessmentEvent(wanted, await loadContext(tx, wanted, around));
  if (!event) return findings;
  const marks = await readMarks(tx, event.id);
  return [...findings, ...checkEventChange(form, { heldOn: toDay(event.heldOn), marks })];
}
