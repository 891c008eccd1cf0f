import type { Finding } from '@jalon/domain';
import { DomainError } from './domain-error.ts';

const atField = ({ path, message }: Finding) => ({ pointer: path, message });

/** 422 when a warning was not acknowledged: the person decides, but knowingly. */
export function refuseUnacceptedWarnings(
  findings: readonly Finding[],
  accepted: readonly string[],
): void {
  const open = findings.filter(
    ({ severity, rule }) => severity === 'warning' && !accepted.includes(rule),
  );
  if (open.length === 0) return;
  const messages = open.map(({ message }) => message).join(' ');
  throw new DomainError('rule_refused', `${messages} Confirmez pour enregistrer quand même.`, {
    errors: open.map(atField),
  });
}
