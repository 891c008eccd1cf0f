import { DomainError } from '../../http/domain-error.ts';
import type { SessionRecord } from './session-record.ts';

/** @throws session_closed: what a closed session says stays as it is. */
export function refuseClosed({ row }: SessionRecord): void {
  if (row.state === 'closed')
    throw new DomainError(
      'session_closed',
      'Ses décisions et son procès-verbal ne changent plus. Une erreur se corrige par un procès-verbal rectificatif.',
    );
}
