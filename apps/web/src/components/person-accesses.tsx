import type { Answer } from '@jalon/contract';
import type { Role } from '@jalon/domain';
import { withDe } from '@jalon/domain';
import { useRead, useWrite } from '../lib/api.ts';
import { formatMoment } from '../lib/french-moment.ts';
import { notifyDone } from '../lib/notify.ts';
import { useIsAllowed } from '../lib/session.ts';
import { ConfirmButton } from './confirm-button.tsx';
import classes from './person-accesses.module.css';
import { RowList } from './row-list.tsx';
import { StateBadge } from './state-badge.tsx';
import { WhenRead } from './when-read.tsx';

type Access = Answer<'GET /people/:personId/accesses'>[number];

interface AccessHolder {
  readonly personId: string;
  readonly name: string;
}

const roleWords: Record<Role, string> = {
  coordinator: 'coordination',
  director: 'direction',
  trainer: 'formateur',
  certifier: 'certificateur',
  tutor: 'tuteur',
  learner: 'apprenant',
  jury_member: 'membre de jury',
  platform_admin: 'plateforme',
};

/** What each of these people opens in Jalon; the office ends an access and gives it back. */
export const PersonAccesses = ({ people }: { readonly people: readonly AccessHolder[] }) => (
  <RowList>
    {people.map((person) => (
      <Holder key={person.personId} {...person} />
    ))}
  </RowList>
);

function Holder({ personId, name }: AccessHolder) {
  const read = useRead('GET /people/:personId/accesses', { params: { personId } });
  return (
    <WhenRead read={read}>
      {(accesses) => (
        <>
          {accesses.length === 0 && (
            <li>
              <span>{name}</span>
              <span className={classes.quiet}>
                aucun accès : il s’ouvre avec une adresse mail, au premier lien envoyé
              </span>
            </li>
          )}
          {accesses.map((access) => (
            <li key={access.id}>
              <span>
                {name}, {roleWords[access.role]}
              </span>
              <AccessState name={name} access={access} />
            </li>
          ))}
        </>
      )}
    </WhenRead>
  );
}

function AccessState({ name, access }: { readonly name: string; readonly access: Access }) {
  const mayChange = useIsAllowed('centre:write');
  const invalidates = ['GET /people/:personId/accesses'] as const;
  const end = useWrite('POST /centre/members/:membershipId/end', { invalidates });
  const reopen = useWrite('POST /centre/members/:membershipId/reopen', { invalidates });
  const params = { membershipId: access.id };
  const role = roleWords[access.role];
  return (
    <>
      {access.endedAt === null ? (
        <StateBadge tone="ok">accès ouvert</StateBadge>
      ) : (
        <>
          <StateBadge tone="mute">accès retiré</StateBadge>
          <span className={classes.quiet}>le {formatMoment(access.endedAt)}</span>
        </>
      )}
      {mayChange &&
        (access.endedAt === null ? (
          <ConfirmButton
            size="compact-sm"
            label="Retirer l’accès"
            title={`Retirer l’accès ${withDe(name)} ?`}
            loss={`${name} (${role}) sort de Jalon tout de suite, sur tous ses appareils, et les liens de ses mails n’ouvrent plus rien. Ce qui a été écrit et signé reste. Vous pourrez lui rendre cet accès.`}
            confirmLabel="Retirer l’accès"
            onConfirm={async () => {
              await end.mutateAsync({ params });
              notifyDone(`${name} n’a plus cet accès.`);
            }}
          />
        ) : (
          <ConfirmButton
            size="compact-sm"
            label="Rendre l’accès"
            title={`Rendre l’accès ${withDe(name)} ?`}
            loss={`${name} (${role}) pourra de nouveau entrer, par un nouveau lien à la même adresse. Le geste reste au journal.`}
            confirmLabel="Rendre l’accès"
            confirmColor="brand"
            onConfirm={async () => {
              await reopen.mutateAsync({ params });
              notifyDone(`${name} a retrouvé son accès.`);
            }}
          />
        ))}
    </>
  );
}
