import { Button } from '@mantine/core';
import { useState } from 'react';
import { PersonAccesses } from '../../../components/person-accesses.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { ReasonList } from '../../../components/reason-list.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { MemberForm } from './member-form.tsx';
import { MemberRow } from './member-row.tsx';
import classes from './session.module.css';
import { isAttendanceDue, nextStepOf, type Session } from './session.ts';
import type { Invitations } from './use-invitations.ts';

interface MembersProps {
  readonly session: Session;
  readonly canChange: boolean;
  readonly invitations: Invitations;
  /** The session was asked to open: what is not marked yet says so. */
  readonly asksAttendance: boolean;
}

/** Both colleges, the chair, alternates, who is present, and whether the jury may decide. */
export function MembersSection({ session, canChange, invitations, asksAttendance }: MembersProps) {
  const { members, composition } = session;
  const isValid = composition.outcome === 'valid';
  const isDue = isAttendanceDue(session);
  const isNext = session.state === 'prepared' && nextStepOf(session) === 'invitations';
  return (
    <div id="membres" className={classes.target}>
      <SectionCard
        title="Jury"
        hint={
          <StateBadge tone={isValid ? 'ok' : 'warn'}>
            {isValid ? 'composition valable' : 'composition à compléter'}
          </StateBadge>
        }
        actions={
          canChange &&
          members.length > 0 &&
          !isNext && (
            <Button loading={invitations.isSending} onClick={invitations.send}>
              {invitations.isAgain ? 'Renvoyer les convocations' : 'Envoyer les convocations'}
            </Button>
          )
        }
      >
        <ProblemAlert problem={invitations.problem} />
        {canChange && members.length > 0 && (
          <p className={classes.quiet}>
            {isDue
              ? 'Notez la présence ou l’absence de chaque membre.'
              : 'La présence se note le jour de la séance.'}
          </p>
        )}
        <ul className={classes.members}>
          {members.map((member) => (
            <MemberRow
              key={member.id}
              juryId={session.id}
              member={member}
              canChange={canChange}
              showsAttendance={isDue || session.state === 'closed'}
              problem={asksAttendance ? findProblem(session, member.id) : null}
            />
          ))}
        </ul>
        {canChange && <MemberForm juryId={session.id} isOpen={!isValid} />}
        {canChange && members.length > 0 && <MembersAccesses session={session} />}
        <details className={classes.rules} open={!isValid}>
          <summary>Ce que la composition demande</summary>
          <ReasonList reasons={composition.reasons} />
        </details>
      </SectionCard>
    </div>
  );
}

/** Read only when somebody looks: it is the exception. */
function MembersAccesses({ session: { members } }: { readonly session: Session }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={classes.rules}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>Accès des membres à Jalon</summary>
      {isOpen && <PersonAccesses people={members} />}
    </details>
  );
}

const findProblem = ({ opening }: Session, memberId: string): string | null =>
  opening.find((finding) => finding.memberId === memberId)?.message ?? null;
