import { countNoun } from '@jalon/domain';
import { Button } from '@mantine/core';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { RowList } from '../../../components/row-list.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { useWrite } from '../../../lib/api.ts';
import { ConflictForm } from './conflict-form.tsx';
import classes from './session.module.css';
import type { Conflict, Session } from './session.ts';

interface ConflictsProps {
  readonly session: Session;
  readonly canChange: boolean;
}

/** Ties between members and candidates: found in the data, or declared by hand. */
export function ConflictsSection({ session, canChange }: ConflictsProps) {
  const { conflicts, members, candidates } = session;
  const open = conflicts.filter(({ isRecused }) => !isRecused);
  return (
    <SectionCard
      title="Liens avec les candidats"
      hint={open.length > 0 ? `${countNoun(open.length, 'lien')} à régler` : 'rien à régler'}
    >
      {conflicts.length === 0 && (
        <p className={classes.line}>
          Aucun lien n’est connu : aucun membre n’est formateur, tuteur ou employeur d’un candidat.
        </p>
      )}
      <RowList>
        {conflicts.map((conflict) => (
          <ConflictRow
            key={`${conflict.memberId} ${conflict.enrolmentId} ${conflict.kind}`}
            juryId={session.id}
            conflict={conflict}
            canChange={canChange}
          />
        ))}
      </RowList>
      {canChange && members.length > 0 && candidates.length > 0 && (
        <ConflictForm session={session} />
      )}
    </SectionCard>
  );
}

function ConflictRow({
  juryId,
  conflict,
  canChange,
}: {
  readonly juryId: string;
  readonly conflict: Conflict;
  readonly canChange: boolean;
}) {
  const recuse = useWrite('POST /juries/:juryId/conflicts');
  const withdraw = useWrite('DELETE /juries/:juryId/conflicts/:conflictId');
  const { id, memberId, enrolmentId, kind, isRecused, certainty } = conflict;
  return (
    <li>
      <div>
        <strong>{conflict.candidateName}</strong> : {conflict.facts}
        <ProblemAlert problem={recuse.error ?? withdraw.error} />
      </div>
      <StateBadge tone={isRecused ? 'ok' : 'warn'}>
        {isRecused ? 'se récuse' : certainty === 'certain' ? 'doit se récuser' : 'à vérifier'}
      </StateBadge>
      {canChange && !isRecused && (
        <Button
          size="compact-sm"
          loading={recuse.isPending}
          onClick={() =>
            recuse.mutate({ params: { juryId }, body: { memberId, enrolmentId, kind } })
          }
        >
          Noter la récusation
        </Button>
      )}
      {canChange && id && isRecused && (
        <Button
          size="compact-sm"
          loading={withdraw.isPending}
          onClick={() => withdraw.mutate({ params: { juryId, conflictId: id } })}
        >
          Annuler
        </Button>
      )}
    </li>
  );
}
