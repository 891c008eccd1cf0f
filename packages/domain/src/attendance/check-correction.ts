import type { Finding } from '../finding.ts';

/**
 * Whether a presence may be corrected with a motive: the sheet is signed or its half-day cancelled;
 * before that it is simply noted (DOMAIN 8.1).
 */
export function checkAttendanceCorrection(sheet: {
  readonly isSigned: boolean;
  readonly isCancelled: boolean;
}): readonly Finding[] {
  if (sheet.isSigned || sheet.isCancelled) return [];
  const message = 'La feuille n’est pas signée : notez directement la présence.';
  return [refuse('attendance.corrected-once-signed', '', message)];
}

/**
 * Whether a correction corrects something: it supersedes what was noted, which stays readable
 * (DOMAIN 8.1), so one that says the same again is refused.
 * @param changed how many presences it changes
 */
export function checkCorrectionChanges(changed: number): readonly Finding[] {
  if (changed > 0) return [];
  const message = 'Rien ne change : modifiez la présence ou les minutes.';
  return [refuse('attendance.correction-changes', '/state', message)];
}

const refuse = (rule: string, path: string, message: string): Finding => ({
  rule,
  severity: 'error',
  path,
  message,
  source: 'DOMAIN 8.1',
});
