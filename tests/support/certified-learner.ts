import type { Framework } from '@jalon/domain';
import type { Centre, Member } from './centre-builder.ts';
import { addJuryLearner, type JuryLearner } from './jury-builder.ts';
import type { TestApp } from './test-app.ts';
import { addCohort } from './tutored-learner.ts';

/** A centre's office that issues certificates, and learners whose blocks juries acquired. */
export interface CertificateOffice {
  readonly app: TestApp;
  readonly centre: Centre;
  readonly coordinator: Member;
  readonly cohortId: string;
  readonly frameworkId: string;
  readonly framework: Framework;
  addLearner(more?: Partial<Parameters<typeof addJuryLearner>[3]>): Promise<JuryLearner>;
  /** A jury that acquired these blocks on that day, refused those others, and is closed or not yet. */
  acquire(
    learner: JuryLearner,
    heldOn?: string,
    blockCodes?: readonly string[],
    more?: { readonly refused?: readonly string[]; readonly isClosed?: boolean },
  ): Promise<void>;
}

export async function openCertificateOffice(
  app: TestApp,
  name = 'CFA CCI Le Mans Sarthe',
): Promise<CertificateOffice> {
  const centre = await app.addCentre(name);
  const coordinator = await centre.addMember('coordinator');
  const { id: frameworkId, content: framework } = await centre.addFramework();
  const cohortId = await addCohort(app.db, centre, { frameworkVersionId: frameworkId });
  return {
    app,
    centre,
    coordinator,
    cohortId,
    frameworkId,
    framework,
    addLearner: (more = {}) =>
      addJuryLearner(
        app.db,
        centre,
        { id: cohortId, framework },
        { name: { givenName: 'Lina', birthName: 'Abadie' }, ...more },
      ),
    async acquire(
      learner,
      heldOn = '2026-11-20',
      blockCodes = ['B1', 'B2', 'B3', 'B4'],
      more = {},
    ) {
      const { refused = [], isClosed = true } = more;
      const own = { centreId: centre.id };
      const session = await app.db.system.jurySession.create({
        data: {
          ...own,
          frameworkVersionId: frameworkId,
          heldOn: new Date(heldOn),
          place: 'Le Mans',
          state: 'open',
        },
      });
      await app.db.system.juryDecision.createMany({
        data: [...blockCodes, ...refused].map((blockCode) => ({
          ...own,
          jurySessionId: session.id,
          enrolmentId: learner.enrolmentId,
          blockCode,
          decision: refused.includes(blockCode) ? ('not_acquired' as const) : ('acquired' as const),
          proposal: 'acquired' as const,
          proposalReasons: [],
          decidedByUserId: 'test',
          heldOn: new Date(heldOn),
        })),
      });
      if (!isClosed) return;
      await app.db.system.jurySession.update({
        where: { centreId_id: { ...own, id: session.id } },
        data: { state: 'closed', closedAt: new Date(`${heldOn}T17:00:00Z`) },
      });
    },
  };
}
