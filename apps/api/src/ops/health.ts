import type { Output } from '@jalon/contract';
import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { Database } from '../db/database.ts';

type Report = Output<'GET /health'>;

/** Healthy when the database answers and a worker gave a sign of life in the last half-minute. */
@Injectable()
export class Health {
  constructor(private readonly db: Database) {}

  async check(): Promise<Report> {
    const worker = await this.readWorker().catch(() => null);
    const report: Report = {
      status: worker ? 'ok' : 'down',
      database: worker === null ? 'down' : 'ok',
      worker: worker ? 'ok' : 'down',
    };
    if (report.status === 'down') throw new ServiceUnavailableException(report);
    return report;
  }

  private async readWorker(): Promise<boolean> {
    const rows = await this.db.systemRead<{ alive: boolean }>({
      name: 'worker-alive',
      text: `select exists (select 1 from worker_heartbeat where at > now() - interval '30 seconds') as alive`,
    });
    return rows[0]?.alive ?? false;
  }
}
