import { findBlock, nameAssessment, type ToldEvent, timeZoneOf } from '@jalon/domain';
import { toDay } from '../../db/days.ts';
import { toFramework } from '../../db/framework-content.ts';
import type { EventRow } from './event-record.ts';

type Candidate = EventRow['candidates'][number];

/** Where the event is held, with the address for who has to come. */
function placeOf({ mode, room, cohort }: EventRow): string {
  if (mode === 'remote') return 'À distance';
  const site = room?.site ?? cohort.site;
  return [room?.name, site.name, site.address].filter(Boolean).join(', ');
}

/** What the convocation of one of its candidates says. */
export function tellCandidate(event: EventRow, candidate: Candidate): ToldEvent {
  const block = findBlock(toFramework(event.cohort.frameworkVersion), event.blockCode);
  const site = event.room?.site ?? event.cohort.site;
  return {
    id: event.id,
    revision: event.revision,
    blockCode: event.blockCode,
    heldOn: toDay(event.heldOn),
    startsAt: event.startsAt,
    minutes: event.minutes,
    place: placeOf(event),
    timeZone: timeZoneOf(site.holidayZone),
    assessments: block.assessments
      .filter(({ code }) => candidate.assessmentCodes.includes(code))
      .map((one) => nameAssessment(block, one)),
    extraTime: { kind: candidate.extraTimeKind, minutes: candidate.extraMinutes },
  };
}
