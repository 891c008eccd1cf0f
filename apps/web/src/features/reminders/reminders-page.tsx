import type { Answer } from '@jalon/contract';
import { TextLink } from '../../components/app-link.tsx';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useReadAll } from '../../lib/api.ts';
import { formatMoment } from '../../lib/french-moment.ts';

type Reminder = Answer<'GET /reminders'>['rows'][number];

/** Which reminders left, to whom, about what: the proof that the centre wrote. */
export function Page() {
  const { read, progress } = useReadAll('GET /reminders', { query: {} }, rowKey);
  return (
    <WhenRead read={read} progress={progress}>
      {({ rows, total }) => (
        <>
          <PageHeader
            title={describeState(total)}
            overline={<TextLink to="/echeances">Échéances</TextLink>}
          />
          <DataList
            label="Relances"
            rows={rows}
            rowKey={rowKey}
            columns={columns}
            empty={
              <EmptyState title="Aucune relance n’est encore partie">
                Chaque matin à 7 h, Jalon relance qui doit l’être : chacun une fois par échéance et
                par délai, et plus rien dès que c’est fait.
              </EmptyState>
            }
          />
        </>
      )}
    </WhenRead>
  );
}

const rowKey = ({ id }: Reminder): string => id;

const columns: readonly Column<Reminder>[] = [
  {
    key: 'le',
    header: 'Partie le',
    value: (row) => row.createdAt,
    cell: (row) => formatMoment(row.createdAt),
  },
  {
    key: 'destinataire',
    header: 'À',
    value: (row) => `${row.recipient} ${row.recipientEmail}`,
    cell: (row) => (
      <div>
        {row.recipient}
        <div>{row.recipientEmail}</div>
      </div>
    ),
  },
  { key: 'sujet', header: 'Objet', value: (row) => row.subject },
  { key: 'nature', header: 'Relance', value: (row) => row.title, isFilter: true },
  { key: 'delai', header: 'Délai', value: (row) => row.lead },
  {
    key: 'envoi',
    header: 'Envoi',
    value: (row) => (row.sentAt ? 'parti' : 'en attente'),
    isFilter: true,
    cell: (row) =>
      row.sentAt ? (
        <StateBadge tone="ok">parti</StateBadge>
      ) : (
        <StateBadge tone="warn">en attente</StateBadge>
      ),
  },
];

function describeState(total: number): string {
  if (total === 0) return 'Aucune relance n’est encore partie';
  return total === 1 ? 'Une relance est partie' : `${total} relances sont parties`;
}
