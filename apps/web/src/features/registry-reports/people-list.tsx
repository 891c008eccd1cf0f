import { formatShortDay } from '@jalon/domain';
import { Anchor, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PathLink } from '../../components/path-link.tsx';
import { SourceNote } from '../../components/source-note.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useView, ViewSwitch } from '../../components/view-switch.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { paths } from '../../lib/paths.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { NirDialog } from './nir-dialog.tsx';
import { isOpen, type Registry, type RegistryPerson, stateWords } from './registry-words.ts';

/** The certified people, each with where they stand and what to do about it. */
export function PeopleList({ registry }: { readonly registry: Registry }) {
  const { people, limitSource, settings } = registry;
  const [chosen, choose] = useState<RegistryPerson | null>(null);
  const mayComplete = useIsAllowed('person:write');
  const view = useView(['a-traiter', 'tous']);
  const open = people.filter(isOpen);
  const columns = columnsOf({
    mayComplete,
    asksForNir: settings?.asksForNir ?? false,
    choose,
  });
  return (
    <div>
      <ViewSwitch
        label="Certifiés à montrer"
        view={view}
        views={[
          { value: 'a-traiter', label: `À traiter (${open.length})` },
          { value: 'tous', label: `Tous (${people.length})` },
        ]}
      />
      <DataList
        label="Certifiés"
        rows={view === 'a-traiter' ? open : people}
        rowKey={({ enrolmentId }) => enrolmentId}
        columns={columns}
        empty={
          <EmptyState title={people.length === 0 ? 'Aucun certifié' : 'Rien à traiter'}>
            Une personne apparaît ici dès que son certificat est délivré. Les attestations et les
            blocs isolés ne sont pas transmis.
          </EmptyState>
        }
      />
      <Text size="xs" c="dimmed">
        À transmettre dans les 3 mois de la délivrance : <SourceNote source={limitSource} />
      </Text>
      {chosen && <NirDialog person={chosen} onClose={() => choose(null)} />}
    </div>
  );
}

interface ColumnContext {
  readonly mayComplete: boolean;
  readonly asksForNir: boolean;
  readonly choose: (person: RegistryPerson) => void;
}

const columnsOf = ({
  mayComplete,
  asksForNir,
  choose,
}: ColumnContext): readonly Column<RegistryPerson>[] => [
  {
    key: 'nom',
    header: 'Certifié',
    value: ({ learnerName }) => learnerName,
    cell: ({ learnerName, enrolmentId }) =>
      mayComplete ? (
        <PathLink path={paths.learner(enrolmentId)}>
          <strong>{learnerName}</strong>
        </PathLink>
      ) : (
        <strong>{learnerName}</strong>
      ),
  },
  { key: 'cohorte', header: 'Cohorte', value: ({ cohort }) => cohort.name, isFilter: true },
  { key: 'certificat', header: 'Certificat', value: ({ number }) => number },
  {
    key: 'etat',
    header: 'État',
    value: ({ state }) => stateWords[state].label,
    isFilter: true,
    cell: ({ state }) => (
      <StateBadge tone={stateWords[state].tone}>{stateWords[state].label}</StateBadge>
    ),
  },
  {
    key: 'limite',
    header: 'À transmettre avant le',
    value: ({ dueOn, daysLeft }) => (daysLeft === null ? null : dueOn),
    cell: ({ dueOn, daysLeft }) =>
      daysLeft === null ? (
        '–'
      ) : (
        <Text size="sm" {...(daysLeft < 0 ? { c: 'var(--bad)', fw: 600 } : {})}>
          {formatShortDay(dueOn)}
        </Text>
      ),
  },
  {
    key: 'detail',
    header: 'Ce qu’il y a à faire',
    value: ({ sentence, findings }) =>
      [sentence, ...findings.map(({ message }) => message)].join(' '),
    cell: (person) => (
      <Stack gap={4}>
        <Text size="sm">{keepFrenchSpaces(person.sentence)}</Text>
        {person.findings.map((finding) => (
          <Text size="sm" key={finding.path}>
            {keepFrenchSpaces(finding.message)}{' '}
            {mayComplete && <Remedy person={person} path={finding.path} choose={choose} />}
          </Text>
        ))}
        {person.state === 'rejected' && person.findings.length === 0 && mayComplete && (
          <PathLink path={paths.learner(person.enrolmentId)}>Vérifier la fiche</PathLink>
        )}
        {asksForNir && person.hasNir && (
          <Text size="xs" c="dimmed">
            Numéro de sécurité sociale enregistré, scellé.
          </Text>
        )}
      </Stack>
    ),
  },
];

/** One click to where the missing thing is entered. */
function Remedy({
  person,
  path,
  choose,
}: {
  readonly person: RegistryPerson;
  readonly path: string;
  readonly choose: (person: RegistryPerson) => void;
}) {
  if (path === '/nir')
    return (
      <Anchor component="button" type="button" inherit onClick={() => choose(person)}>
        Entrer le numéro
      </Anchor>
    );
  if (path === '/rncp')
    return <PathLink path={paths.framework(person.frameworkId)}>Voir le référentiel</PathLink>;
  return <PathLink path={paths.learner(person.enrolmentId)}>Compléter la fiche</PathLink>;
}
