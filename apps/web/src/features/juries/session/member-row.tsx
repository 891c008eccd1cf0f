import { tellDecisionsLeft, withDe } from '@jalon/domain';
import { Checkbox, Group, NativeSelect, Radio, VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { useWrite } from '../../../lib/api.ts';
import { formatMoment } from '../../../lib/french-moment.ts';
import { useConflict } from '../../../lib/use-conflict.ts';
import { collegeWords, optionsOf } from '../words.ts';
import { type SeatChange, SeatConflict, shownOf } from './seat-conflict.tsx';
import classes from './session.module.css';
import type { Member, Session } from './session.ts';

interface MemberRowProps {
  readonly juryId: string;
  readonly member: Member;
  readonly canChange: boolean;
  /** Marked from the day of the session on. */
  readonly showsAttendance: boolean;
  /** What is missing about this member's attendance. */
  readonly problem: string | null;
}

/** One member of the jury: whatever is said of them, each with its word. */
export function MemberRow(props: MemberRowProps) {
  const { member, canChange } = props;
  return (
    <li>
      <div className={classes.member}>
        <strong>{member.name}</strong>
        {member.email && <span className={classes.quiet}>{member.email}</span>}
        {member.isAccessEnded && <StateBadge tone="mute">accès retiré</StateBadge>}
        {member.invitedAt && (
          <span className={classes.quiet}>
            convocation envoyée le {formatMoment(member.invitedAt)}
          </span>
        )}
      </div>
      {canChange ? <MemberFields {...props} /> : <MemberWords {...props} />}
    </li>
  );
}

function MemberWords({ member, showsAttendance }: MemberRowProps) {
  const words = [
    collegeWords[member.college],
    member.isChair && 'préside',
    member.isAlternate && 'suppléant, sans voix',
    member.isInternal && 'du centre ou du certificateur',
  ];
  return (
    <div className={classes.memberWords}>
      <span>{words.filter(Boolean).join(', ')}</span>
      {showsAttendance && <AttendanceBadge isPresent={member.isPresent} />}
    </div>
  );
}

function AttendanceBadge({ isPresent }: Pick<Member, 'isPresent'>) {
  if (isPresent === null) return <StateBadge tone="warn">présence à noter</StateBadge>;
  return isPresent ? (
    <StateBadge tone="ok">présent</StateBadge>
  ) : (
    <StateBadge tone="mute">absent</StateBadge>
  );
}

function tellRemoval({ decidedCount }: Member): string {
  const recusals = 'Ses récusations dans cette session sont retirées aussi.';
  return decidedCount === 0 ? recusals : `${tellDecisionsLeft(decidedCount)} ${recusals}`;
}

function MemberFields({ juryId, member, showsAttendance, problem }: MemberRowProps) {
  const params = { juryId, memberId: member.id };
  const update = useWrite('PUT /juries/:juryId/members/:memberId');
  const remove = useWrite('DELETE /juries/:juryId/members/:memberId');
  // What was just chosen shows at once, while it is being saved.
  const sent = update.isPending ? update.variables?.body : undefined;
  const seat = { ...member, ...sent, isInternal: sent?.isInternal ?? member.isInternal };
  const { college, isPresent } = seat;
  const queries = useQueryClient();
  const conflict = useConflict<Session>();
  const [asked, setAsked] = useState<SeatChange>({});
  const theirs = conflict.theirs?.members.find(({ id }) => id === member.id);
  const change = async (more: SeatChange, shown = member) => {
    conflict.close();
    setAsked(more);
    try {
      await update.mutateAsync({ params, body: { ...more, replaces: shownOf(shown, more) } });
    } catch (error) {
      conflict.take(error);
    }
  };
  const box = (label: string, field: 'isChair' | 'isAlternate' | 'isInternal') => (
    <Checkbox
      label={label}
      aria-label={`${label} : ${member.name}`}
      checked={seat[field]}
      disabled={update.isPending}
      onChange={({ currentTarget }) => change({ [field]: currentTarget.checked })}
    />
  );
  return (
    <div className={classes.memberFields}>
      {theirs ? (
        <SeatConflict
          change={asked}
          theirs={theirs}
          isPending={update.isPending}
          onKeepMine={() => change(asked, theirs)}
          onTakeTheirs={() => {
            conflict.close();
            update.reset();
            void queries.invalidateQueries();
          }}
        />
      ) : (
        <ProblemAlert problem={update.error} />
      )}
      <NativeSelect
        aria-label={`Collège ${withDe(member.name)}`}
        value={college}
        disabled={update.isPending}
        data={optionsOf(collegeWords)}
        onChange={({ currentTarget }) =>
          change({ college: currentTarget.value as Member['college'] })
        }
      />
      {box('Préside', 'isChair')}
      {box('Suppléant', 'isAlternate')}
      {member.isInternalByRole ? (
        <span className={classes.quiet}>du centre ou du certificateur</span>
      ) : (
        box('Du centre ou du certificateur', 'isInternal')
      )}
      <div className={classes.remove}>
        <ConfirmButton
          size="compact-sm"
          label="Retirer"
          title={`Retirer ${member.name} du jury ?`}
          loss={tellRemoval(member)}
          confirmLabel="Retirer du jury"
          onConfirm={() => remove.mutateAsync({ params })}
        />
      </div>
      {showsAttendance && (
        <Radio.Group
          className={classes.attendance ?? ''}
          label={<VisuallyHidden>Présence {withDe(member.name)}</VisuallyHidden>}
          value={isPresent === null ? '' : isPresent ? 'yes' : 'no'}
          error={problem}
          onChange={(value) => change({ isPresent: value === 'yes' })}
        >
          <Group gap="lg">
            <Radio value="yes" label="Présent" disabled={update.isPending} />
            <Radio value="no" label="Absent" disabled={update.isPending} />
          </Group>
        </Radio.Group>
      )}
    </div>
  );
}
