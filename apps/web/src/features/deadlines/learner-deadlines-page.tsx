import type { EarlyEndView } from '@jalon/contract';
import { formatDay, withDe } from '@jalon/domain';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { TextLink } from '../../components/app-link.tsx';
import { Can } from '../../components/can.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { LearnerTabs } from '../../components/learner-tabs.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { SourceNote } from '../../components/source-note.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { useParam } from '../../lib/use-param.ts';
import { describeUrgency, type EmploymentDeadlines, kindWords } from './deadline-words.ts';
import classes from './deadlines.module.css';
import { SuspendForm } from './suspend-form.tsx';
import { SuspensionRow } from './suspension-row.tsx';

type Deadline = EmploymentDeadlines['deadlines'][number];

/** A learner's legal clocks, employer by employer: the one to keep first, the others beside it. */
export function Page() {
  const enrolmentId = useParam('enrolmentId');
  const read = useRead('GET /enrolments/:enrolmentId/deadlines', { params: { enrolmentId } });
  return (
    <WhenRead read={read}>
      {({ learnerName, cohort, earlyEnd, employments }) => (
        <>
          <PageHeader
            title={describeState(learnerName, earlyEnd, employments)}
            overline={
              <>
                <TextLink to="/echeances">Échéances</TextLink> › {cohort.name}
              </>
            }
          />
          <LearnerTabs enrolmentId={enrolmentId} />
          {earlyEnd && <EarlyEnd enrolmentId={enrolmentId} earlyEnd={earlyEnd} />}
          {employments.length === 0 && (
            <EmptyState title="Aucun emploi n’est renseigné">
              Les délais de la convention se comptent depuis l’embauche ou le contrat avec la CPAM :
              ajoutez l’employeur dans le dossier de l’apprenant.
            </EmptyState>
          )}
          {employments.map((employment) => (
            <Employment key={employment.id} employment={employment} />
          ))}
        </>
      )}
    </WhenRead>
  );
}

/** What an early end asks of the employer, beside the clocks of the convention. */
function EarlyEnd({
  enrolmentId,
  earlyEnd,
}: {
  readonly enrolmentId: string;
  readonly earlyEnd: EarlyEndView;
}) {
  const { tone, label } = describeUrgency(earlyEnd);
  return (
    <SectionCard
      title="Fin anticipée"
      hint={`Période de reconversion quittée le ${formatDay(earlyEnd.anchorOn)}`}
    >
      <ul className={classes.rows}>
        <li className={classes.row} data-operative>
          <div>
            <div className={classes.quiet}>{kindWords.early_end}</div>
            <div className={classes.day}>{formatDay(earlyEnd.dueOn)}</div>
          </div>
          <div>
            <p>
              <StateBadge tone={tone}>{label}</StateBadge> {earlyEnd.facts}
            </p>
            <p>{earlyEnd.sentence}</p>
            <p className={classes.quiet}>
              <SourceNote source={earlyEnd.source} />
            </p>
            <TextLink to="/apprenants/$enrolmentId" params={{ enrolmentId }}>
              Noter la déclaration dans le dossier
            </TextLink>
          </div>
        </li>
      </ul>
    </SectionCard>
  );
}

function Employment({ employment }: { readonly employment: EmploymentDeadlines }) {
  const [isSuspending, setSuspending] = useState(false);
  const { deadlines, outdated, suspensions } = employment;
  return (
    <>
      <SectionCard title={employment.employerName} hint={describeDates(employment)}>
        {deadlines.length === 0 && (
          <p className={classes.words}>Ce référentiel ne fixe aucun délai à cet employeur.</p>
        )}
        <ul className={classes.rows}>
          {deadlines.map((deadline) => (
            <DeadlineItem
              key={`${deadline.kind} ${deadline.source}`}
              deadline={deadline}
              binds={deadline.isOperative && employment.isRunning}
            />
          ))}
        </ul>
        {outdated.length > 0 && (
          <details className={classes.quiet}>
            <summary>Textes dépassés : on les lit encore, ils ne valent plus</summary>
            <ul className={classes.outdated}>
              {outdated.map(({ sentence, source }) => (
                <li key={`${sentence} ${source}`}>
                  {keepFrenchSpaces(sentence)} <SourceNote source={source} />
                </li>
              ))}
            </ul>
          </details>
        )}
        {!employment.hasEmployerEmail && (
          <p className={classes.quiet}>
            Cet employeur n’a pas d’adresse mail : seul le centre est relancé.
          </p>
        )}
      </SectionCard>
      <SectionCard
        title="Suspensions"
        hint={suspensions.length === 0 ? 'aucune' : String(suspensions.length)}
        actions={
          !isSuspending && (
            <Can permission="deadline:suspend">
              <Button onClick={() => setSuspending(true)}>Suspendre les délais</Button>
            </Can>
          )
        }
      >
        {suspensions.length === 0 && !isSuspending && (
          <p className={classes.words}>
            Un arrêt de travail long ou une décision de la CPN arrête le décompte de la convention :
            chaque jour suspendu repousse l’échéance d’autant. Celui de l’arrêté du 7 novembre 2019
            court toujours.
          </p>
        )}
        {isSuspending && (
          <SuspendForm employment={employment} onClose={() => setSuspending(false)} />
        )}
        {suspensions.map((suspension) => (
          <SuspensionRow key={suspension.id} suspension={suspension} />
        ))}
      </SectionCard>
    </>
  );
}

interface DeadlineItemProps {
  readonly deadline: Deadline;
  /** It is the earliest, and the employment still runs. */
  readonly binds: boolean;
}

function DeadlineItem({ deadline, binds }: DeadlineItemProps) {
  const { tone, label } = describeUrgency(deadline);
  return (
    <li className={classes.row} data-operative={binds}>
      <div>
        <div className={classes.quiet}>{kindWords[deadline.kind]}</div>
        <div className={classes.day}>{formatDay(deadline.dueOn)}</div>
      </div>
      <div>
        <p>
          {binds ? (
            <StateBadge tone={tone}>{label}</StateBadge>
          ) : (
            <StateBadge tone="mute">pour information</StateBadge>
          )}{' '}
          {deadline.facts}
        </p>
        <p>{deadline.sentence}</p>
        {deadline.suspendedDays > 0 && (
          <p className={classes.quiet}>Sans suspension : le {formatDay(deadline.originalDueOn)}.</p>
        )}
        <p className={classes.quiet}>
          <SourceNote source={deadline.source} />
        </p>
      </div>
    </li>
  );
}

function describeDates(employment: EmploymentDeadlines): string {
  const { hireDate, cpamContractSignedOn, dutyStartOn, endsOn } = employment;
  return [
    `Embauche le ${formatDay(hireDate)}`,
    dutyStartOn && `prise de fonction le ${formatDay(dutyStartOn)}`,
    cpamContractSignedOn
      ? `contrat CPAM du ${formatDay(cpamContractSignedOn)}`
      : 'contrat CPAM non renseigné',
    endsOn && `emploi terminé le ${formatDay(endsOn)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The state in one sentence: the nearest clock that still runs, without blaming the learner. */
function describeState(
  learnerName: string,
  earlyEnd: EarlyEndView | null,
  employments: readonly EmploymentDeadlines[],
): string {
  if (earlyEnd && earlyEnd.settledOn === null)
    return `La fin anticipée ${withDe(learnerName)} ${earlyEnd.urgency === 'late' ? 'était' : 'est'} à déclarer à l’OPCO au plus tard le ${formatDay(earlyEnd.dueOn)}`;
  const running = employments
    .filter(({ isRunning }) => isRunning)
    .flatMap(({ deadlines }) => deadlines)
    .filter(({ isOperative, urgency }) => isOperative && urgency !== 'settled')
    .toSorted((one, other) => one.dueOn.localeCompare(other.dueOn));
  const [first] = running;
  if (!first) return `Aucune échéance ne court pour ${learnerName}`;
  const what = first.kind === 'enrol' ? 'L’entrée en formation' : 'Le titre';
  const awaited = first.urgency === 'late' ? 'était' : 'est';
  const due = first.kind === 'enrol' ? 'attendue' : 'attendu';
  return `${what} ${withDe(learnerName)} ${awaited} ${due} au plus tard le ${formatDay(first.dueOn)}`;
}
