import type { Output } from '@jalon/contract';
import { Injectable } from '@nestjs/common';
import { Database } from '../db/database.ts';
import { DomainError } from '../http/domain-error.ts';

type Report = Output<'GET /health'>;

/** Healthy when the database answers and a worker gave a sign of life in the last half-minute. */
@Injectable()
export class Health {
  constructor(private readonly db: Database) {}

  async check(): Promise<Report> {
    const isAlive = await this.readWorker().catch(() => null);
    if (isAlive) return { status: 'ok', database: 'ok', worker: 'ok' };
    const detail =
      isAlive === null
        ? 'La base de données ne répond pas.'
        : 'Aucun processus de tâches de fond n’a donné signe de vie depuis 30 secondes.';
    throw new DomainError('unavailable', detail);
  }

  /** What a proxy must know of one API process: it must not wait for a worker to be up. */
  async checkApi(): Promise<Output<'GET /health/api'>> {
    try {
      await this.db.systemRead({ name: 'database-alive', text: 'select 1' });
      return { status: 'ok', database: 'ok' };
    } catch {
      throw new DomainError('unavailable', 'La base de données ne répond pas.');
    }
  }

  private async readWorker(): Promise<boolean> {
    const rows = await this.db.systemRead<{ alive: boolean }>({
      name: 'worker-alive',
      text: `select exists (select 1 from worker_heartbeat where at > now() - interval '30 seconds') as alive`,
    });
    return rows[0]?.alive ?? false;
  }
}
