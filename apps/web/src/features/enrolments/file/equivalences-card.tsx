import type { EnrolmentFile, Output } from '@jalon/contract';
import { checkCourseOpen, equivalenceStateNames } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Can } from '../../../components/can.tsx';
import { nameBlock, stateTones, tellState } from '../../../components/equivalence-words.ts';
import { SectionCard } from '../../../components/section-card.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { useRead } from '../../../lib/api.ts';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import classes from '../enrolments.module.css';
import { EquivalenceDrawer } from './equivalence-drawer.tsx';

type Equivalences = Output<'GET /enrolments/:enrolmentId/equivalences'>;

/** Blocks of an earlier version put to the certifier (DOMAIN Q4); nothing for whoever acquired none. */
export const EquivalencesCard = ({ file }: { readonly file: EnrolmentFile }) => (
  <Can permission="equivalence:read">
    <ReadCard file={file} />
  </Can>
);

function ReadCard({ file }: { readonly file: EnrolmentFile }) {
  const params = { enrolmentId: file.id };
  const read = useRead('GET /enrolments/:enrolmentId/equivalences', { params });
  return (
    <WhenRead read={read}>
      {(equivalences) =>
        equivalences.rows.length + equivalences.acquired.length > 0 && (
          <Card file={file} equivalences={equivalences} />
        )
      }
    </WhenRead>
  );
}

function Card({
  file,
  equivalences: { rows, acquired, blocks },
}: {
  readonly file: EnrolmentFile;
  readonly equivalences: Equivalences;
}) {
  const [isOpen, drawer] = useDisclosure();
  const mayAsk =
    acquired.length > 0 &&
    blocks.length > 0 &&
    checkCourseOpen(file.state, 'equivalence').length === 0;
  return (
    <SectionCard
      title="Équivalences"
      actions={
        mayAsk && (
          <Can permission="equivalence:request">
            <Button size="xs" onClick={drawer.open}>
              Demander une équivalence
            </Button>
          </Can>
        )
      }
      isFlush
    >
      {rows.length === 0 ? (
        <div className={classes.row}>
          <span className={classes.soft}>
            Aucune. Un bloc acquis sous une autre version ne compte ici que si le certificateur
            l’approuve.
          </span>
        </div>
      ) : (
        <ul className={classes.rows}>
          {rows.map((one) => (
            <li key={one.id} className={classes.row}>
              <div className={classes.grow}>
                <div className={classes.strong}>
                  {one.acquired.blockCode} pour {one.sought.blockCode}
                </div>
                <div className={classes.soft}>
                  {keepFrenchSpaces(`${nameBlock(one.acquired)}, pour ${nameBlock(one.sought)}`)}
                </div>
                <div className={classes.soft}>{keepFrenchSpaces(`Motif : ${one.motive}`)}</div>
                {one.answer && (
                  <div className={classes.soft}>{keepFrenchSpaces(tellAnswer(one))}</div>
                )}
              </div>
              <StateBadge tone={stateTones[one.state]}>
                {equivalenceStateNames[one.state]}
              </StateBadge>
            </li>
          ))}
        </ul>
      )}
      {isOpen && (
        <EquivalenceDrawer file={file} acquired={acquired} blocks={blocks} onClose={drawer.close} />
      )}
    </SectionCard>
  );
}

function tellAnswer(one: Equivalences['rows'][number]): string {
  const told = tellState(one);
  const sentence = told.charAt(0).toUpperCase() + told.slice(1);
  return one.answer?.motive ? `${sentence} : ${one.answer.motive}` : sentence;
}
