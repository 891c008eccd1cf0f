import type { NoticeRow } from '@jalon/contract';
import { countNoun, withDe } from '@jalon/domain';
import { Button, Group } from '@mantine/core';
import { Can } from '../../../components/can.tsx';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { DownloadButton } from '../../../components/download-button.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { RowList } from '../../../components/row-list.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { StateBadge, type Tone } from '../../../components/state-badge.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { formatMoment } from '../../../lib/french-moment.ts';
import { keepFrenchSpaces } from '../../../lib/french-spaces.ts';
import classes from './session.module.css';
import { useNotices } from './use-notices.ts';

/** What each candidate was told of the jury's decisions, and whom to tell. */
export const NoticesSection = ({ juryId }: { readonly juryId: string }) => (
  <Can permission="jury:prepare">
    <Notices juryId={juryId} />
  </Can>
);

function Notices({ juryId }: { readonly juryId: string }) {
  const { read, send, isPending, problem, skipped } = useNotices(juryId);
  const due = (read.data ?? []).filter(isDue);
  return (
    <SectionCard
      title="Notifications aux candidats"
      hint="la décision de chaque bloc, les recommandations, la suite et le délai pour contester"
      tone={due.length > 0 ? 'attention' : 'plain'}
      actions={<NotifyAll rows={due} onSend={send} />}
    >
      <ProblemAlert problem={problem} />
      {skipped.map((line) => (
        <p key={line} role="status" className={classes.line}>
          {line}
        </p>
      ))}
      <WhenRead isPart read={read}>
        {(rows) => (
          <RowList>
            {rows.map((row) => (
              <NoticeLine
                key={row.enrolmentId}
                juryId={juryId}
                row={row}
                isPending={isPending}
                onSend={() => send([row.enrolmentId])}
              />
            ))}
          </RowList>
        )}
      </WhenRead>
    </SectionCard>
  );
}

interface NoticeLineProps {
  readonly juryId: string;
  readonly row: NoticeRow;
  readonly isPending: boolean;
  readonly onSend: () => void;
}

function NoticeLine({ juryId, row, isPending, onSend }: NoticeLineProps) {
  const { enrolmentId, candidateName, headline, state, obstacle } = row;
  const { tone, word } = nameNotice(row);
  return (
    <li>
      <span>
        <strong>{candidateName}</strong>
        <br />
        <span className={classes.quiet}>
          {keepFrenchSpaces(`“${headline}” ${tellNotice(row)}`)}
        </span>
      </span>
      <StateBadge tone={tone}>{word}</StateBadge>
      <Group gap="xs">
        <DownloadButton
          size="compact-sm"
          from="GET /juries/:juryId/notices/:enrolmentId"
          request={{ params: { juryId, enrolmentId } }}
          aria-label={`Lire (PDF) la notification ${withDe(candidateName)}`}
        >
          Lire (PDF)
        </DownloadButton>
        {obstacle === null && state !== 'sending' && (
          <Button
            size="compact-sm"
            disabled={isPending}
            onClick={onSend}
            aria-label={`${verbOf(row)} la notification ${withDe(candidateName)}`}
          >
            {verbOf(row)}
          </Button>
        )}
      </Group>
    </li>
  );
}

function NotifyAll({
  rows,
  onSend,
}: {
  readonly rows: readonly NoticeRow[];
  readonly onSend: (enrolmentIds: string[]) => Promise<void>;
}) {
  if (rows.length === 0) return null;
  const words = `Notifier ${countNoun(rows.length, 'candidat')}`;
  return (
    <ConfirmButton
      variant="filled"
      label={words}
      title={`${words} ?`}
      loss={`Un mail part avec le PDF à ${rows.map(({ candidateName }) => candidateName).join(', ')}. Relisez d’abord les notifications : ce qui est envoyé ne se reprend pas.`}
      confirmLabel={words}
      confirmColor="brand"
      onConfirm={() => onSend(rows.map(({ enrolmentId }) => enrolmentId))}
    />
  );
}

const isDue = ({ state, obstacle }: NoticeRow): boolean =>
  obstacle === null && (state === 'none' || state === 'outdated');

const verbOf = ({ state }: NoticeRow): string => (state === 'none' ? 'Notifier' : 'Renvoyer');

function nameNotice({ state, obstacle }: NoticeRow): { tone: Tone; word: string } {
  if (state === 'sent') return { tone: 'ok', word: 'notifié' };
  if (state === 'sending') return { tone: 'ready', word: 'en cours' };
  if (state === 'outdated') return { tone: 'bad', word: 'à notifier de nouveau' };
  return obstacle === null
    ? { tone: 'warn', word: 'à notifier' }
    : { tone: 'mute', word: 'en attente' };
}

function tellNotice({ state, obstacle, lastSentAt }: NoticeRow): string {
  const sent = lastSentAt ? `Notifié le ${formatMoment(lastSentAt)}` : '';
  if (state === 'outdated')
    return `${sent} ; une décision a été rectifiée depuis. ${obstacle ?? ''}`;
  if (state === 'none') return obstacle ?? '';
  return `${sent}.`;
}
