import type { Answer } from '@jalon/contract';
import { formatDay } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { RowList } from '../../components/row-list.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useIsAllowed } from '../../lib/session.ts';
import classes from './assessments.module.css';
import { CredentialForm } from './credential-form.tsx';
import { CredentialScan } from './credential-scan.tsx';
import { RemoveRecord } from './remove-record.tsx';
import { credentialTones } from './words.ts';

type File = Answer<'GET /enrolments/:enrolmentId/credentials'>;
type Editing = { readonly code: string; readonly name: string; readonly correctsId?: string };

/** What a learner holds: each attestation with its end, and the one that is asked for. */
export function CredentialsSection({ enrolmentId }: { readonly enrolmentId: string }) {
  const read = useRead('GET /enrolments/:enrolmentId/credentials', { params: { enrolmentId } });
  const [editing, setEditing] = useState<Editing | null>(null);
  return (
    <WhenRead isPart read={read}>
      {(file) =>
        file.statuses.length > 0 && (
          <SectionCard title="Attestations">
            <Attestations file={file} onEdit={setEditing} />
            {editing && (
              <SidePanel
                title={
                  editing.correctsId ? `Corriger ${editing.name}` : `Enregistrer ${editing.name}`
                }
                onClose={() => setEditing(null)}
              >
                <CredentialForm
                  {...editing}
                  enrolmentId={enrolmentId}
                  onDone={() => setEditing(null)}
                />
              </SidePanel>
            )}
          </SectionCard>
        )
      }
    </WhenRead>
  );
}

function Attestations({
  file: { statuses, credentials },
  onEdit,
}: {
  readonly file: File;
  readonly onEdit: (editing: Editing) => void;
}) {
  const canWrite = useIsAllowed('credential:write');
  return (
    <RowList>
      {statuses.map(({ code, name, status, sentence }) => (
        <li key={code}>
          <div>
            <strong>{name}</strong>
            <div className={classes.quiet}>{sentence}</div>
            <ul className={classes.history}>
              {credentials
                .filter((held) => held.code === code)
                .map((held) => (
                  <li key={held.id} data-superseded={held.isSuperseded}>
                    {formatDay(held.obtainedOn)}, {held.issuer}
                    {held.reference && ` (${held.reference})`}
                    {held.removedBecause !== null && ` · retirée : ${held.removedBecause}`}
                    {held.isSuperseded && held.removedBecause === null && ' · corrigée'}
                    {canWrite && !held.isSuperseded && (
                      <>
                        <Button
                          size="compact-xs"
                          variant="subtle"
                          onClick={() => onEdit({ code, name, correctsId: held.id })}
                        >
                          Corriger
                        </Button>
                        <RemoveRecord
                          record={{ kind: 'credential', id: held.id }}
                          what={`${name} du ${formatDay(held.obtainedOn)}`}
                        />
                      </>
                    )}
                    <CredentialScan held={held} canWrite={canWrite} />
                  </li>
                ))}
            </ul>
          </div>
          <StateBadge tone={credentialTones[status]}>
            {
              {
                valid: 'valide',
                expiring: 'expire bientôt',
                expired: 'expirée',
                missing: 'manque',
              }[status]
            }
          </StateBadge>
          {canWrite && (
            <Button size="compact-sm" onClick={() => onEdit({ code, name })}>
              {status === 'missing' ? 'Enregistrer' : 'Renouveler'}
            </Button>
          )}
        </li>
      ))}
    </RowList>
  );
}
