import type { Finding } from '../finding.ts';
import { formatMinutes } from '../french-format.ts';

/** Minutes of one module or evaluation: what the version asks for and what is planned already. */
export interface ModulePlan {
  /** The module's name, or « Évaluation du bloc B1 ». */
  readonly name: string;
  readonly dueMinutes: number;
  /** Minutes of its other half-days, cancelled ones left out. */
  readonly plannedElsewhere: number;
}

/**
 * Refuses a half-day that would plan more hours than the module has: sheets, convention and invoice
 * must tell the same hours (DOMAIN 8.1 and 12).
 */
export function checkModuleHours(minutes: number, plan: ModulePlan): readonly Finding[] {
  const { name, dueMinutes, plannedElsewhere } = plan;
  const left = Math.max(0, dueMinutes - plannedElsewhere);
  if (minutes <= left) return [];
  return [
    {
      rule: 'slot.hours-within-module',
      severity: 'error',
      path: '/minutes',
      message: `« ${name} » compte ${formatMinutes(dueMinutes)}, dont ${formatMinutes(plannedElsewhere)} déjà planifiées : ${left === 0 ? 'il ne reste rien à planifier' : `il reste ${formatMinutes(left)}`}.`,
      source: 'DOMAIN 8.1 et 12, W55',
    },
  ];
}
