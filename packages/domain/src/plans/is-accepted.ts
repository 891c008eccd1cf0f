/** Whether a person accepted, with one of these half-days, a rule that they break together. */
export const isAccepted = (rule: string, slots: readonly object[]): boolean =>
  slots.some((slot) => listAccepted(slot).includes(rule));

/** What a person accepted of a half-day; `[]` of a booking, of which nothing is known. */
const listAccepted = (slot: object): readonly string[] =>
  'accepted' in slot && Array.isArray(slot.accepted) ? slot.accepted : [];
