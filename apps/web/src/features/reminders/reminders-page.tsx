import type { Answer } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { TextLink } from '../../components/app-link.tsx';
import { DataList } from '../../components/data-list/data-list.tsx';
import type { Column } from '../../components/data-list/list-view.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { StateBadge, type Tone } from '../../components/state-badge.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useReadAll } from '../../lib/api.ts';
import { formatMoment } from '../../lib/french-moment.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { ResendMail } from './resend-mail.tsx';

type Reminder = Answer<'GET /reminders'>['rows'][number];

/** Which reminders left, to whom, about what: the proof that the centre wrote. */
export function Page() {
  const maySend = useIsAllowed('mail:send');
  const { read, progress } = useReadAll('GET /reminders', { query: {} }, rowKey);
  return (
    <WhenRead read={read} progress={progress}>
      {({ rows, counts }) => (
        <>
          <PageHeader
            title={describeState(counts)}
            overline={<TextLink to="/echeances">Échéances</TextLink>}
          />
          <DataList
            label="Relances"
            rows={rows}
            rowKey={rowKey}
            columns={maySend ? [...columns, resendColumn] : columns}
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

const words: Record<Reminder['state'], { label: string; tone: Tone }> = {
  left: { label: 'parti', tone: 'ok' },
  waiting: { label: 'en attente', tone: 'warn' },
  refused: { label: 'en attente, refusé jusqu’ici', tone: 'warn' },
  given_up: { label: 'non parti', tone: 'bad' },
};

const columns: readonly Column<Reminder>[] = [
  {
    key: 'le',
    header: 'Partie le',
    value: (row) => row.sentAt ?? '',
    cell: (row) => (row.sentAt ? formatMoment(row.sentAt) : '—'),
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
    value: (row) => words[row.state].label,
    isFilter: true,
    cell: ({ state, failure }) => (
      <div>
        <StateBadge tone={words[state].tone}>{words[state].label}</StateBadge>
        {failure && <div>{failure}</div>}
      </div>
    ),
  },
];

const resendColumn: Column<Reminder> = {
  key: 'acte',
  header: 'Acte',
  value: () => '',
  cell: ({ state, mailId }) =>
    state === 'given_up' && mailId !== null ? <ResendMail mailId={mailId} /> : null,
};

type Counts = Answer<'GET /reminders'>['counts'];

/** « 12 relances parties, 2 en attente, 1 non partie » */
function describeState({ left, waiting, givenUp }: Counts): string {
  if (left + waiting + givenUp === 0) return 'Aucune relance n’est encore partie';
  return [
    left === 0 ? 'Aucune relance partie' : countNoun(left, 'relance partie', 'relances parties'),
    ...(waiting > 0 ? [`${waiting} en attente`] : []),
    ...(givenUp > 0 ? [countNoun(givenUp, 'non partie', 'non parties')] : []),
  ].join(', ');
}
