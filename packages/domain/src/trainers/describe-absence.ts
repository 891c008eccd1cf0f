import { countNoun } from '../french-format.ts';

/** What half-days already on the calendar during an absence ask for; `null` when there are none. */
export const describeAbsenceClash = (slotCount: number): string | null =>
  slotCount === 0
    ? null
    : `${countNoun(slotCount, 'créneau est', 'créneaux sont')} au calendrier pendant cette absence : donnez-${slotCount > 1 ? 'leur' : 'lui'} un autre formateur ou un autre jour.`;
