import { Button, Checkbox, NativeSelect, Table } from '@mantine/core';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { ReasonList } from '../../../components/reason-list.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import { useWrite } from '../../../lib/api.ts';
import { notifyDone } from '../../../lib/notify.ts';
import { collegeWords, optionsOf } from '../words.ts';
import { MemberForm } from './member-form.tsx';
import classes from './session.module.css';
import type { Member, Session } from './session.ts';

interface MembersProps {
  readonly session: Session;
  readonly canChange: boolean;
}

/** Both colleges, the chair, alternates, who is present, and whether the jury may decide. */
export function MembersSection({ session, canChange }: MembersProps) {
  const { members, composition } = session;
  const invite = useWrite('POST /juries/:juryId/invitations', { invalidates: [] });
  const isValid = composition.outcome === 'valid';
  const send = async () => {
    const { sent } = await invite.mutateAsync({ params: { juryId: session.id }, body: {} });
    notifyDone(sent === 1 ? 'Un lien est parti.' : `${sent} liens sont partis.`);
  };
  return (
    <SectionCard
      title="Jury"
      hint={
        <StateBadge tone={isValid ? 'ok' : 'warn'}>
          {isValid ? 'composition valable' : 'composition à compléter'}
        </StateBadge>
      }
      actions={
        canChange &&
        members.length > 0 && (
          <Button loading={invite.isPending} onClick={() => send().catch(() => undefined)}>
            Envoyer les liens d’accès
          </Button>
        )
      }
    >
      <ProblemAlert problem={invite.error} />
      {members.length > 0 && (
        <div className={classes.scroll}>
          <Table miw={canChange ? 760 : 560}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Membre</Table.Th>
                <Table.Th>Collège</Table.Th>
                <Table.Th>Présidence</Table.Th>
                <Table.Th>Suppléant</Table.Th>
                <Table.Th>Présent</Table.Th>
                <Table.Th>Du centre ou du certificateur</Table.Th>
                {canChange && <Table.Th>Retirer</Table.Th>}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {members.map((member) => (
                <MemberRow
                  key={member.id}
                  session={session}
                  member={member}
                  canChange={canChange}
                />
              ))}
            </Table.Tbody>
          </Table>
        </div>
      )}
      {canChange && <MemberForm juryId={session.id} />}
      <details className={classes.rules} open={!isValid}>
        <summary>Ce que la composition demande</summary>
        <ReasonList reasons={composition.reasons} />
      </details>
    </SectionCard>
  );
}

function MemberRow({ session, member, canChange }: MembersProps & { readonly member: Member }) {
  const params = { juryId: session.id, memberId: member.id };
  const update = useWrite('PUT /juries/:juryId/members/:memberId');
  const remove = useWrite('DELETE /juries/:juryId/members/:memberId');
  const { college, isChair, isAlternate, isPresent } = member;
  const change = (more: Partial<Member>) =>
    update.mutate({ params, body: { college, isChair, isAlternate, isPresent, ...more } });
  const box = (label: string, field: 'isChair' | 'isAlternate' | 'isPresent' | 'isInternal') =>
    canChange && !(field === 'isInternal' && member.isInternalByRole) ? (
      <Checkbox
        aria-label={`${label} : ${member.name}`}
        checked={member[field]}
        disabled={update.isPending}
        onChange={({ currentTarget }) => change({ [field]: currentTarget.checked })}
      />
    ) : member[field] ? (
      'oui'
    ) : (
      'non'
    );
  return (
    <Table.Tr>
      <Table.Td>
        <strong>{member.name}</strong>
        {member.email && <div className={classes.quiet}>{member.email}</div>}
        <ProblemAlert problem={update.error} />
      </Table.Td>
      <Table.Td>
        {canChange ? (
          <NativeSelect
            aria-label={`Collège de ${member.name}`}
            value={college}
            disabled={update.isPending}
            data={optionsOf(collegeWords)}
            onChange={({ currentTarget }) =>
              change({ college: currentTarget.value as Member['college'] })
            }
          />
        ) : (
          collegeWords[college]
        )}
      </Table.Td>
      <Table.Td>{box('Préside', 'isChair')}</Table.Td>
      <Table.Td>{box('Suppléant', 'isAlternate')}</Table.Td>
      <Table.Td>{box('Présent', 'isPresent')}</Table.Td>
      <Table.Td>{box('Du centre ou du certificateur', 'isInternal')}</Table.Td>
      {canChange && (
        <Table.Td>
          <ConfirmButton
            size="compact-sm"
            label="Retirer"
            title={`Retirer ${member.name} du jury ?`}
            loss="Ses récusations dans cette session sont retirées aussi."
            confirmLabel="Retirer du jury"
            onConfirm={() => remove.mutateAsync({ params })}
          />
        </Table.Td>
      )}
    </Table.Tr>
  );
}
