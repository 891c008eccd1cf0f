import type { Answer } from '@jalon/contract';
import { countNoun, formatDay, isCertificateToSettle } from '@jalon/domain';
import { Anchor, Text } from '@mantine/core';
import { useState } from 'react';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { KeyFigures } from '../../components/key-figures.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StateBadge, type Tone } from '../../components/state-badge.tsx';
import { useView, ViewSwitch } from '../../components/view-switch.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { CertificatePanel } from './certificate-panel.tsx';

type Standing = Answer<'GET /certificates'>[number];

/** Certificates issued, those that can be, and what is missing for the others. */
export function Page() {
  const read = useRead('GET /certificates', { query: {} });
  const [chosenId, setChosenId] = useState<string | null>(null);
  const mayIssue = useIsAllowed('certificate:issue');
  const seesOffice = useIsAllowed('home:read');
  const view = useView(seesOffice ? ['a-traiter', 'tous'] : ['tous', 'a-traiter']);
  return (
    <WhenRead read={read}>
      {(rows) => {
        const toSettle = rows.filter(isCertificateToSettle);
        const chosen = rows.find(({ enrolmentId }) => enrolmentId === chosenId);
        return (
          <>
            <PageHeader title={mayIssue ? describe(rows) : describeIssued(rows)} />
            <KeyFigures figures={figuresOf(rows)} />
            {seesOffice && (
              <ViewSwitch
                label="Certificats à montrer"
                view={view}
                views={[
                  { value: 'a-traiter', label: `À traiter (${toSettle.length})` },
                  { value: 'tous', label: `Tous (${rows.length})` },
                ]}
              />
            )}
            <DataList
              label="Certificats"
              rows={view === 'a-traiter' ? toSettle : rows}
              rowKey={({ enrolmentId }) => enrolmentId}
              columns={columnsOf(setChosenId)}
              empty={
                <EmptyState title={rows.length === 0 ? 'Aucun apprenant' : 'Rien à traiter'}>
                  Un certificat se délivre quand le jury a acquis tous les blocs et que l’AFGSU est
                  valide. Inscrivez des apprenants pour les suivre ici.
                </EmptyState>
              }
            />
            {chosen && <CertificatePanel standing={chosen} onClose={() => setChosenId(null)} />}
          </>
        );
      }}
    </WhenRead>
  );
}

type State = 'issued' | 'ready' | 'not_ready' | 'left';

/** What somebody who left holds is theirs: it is issued like any other, and nothing else is missing. */
function stateOf({ certificate, readiness, left }: Standing): State {
  if (certificate) return 'issued';
  return left !== null && readiness.outcome === 'not_ready' ? 'left' : readiness.outcome;
}

const words: Record<State, { label: string; tone: Tone }> = {
  issued: { label: 'Délivré', tone: 'ok' },
  ready: { label: 'Prêt', tone: 'ready' },
  not_ready: { label: 'Incomplet', tone: 'warn' },
  left: { label: 'Abandon', tone: 'mute' },
};

const count = (rows: readonly Standing[], state: State): number =>
  rows.filter((row) => stateOf(row) === state).length;

/** What blocks first; the panel lists the rest, each with what to do. */
function sayFirstMissing(reasons: Standing['readiness']['reasons']): string {
  const unmet = reasons.filter(({ met }) => !met);
  const [first] = unmet;
  if (!first) return 'Il ne manque rien.';
  const rest = unmet.length - 1;
  if (rest === 0) return first.facts;
  return `${first.facts} Et ${countNoun(rest, 'autre chose', 'autres choses')}.`;
}

const awaitsCopy = ({ certificate }: Standing) => certificate?.cpamCopySentOn === null;

function describe(rows: readonly Standing[]): string {
  const ready = count(rows, 'ready');
  if (ready > 0)
    return ready === 1
      ? 'Un certificat peut être délivré'
      : `${ready} certificats peuvent être délivrés`;
  const copies = rows.filter(awaitsCopy).length;
  if (copies > 0) return `${countNoun(copies, 'copie')} à envoyer à la CPAM`;
  const issued = count(rows, 'issued');
  if (issued === 0) return 'Aucun certificat ne peut encore être délivré';
  return countNoun(issued, 'certificat délivré', 'certificats délivrés');
}

/** For whoever reads certificates without issuing them: how many stand. */
function describeIssued(rows: readonly Standing[]): string {
  const issued = count(rows, 'issued');
  return issued === 0
    ? 'Aucun certificat n’est encore délivré'
    : countNoun(issued, 'certificat délivré', 'certificats délivrés');
}

const figuresOf = (rows: readonly Standing[]) => [
  { label: 'Délivrés', value: count(rows, 'issued') },
  { label: 'Prêts', value: count(rows, 'ready') },
  { label: 'Il manque quelque chose', value: count(rows, 'not_ready') },
  { label: 'Copies à envoyer à la CPAM', value: rows.filter(awaitsCopy).length },
];

const columnsOf = (open: (enrolmentId: string) => void): readonly Column<Standing>[] => [
  {
    key: 'nom',
    header: 'Apprenant',
    value: ({ learnerName }) => learnerName,
    cell: ({ enrolmentId, learnerName }) => (
      <Anchor
        component="button"
        type="button"
        fw={600}
        ta="start"
        onClick={() => open(enrolmentId)}
      >
        {learnerName}
      </Anchor>
    ),
  },
  {
    key: 'cohorte',
    header: 'Cohorte',
    value: ({ cohort }) => cohort.name,
    cell: ({ cohort }) => (
      <Text size="sm" lineClamp={2} miw={150}>
        {cohort.name}
      </Text>
    ),
    isFilter: true,
  },
  {
    key: 'etat',
    header: 'État',
    value: (row) => words[stateOf(row)].label,
    cell: (row) => (
      <StateBadge tone={words[stateOf(row)].tone}>{words[stateOf(row)].label}</StateBadge>
    ),
    isFilter: true,
  },
  {
    key: 'detail',
    header: 'Détail',
    value: (row) =>
      row.certificate
        ? `${row.certificate.number}, délivré le ${formatDay(row.certificate.issuedOn)}`
        : (row.left ?? row.readiness.sentence),
    cell: (row) =>
      row.certificate ? (
        `${row.certificate.number}, délivré le ${formatDay(row.certificate.issuedOn)}`
      ) : (
        <Text size="sm">{row.left ?? sayFirstMissing(row.readiness.reasons)}</Text>
      ),
  },
  {
    key: 'cpam',
    header: 'Copie à la CPAM',
    value: ({ certificate }) => certificate?.cpamCopySentOn ?? null,
    cell: ({ certificate }) => {
      if (!certificate) return null;
      return certificate.cpamCopySentOn ? (
        `envoyée le ${formatDay(certificate.cpamCopySentOn)}`
      ) : (
        <StateBadge tone="warn">à envoyer</StateBadge>
      );
    },
  },
];
