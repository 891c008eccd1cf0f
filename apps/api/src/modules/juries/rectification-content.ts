import { decisionNames, formatDay, formatLongDay, formatName, isSigner } from '@jalon/domain';
import { z } from 'zod';
import type { Actor } from '../../auth/actor.ts';
import { parisDayOf } from '../../clock/paris-day.ts';
import type { Tx } from '../../db/database.ts';
import { found } from '../../http/domain-error.ts';
import { referenceOf } from './describe-minutes.ts';
import { collegeNames, describeCertification } from './minutes-words.ts';
import { type DecisionRow, listDeciding, type SessionRecord } from './session-record.ts';

const decision = z.enum(['acquired', 'not_acquired', 'adjourned']);

/** What rectifying minutes say: signed as it is, and what the database lets come into force. */
export const rectificationContent = z.looseObject({
  closedAt: z.string(),
  reference: z.string(),
  motive: z.string(),
  drawnUpBy: z.string(),
  drawnUpOn: z.string(),
  /** Who decides: absent from minutes drawn up before it was frozen. */
  decidingMemberIds: z.array(z.string()).optional(),
  corrections: z.array(
    z.object({
      enrolmentId: z.string(),
      blockCode: z.string(),
      fromDecisionId: z.string(),
      decision,
      before: decision,
      recommendation: z.string().nullable(),
      candidate: z.string(),
      block: z.string(),
      beforeName: z.string(),
      afterName: z.string(),
    }),
  ),
});
export type RectificationContent = z.output<typeof rectificationContent>;

interface Corrected {
  readonly sent: {
    readonly enrolmentId: string;
    readonly blockCode: string;
    readonly decision: DecisionRow['decision'];
    readonly recommendation: string | null;
  };
  readonly current: DecisionRow;
}

/** The content of rectifying minutes: they cite the first ones by reference and fingerprint (DOMAIN 4.6). */
export async function composeRectification(
  tx: Tx,
  actor: Actor,
  record: SessionRecord,
  {
    motive,
    corrected,
    number,
    at,
    replaces,
  }: {
    readonly motive: string;
    readonly corrected: readonly Corrected[];
    readonly number: number;
    readonly at: Date;
    /** Reference of those not in force that these replace. */
    readonly replaces: string | null;
  },
): Promise<RectificationContent> {
  const { row, framework, heldOn } = record;
  const centre = found(await tx.centre.findFirst({}), 'Ce centre');
  const first = found(
    row.minutes.find((one) => one.number === 1),
    'Ce procès-verbal',
  );
  return {
    closedAt: at.toISOString(),
    reference: referenceOf(record, number),
    rectifies: { reference: referenceOf(record), sha256: first.contentSha256 },
    certification: describeCertification(framework),
    centre: { name: centre.name },
    session: { day: formatLongDay(heldOn), place: row.place },
    members: row.members.filter(isSigner).map(({ id, person, college, isChair, isAlternate }) => ({
      memberId: id,
      name: formatName(person),
      college: collegeNames[college],
      isChair,
      isAlternate,
      isPresent: true,
    })),
    replaces,
    motive,
    drawnUpBy: actor.name,
    drawnUpOn: formatDay(parisDayOf(at)),
    decidingMemberIds: listDeciding(
      record,
      corrected.map(({ sent }) => sent),
    ).map(({ id }) => id),
    corrections: corrected.map(({ sent, current }) => ({
      enrolmentId: sent.enrolmentId,
      blockCode: sent.blockCode,
      fromDecisionId: current.id,
      decision: sent.decision,
      before: current.decision,
      recommendation: sent.recommendation || null,
      candidate: record.candidates.find(({ id }) => id === sent.enrolmentId)?.name ?? '',
      block: framework.blocks.find(({ code }) => code === sent.blockCode)?.name ?? '',
      beforeName: decisionNames[current.decision],
      afterName: decisionNames[sent.decision],
    })),
  };
}
