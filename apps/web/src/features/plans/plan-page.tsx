import type { PlanView } from '@jalon/contract';
import { Button } from '@mantine/core';
import { ButtonLink, TextLink } from '../../components/app-link.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead, useWrite } from '../../lib/api.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { useAct } from '../../lib/use-act.ts';
import { useParam } from '../../lib/use-param.ts';
import { PlanProposal } from './plan-proposal.tsx';
import { isUnderWay, nameCohorts, sayPlan } from './plan-words.ts';
import classes from './plans.module.css';
import { SearchProgress } from './search-progress.tsx';
import { UnplacedCohorts } from './unplaced-cohorts.tsx';

/** How often a search under way is asked how far it is, in milliseconds. */
const askEvery = 1_000;

/** A plan: how far its search is, what it proposes, or why there is none. */
export function Page() {
  const planId = useParam('planId');
  const request = { params: { planId } };
  const first = useRead('GET /plans/:planId', request);
  const isLive = first.data !== undefined && isUnderWay(first.data);
  const read = useRead('GET /plans/:planId', request, {
    refetchInterval: isLive ? askEvery : false,
  });
  return <WhenRead read={read}>{(plan) => <Plan key={plan.id} plan={plan} />}</WhenRead>;
}

function Plan({ plan }: { readonly plan: PlanView }) {
  const canWrite = useIsAllowed('plan:write');
  const stop = useWrite('POST /plans/:planId/cancellation');
  const stopping = useAct(() => stop.mutateAsync({ params: { planId: plan.id } }));
  return (
    <>
      <PageHeader
        title={sayPlan(plan)}
        overline={
          <>
            <TextLink to="/planification">Planification</TextLink> › {nameCohorts(plan.cohorts)}
          </>
        }
        actions={
          isUnderWay(plan) && canWrite ? (
            <Button
              onClick={() => stopping.run()}
              loading={stopping.isPending}
              disabled={plan.isStopping}
            >
              Arrêter et garder le meilleur plan
            </Button>
          ) : (
            plan.state !== 'found' && <ButtonLink to="/planification">Revenir</ButtonLink>
          )
        }
      />
      <ProblemAlert problem={stopping.problem} />
      {isUnderWay(plan) && <SearchProgress plan={plan} />}
      {plan.state === 'failed' && (
        <p>
          Rien n’a été enregistré. Relancez la recherche depuis la planification ; si elle
          s’interrompt encore, planifiez moins de cohortes à la fois.
        </p>
      )}
      {plan.unplaced.length > 0 && <UnplacedCohorts unplaced={plan.unplaced} />}
      {plan.notes.length > 0 && (
        <SectionCard title="À savoir">
          <ul className={classes.notes}>
            {plan.notes.map((note) => (
              <li key={note}>{keepFrenchSpaces(note)}</li>
            ))}
          </ul>
        </SectionCard>
      )}
      {(plan.state === 'found' || plan.state === 'accepted') && (
        <PlanProposal plan={plan} canAccept={canWrite && plan.state === 'found'} />
      )}
    </>
  );
}
