import type { Answer } from '@jalon/contract';
import { countNoun, withDe } from '@jalon/domain';
import { Can } from '../../components/can.tsx';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { useWrite } from '../../lib/api.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useSession } from '../../lib/session.ts';
import classes from './centres.module.css';
import { describeRole, teams } from './words.ts';

type Member = Answer<'GET /centre'>['members'][number];

/** Who has an access, team by team; those who no longer have one are kept below. */
export function TeamSection({ members }: { readonly members: readonly Member[] }) {
  const current = members.filter(({ ended }) => !ended);
  const former = members.filter(({ ended }) => ended);
  return (
    <div>
      {current.length === 0 && (
        <EmptyState title="Personne n’a encore d’accès">
          Donnez un accès à chaque personne de l’équipe : elle choisit elle-même son mot de passe.
        </EmptyState>
      )}
      {teams.map(({ role, title, loss }) => {
        const team = current.filter((member) => member.role === role);
        if (team.length === 0) return null;
        return (
          <SectionCard key={role} title={title} hint={countNoun(team.length, 'personne')} isFlush>
            <ul className={classes.members}>
              {team.map((member) => (
                <MemberRow key={member.id} member={member} team={title} loss={loss} />
              ))}
            </ul>
          </SectionCard>
        );
      })}
      {former.length > 0 && <FormerMembers members={former} />}
    </div>
  );
}

interface MemberRowProps {
  readonly member: Member;
  readonly team: string;
  readonly loss: string;
}

function MemberRow({ member: { id, name, email, personId }, team, loss }: MemberRowProps) {
  const session = useSession();
  const end = useWrite('POST /centre/members/:membershipId/end', { invalidates: ['GET /centre'] });
  const confirm = async () => {
    await end.mutateAsync({ params: { membershipId: id } });
    notifyDone(`${name} n’a plus cet accès.`);
  };
  return (
    <li>
      <div className={classes.who}>
        <strong>{name}</strong>
        <span className={classes.detail}>{email}</span>
      </div>
      {personId === session.personId ? (
        <span className={classes.detail}>vous</span>
      ) : (
        <Can permission="centre:write">
          <ConfirmButton
            label="Retirer l’accès"
            title={`Retirer l’accès ${withDe(name)} ?`}
            loss={`${name} ne pourra plus ouvrir ${loss} (${team}). Ce qui a été écrit et signé reste, avec son nom. Vous pourrez lui redonner un accès.`}
            confirmLabel="Retirer l’accès"
            onConfirm={confirm}
          />
        </Can>
      )}
    </li>
  );
}

const FormerMembers = ({ members }: { readonly members: readonly Member[] }) => (
  <details className={classes.former}>
    <summary>{countNoun(members.length, 'accès retiré', 'accès retirés')}</summary>
    <ul className={classes.members}>
      {members.map((member) => (
        <FormerMemberRow key={member.id} member={member} />
      ))}
    </ul>
  </details>
);

function FormerMemberRow({ member: { id, name, email, role } }: { readonly member: Member }) {
  const reopen = useWrite('POST /centre/members/:membershipId/reopen', {
    invalidates: ['GET /centre'],
  });
  const confirm = async () => {
    await reopen.mutateAsync({ params: { membershipId: id } });
    notifyDone(`${name} a retrouvé son accès.`);
  };
  return (
    <li>
      <div className={classes.who}>
        <strong>{name}</strong>
        <span className={classes.detail}>
          {describeRole(role)}, {email}
        </span>
      </div>
      <Can permission="centre:write">
        <ConfirmButton
          label="Rendre l’accès"
          title={`Rendre l’accès ${withDe(name)} ?`}
          loss={`${name} pourra de nouveau ouvrir Jalon (${describeRole(role)}), avec la même adresse. Le geste reste au journal.`}
          confirmLabel="Rendre l’accès"
          confirmColor="brand"
          onConfirm={confirm}
        />
      </Can>
    </li>
  );
}
