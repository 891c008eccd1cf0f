import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { DomainError } from '../http/domain-error.ts';

const WINDOW_MS = 60_000;
const MAX_ATTEMPTS = 8;

/** Slows guessing down: a few failures a minute for one address, then 429. One counter a process. */
@Injectable()
export class LoginAttempts {
  private readonly failures = new Map<string, number[]>();

  constructor(private readonly clock: Clock) {}

  /** @throws too_many_requests */
  check(subject: string): void {
    if (this.recent(subject).length < MAX_ATTEMPTS) return;
    throw new DomainError('too_many_requests', 'Patientez une minute avant de réessayer.');
  }

  count(subject: string): void {
    if (this.failures.size > 10_000) this.failures.clear();
    this.failures.set(subject, [...this.recent(subject), this.clock.now().getTime()]);
  }

  forget(subject: string): void {
    this.failures.delete(subject);
  }

  private recent(subject: string): number[] {
    const since = this.clock.now().getTime() - WINDOW_MS;
    return (this.failures.get(subject) ?? []).filter((at) => at > since);
  }
}
