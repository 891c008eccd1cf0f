import type { Answer } from '@jalon/contract';
import { countNoun, formatDay } from '@jalon/domain';
import { TextLink } from '../../components/app-link.tsx';
import { AwaitedReviews, PastReviews } from '../../components/awaited-reviews.tsx';
import { SubscribeCard } from '../../components/calendar-feed/subscribe-card.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PhonePage } from '../../components/phone-page.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { blockTitle } from './block-words.ts';
import { LearnerCertificate } from './learner-certificate.tsx';
import classes from './tutor-home-page.module.css';

type Own = Answer<'GET /tutor/appraisals'>;
type Row = Own['toDo'][number];

/** A tutor's own page: what is expected, and what was signed. Own learners only. */
export function Page() {
  const read = useRead('GET /tutor/appraisals', {});
  return <WhenRead read={read}>{(own) => <OwnAppraisals own={own} />}</WhenRead>;
}

function OwnAppraisals({ own: { toDo, signed } }: { readonly own: Own }) {
  const late = toDo.filter(({ isLate }) => isLate).length;
  return (
    <PhonePage title={describeState(toDo.length)} overline={describeLate(late)}>
      {toDo.length === 0 && (
        <EmptyState title="Rien ne vous attend">
          Quand le centre aura besoin de votre avis sur un apprenant, vous recevrez un mail avec un
          lien. Ce que vous avez signé reste lisible ici.
        </EmptyState>
      )}
      <ul className={classes.cards}>
        {toDo.map((row) => (
          <li key={row.id}>
            <ToDoCard row={row} />
          </li>
        ))}
      </ul>
      <div className={classes.reviews}>
        <AwaitedReviews />
      </div>
      {listEnrolments(signed).map((enrolmentId) => (
        <LearnerCertificate key={enrolmentId} enrolmentId={enrolmentId} />
      ))}
      <div className={classes.reviews}>
        <PastReviews />
      </div>
      <div className={classes.agenda}>
        <SubscribeCard of={{ kind: 'tutor' }}>
          Les jours et les heures où votre apprenant est en formation, dans votre agenda.
        </SubscribeCard>
      </div>
      {signed.length > 0 && (
        <>
          <h2 className={classes.heading}>Ce que vous avez signé</h2>
          <ul className={classes.cards}>
            {signed.map((row) => (
              <li key={row.id}>
                <Card row={row} words={`Signé le ${formatDay(row.signedOn)}`}>
                  {row.isSuperseded ? (
                    <StateBadge tone="mute">remplacé</StateBadge>
                  ) : (
                    <StateBadge tone="ok">signé</StateBadge>
                  )}
                </Card>
              </li>
            ))}
          </ul>
        </>
      )}
    </PhonePage>
  );
}

const listEnrolments = (signed: Own['signed']): readonly string[] => [
  ...new Set(signed.map(({ enrolmentId }) => enrolmentId)),
];

function ToDoCard({ row }: { readonly row: Row }) {
  const { dueOn, isLate, rated, competenceCount, label } = row;
  const due = dueOn === null ? '' : `pour le ${formatDay(dueOn)}`;
  const begun =
    rated > 0
      ? `${countNoun(rated, 'compétence')} sur ${competenceCount}, à reprendre`
      : `${countNoun(competenceCount, 'compétence')}, environ ${countNoun(competenceCount, 'minute')}`;
  return (
    <Card row={row} words={[label, due].filter(Boolean).join(' · ')} hint={begun}>
      {isLate ? (
        <StateBadge tone="bad">en retard</StateBadge>
      ) : rated > 0 ? (
        <StateBadge tone="ready">commencé</StateBadge>
      ) : (
        <StateBadge tone="warn">à faire</StateBadge>
      )}
    </Card>
  );
}

interface CardProps {
  readonly row: Pick<Row, 'id' | 'learnerName' | 'block'>;
  readonly words: string;
  readonly hint?: string;
  readonly children: React.ReactNode;
}

/** One appraisal: the whole card is the link. */
const Card = ({ row, words, hint, children }: CardProps) => (
  <TextLink
    to="/appreciations/$appraisalId"
    params={{ appraisalId: row.id }}
    underline="never"
    className={classes.card ?? ''}
  >
    <span className={classes.line}>
      <span className={classes.name}>{row.learnerName}</span>
      {children}
    </span>
    <span>{blockTitle(row.block)}</span>
    <span className={classes.words}>{words}</span>
    {hint && <span className={classes.words}>{hint}</span>}
  </TextLink>
);

function describeState(count: number): string {
  if (count === 0) return 'Vous êtes à jour';
  return count === 1 ? 'Une appréciation vous attend' : `${count} appréciations vous attendent`;
}

const describeLate = (late: number): string | undefined =>
  late === 0 ? undefined : late === 1 ? 'Dont une en retard' : `Dont ${late} en retard`;
