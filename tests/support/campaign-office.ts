import { v7 as uuidv7 } from 'uuid';
import { AppraisalOffice } from './appraisal-office.ts';

/** An office that plans campaigns and follows them. */
export class CampaignOffice {
  private constructor(readonly office: AppraisalOffice) {}

  static async start(): Promise<CampaignOffice> {
    return new CampaignOffice(await AppraisalOffice.start());
  }

  plan(more: Record<string, unknown> = {}) {
    const body = {
      label: `Mi-parcours ${uuidv7().slice(-6)}`,
      opensOn: '2026-11-30',
      dueOn: '2026-12-14',
      blockCodes: ['B1', 'B2'],
      ...more,
    };
    const { app, cohortId, coordinator } = this.office;
    return app.call(
      'POST /cohorts/:cohortId/appraisal-campaigns',
      { params: { cohortId }, body },
      coordinator,
    );
  }

  list() {
    const { app, cohortId, coordinator } = this.office;
    const params = { cohortId };
    return app.call('GET /cohorts/:cohortId/appraisal-campaigns', { params }, coordinator);
  }

  read(campaignId: string) {
    const { app, coordinator } = this.office;
    return app.call(
      'GET /appraisal-campaigns/:campaignId',
      { params: { campaignId } },
      coordinator,
    );
  }

  change(campaignId: string, body: Record<string, unknown>) {
    const { app, coordinator } = this.office;
    return app.call(
      'PUT /appraisal-campaigns/:campaignId',
      { params: { campaignId }, body },
      coordinator,
    );
  }

  remove(campaignId: string) {
    const { app, coordinator } = this.office;
    return app.call(
      'DELETE /appraisal-campaigns/:campaignId',
      { params: { campaignId } },
      coordinator,
    );
  }

  remind(campaignId: string) {
    const { app, coordinator } = this.office;
    return app.call(
      'POST /appraisal-campaigns/:campaignId/reminders',
      { params: { campaignId } },
      coordinator,
    );
  }

  addTutor(birthName = 'Saïd') {
    return this.office.centre.addMember('tutor', { givenName: 'Ali', birthName });
  }

  async mailsTo(toEmail: string): Promise<{ text: string }[]> {
    return this.office.app.db.system.mail.findMany({
      where: { toEmail },
      orderBy: { createdAt: 'asc' },
    });
  }
}
