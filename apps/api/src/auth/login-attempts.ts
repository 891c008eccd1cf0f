import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from '../db/database.ts';
import { DomainError } from '../http/domain-error.ts';

/** A minute's attempts for one login, address or link. */
const PER_SUBJECT = 8;
/** A minute's attempts from one network address: a whole classroom may stand behind it. */
const PER_ADDRESS = 120;

/**
 * Slows guessing down. Counted in PostgreSQL, so that every API process shares the count, and before
 * anything is verified, so that attempts sent at once are all counted.
 */
@Injectable()
export class LoginAttempts {
  private readonly bySubject: RateLimiterPostgres;
  private readonly byAddress: RateLimiterPostgres;

  constructor(db: Database) {
    const shared = {
      storeClient: db.systemPool,
      storeType: 'pool',
      tableName: 'login_attempt',
      tableCreated: true,
      duration: 60,
    };
    this.bySubject = new RateLimiterPostgres({
      ...shared,
      keyPrefix: 'subject',
      points: PER_SUBJECT,
    });
    this.byAddress = new RateLimiterPostgres({
      ...shared,
      keyPrefix: 'address',
      points: PER_ADDRESS,
      clearExpiredByTimeout: false,
    });
  }

  /** @throws too_many_requests */
  async count(subject: string, ipAddress: string | null): Promise<void> {
    try {
      if (ipAddress) await this.byAddress.consume(hash(ipAddress));
      await this.bySubject.consume(hash(subject));
    } catch (error) {
      if (!(error instanceof RateLimiterRes)) throw error;
      throw new DomainError('too_many_requests', 'Patientez une minute avant de réessayer.');
    }
  }

  /** A login that succeeded was no guess. */
  async forget(subject: string, ipAddress: string | null): Promise<void> {
    await this.bySubject.delete(hash(subject));
    await this.forgiveAddress(ipAddress);
  }

  /** What was asked exists: a network address behind which many ask is not guessing. */
  async forgiveAddress(ipAddress: string | null): Promise<void> {
    if (ipAddress) await this.byAddress.reward(hash(ipAddress));
  }
}

/** The table must not become a list of addresses. */
const hash = (text: string): string => createHash('sha256').update(text).digest('base64url');
