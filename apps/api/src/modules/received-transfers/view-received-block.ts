import {
  frameworkContent,
  type ReceivedBlockView,
  type ReceivedTransferPreview,
} from '@jalon/contract';
import { formatName, matchBlocks, type ReceivedTransferFacts } from '@jalon/domain';
import type { Prisma } from '../../db/database.ts';
import { toDay } from '../../db/days.ts';

export const withBlock = {
  answer: true,
  followed: true,
  receivedTransfer: true,
  enrolment: { include: { person: true, cohort: { select: { id: true, name: true } } } },
} as const satisfies Prisma.ReceivedBlockInclude;

export type ReceivedBlockRow = Prisma.ReceivedBlockGetPayload<{ include: typeof withBlock }>;

export function viewReceivedBlock(row: ReceivedBlockRow): ReceivedBlockView {
  const { enrolment, receivedTransfer, answer, blockCode } = row;
  const { title, blocks } = frameworkContent.parse(row.followed.content);
  return {
    id: row.id,
    enrolmentId: row.enrolmentId,
    learner: formatName(enrolment.person),
    cohort: enrolment.cohort,
    centre: row.acquiredAt,
    acquired: {
      code: row.acquiredBlockCode,
      name: row.acquiredBlockName,
      decidedOn: toDay(row.decidedOn),
      acquiredUnder: row.acquiredUnder,
    },
    sought: { frameworkTitle: title, ...nameBlock(blocks, blockCode) },
    state: answer?.outcome ?? 'requested',
    receivedTransferId: row.receivedTransferId,
    receivedBy: receivedTransfer.receivedByName,
    receivedOn: toDay(receivedTransfer.receivedOn),
    answer: answer
      ? {
          answeredBy: answer.answeredByName,
          answeredOn: toDay(answer.answeredOn),
          motive: answer.motive,
        }
      : null,
  };
}

/** What a file says, and what would become of each of its blocks. */
export function viewPreview(facts: ReceivedTransferFacts): ReceivedTransferPreview {
  const { content, framework } = facts;
  const { centre, writtenOn, holder, certification, version, hours } = content;
  return {
    centre,
    writtenOn,
    version,
    hours,
    holder: formatName(holder),
    birthDate: holder.birthDate,
    certification: certification.rncp
      ? `${certification.name} (${certification.rncp})`
      : certification.name,
    blocks: matchBlocks(content.blocks, facts).map(({ block, blockCode, refusal }) => ({
      code: block.code,
      name: block.name,
      decidedOn: block.decidedOn,
      acquiredUnder: block.acquiredUnder,
      sought: blockCode === null ? null : nameBlock(framework.blocks, blockCode),
      refusal,
    })),
  };
}

const nameBlock = (
  blocks: readonly { readonly code: string; readonly name: string }[],
  blockCode: string,
) => ({
  code: blockCode,
  name: blocks.find(({ code }) => code === blockCode)?.name ?? blockCode,
});
