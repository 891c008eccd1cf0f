import type { Answer } from '@jalon/contract';
import { formatDay } from '@jalon/domain';
import { EmptyState } from '../../components/empty-state.tsx';
import { LearnerTabs } from '../../components/learner-tabs.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge, type Tone } from '../../components/state-badge.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { formatMoment } from '../../lib/french-moment.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { useParam } from '../../lib/use-param.ts';
import { ResendMail } from './resend-mail.tsx';
import classes from './timeline-page.module.css';

type Timeline = Answer<'GET /enrolments/:enrolmentId/timeline'>;
type Entry = Timeline['past'][number];

/** What happened to one learner, newest first, and what Jalon will send next. */
export function Page() {
  const enrolmentId = useParam('enrolmentId');
  const read = useRead('GET /enrolments/:enrolmentId/timeline', { params: { enrolmentId } });
  return (
    <WhenRead read={read}>
      {({ learnerName, cohort, planned, past }) => (
        <>
          <PageHeader
            title={describeNext(learnerName, planned)}
            overline={`Fil de l’apprenant · ${cohort.name}`}
          />
          <LearnerTabs enrolmentId={enrolmentId} />
          <SectionCard title="À venir" hint="ce que Jalon enverra si rien n’est fait d’ici là">
            <Planned planned={planned} />
          </SectionCard>
          <SectionCard title="Ce qui s’est passé">
            {past.length === 0 ? (
              <EmptyState title="Rien encore">
                Les mails, les relances et ce que chacun fait pour cet apprenant s’inscrivent ici.
              </EmptyState>
            ) : (
              <ol className={classes.line}>
                {past.map((entry) => (
                  <PastEntry key={entry.id} entry={entry} />
                ))}
              </ol>
            )}
          </SectionCard>
        </>
      )}
    </WhenRead>
  );
}

function Planned({ planned }: Pick<Timeline, 'planned'>) {
  if (planned.length === 0)
    return <p className={classes.none}>Rien d’ouvert ne demande de relance.</p>;
  return (
    <ol className={classes.planned}>
      {planned.map(({ on, title, recipient, dueOn }) => (
        <li key={`${on} ${title} ${recipient}`}>
          <strong>{formatDay(on)}</strong> · {title}, {recipient}
          {!title.includes(formatDay(dueOn)) && ` (échéance du ${formatDay(dueOn)})`}
        </li>
      ))}
    </ol>
  );
}

const types: Record<Entry['type'], { label: string; tone: Tone }> = {
  mail: { label: 'mail', tone: 'ready' },
  reminder: { label: 'relance', tone: 'warn' },
  action: { label: 'action', tone: 'mute' },
};

function PastEntry({ entry }: { readonly entry: Entry }) {
  const maySend = useIsAllowed('mail:send');
  const { label, tone } = types[entry.type];
  return (
    <li>
      <div className={classes.when}>
        <StateBadge tone={tone}>{label}</StateBadge>{' '}
        <time dateTime={entry.at}>{formatMoment(entry.at)}</time> · {entry.by}
      </div>
      <div className={classes.title}>{entry.title}</div>
      {entry.detail && <div className={classes.detail}>{entry.detail}</div>}
      {maySend && entry.mailToResend && <ResendMail mailId={entry.mailToResend} />}
    </li>
  );
}

function describeNext(learnerName: string, planned: Timeline['planned']): string {
  const [next] = planned;
  return next
    ? `${learnerName} : prochaine relance le ${formatDay(next.on)}`
    : `${learnerName} : aucune relance n’est prévue`;
}
