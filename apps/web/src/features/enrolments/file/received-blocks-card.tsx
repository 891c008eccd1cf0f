import type { EnrolmentFile, ReceivedBlockView } from '@jalon/contract';
import { checkCourseOpen } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Can } from '../../../components/can.tsx';
import {
  receivedStates,
  tellAcquired,
  tellReceivedAnswer,
} from '../../../components/received-block-words.ts';
import { SectionCard } from '../../../components/section-card.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { useRead } from '../../../lib/api.ts';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import { useIsAllowed } from '../../../lib/session.ts';
import classes from '../enrolments.module.css';
import { ReceiveTransferDialog } from './receive-transfer-dialog.tsx';

/** Blocks that the learner brings from another centre (DOMAIN Q19). */
export const ReceivedBlocksCard = ({ file }: { readonly file: EnrolmentFile }) => (
  <Can permission="received-transfer:read">
    <ReadCard file={file} />
  </Can>
);

function ReadCard({ file }: { readonly file: EnrolmentFile }) {
  const params = { enrolmentId: file.id };
  const read = useRead('GET /enrolments/:enrolmentId/received-blocks', { params });
  const isAllowed = useIsAllowed('received-transfer:take');
  const mayTake = isAllowed && checkCourseOpen(file.state, 'transfer').length === 0;
  return (
    <WhenRead read={read}>
      {(rows) => (mayTake || rows.length > 0) && <Card file={file} rows={rows} mayTake={mayTake} />}
    </WhenRead>
  );
}

function Card({
  file,
  rows,
  mayTake,
}: {
  readonly file: EnrolmentFile;
  readonly rows: readonly ReceivedBlockView[];
  readonly mayTake: boolean;
}) {
  const [isOpen, dialog] = useDisclosure();
  return (
    <SectionCard
      title="Blocs acquis dans un autre centre"
      actions={
        mayTake && (
          <Button size="xs" onClick={dialog.open}>
            Importer un transfert
          </Button>
        )
      }
      isFlush
    >
      {rows.length === 0 ? (
        <div className={classes.row}>
          <span className={classes.soft}>
            Aucun. Un apprenant qui vient d’un autre centre y reçoit un fichier signé, en PDF.
          </span>
        </div>
      ) : (
        <ul className={classes.rows}>
          {rows.map((one) => (
            <li key={one.id} className={classes.row}>
              <div className={classes.grow}>
                <div className={classes.strong}>
                  {keepFrenchSpaces(`${one.sought.code} · ${one.sought.name}`)}
                </div>
                <div className={classes.soft}>{keepFrenchSpaces(tellAcquired(one))}</div>
                {one.answer && (
                  <div className={classes.soft}>
                    {keepFrenchSpaces(tellReceivedAnswer(one) ?? '')}
                  </div>
                )}
              </div>
              <StateBadge tone={receivedStates[one.state].tone}>
                {receivedStates[one.state].label}
              </StateBadge>
            </li>
          ))}
        </ul>
      )}
      {isOpen && <ReceiveTransferDialog file={file} onClose={dialog.close} />}
    </SectionCard>
  );
}
