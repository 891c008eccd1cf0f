import type { Answer } from '@jalon/contract';
import { countNoun, withDe } from '@jalon/domain';
import { ButtonLink } from '../../components/app-link.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { WhenRead } from '../../components/when-read.tsx';
import { useRead } from '../../lib/api.ts';
import { useIsAllowed } from '../../lib/session.ts';
import { AskPlan } from './ask-plan.tsx';
import { BrokenSlots } from './broken-slots.tsx';
import { findToRead, isToRepair, isUnderWay } from './plan-words.ts';
import { SearchList } from './search-list.tsx';
import { UnfiledTrainers } from './unfiled-trainers.tsx';

type Plans = Answer<'GET /plans'>;

/** Cohorts to plan, what no longer holds, and the plans that were looked for. */
export function Page() {
  const read = useRead('GET /plans', {});
  return <WhenRead read={read}>{(plans) => <Plans plans={plans} />}</WhenRead>;
}

function Plans({ plans }: { readonly plans: Plans }) {
  const canAsk = useIsAllowed('plan:write');
  const broken = plans.cohorts.filter(isToRepair);
  const toRead = findToRead(plans.searches);
  return (
    <>
      <PageHeader
        title={sayState(plans)}
        actions={
          <>
            <ButtonLink to="/planification/charge">Charge</ButtonLink>
            {toRead && (
              <ButtonLink
                to="/planification/$planId"
                params={{ planId: toRead.id }}
                variant="filled"
              >
                Relire le plan
              </ButtonLink>
            )}
          </>
        }
      />
      {plans.unfiledTrainers.length > 0 && <UnfiledTrainers trainers={plans.unfiledTrainers} />}
      {broken.length > 0 && (
        <BrokenSlots cohorts={broken} canRepair={canAsk} isSecond={toRead !== null} />
      )}
      {plans.cohorts.length === 0 && (
        <EmptyState
          title="Aucune cohorte à planifier"
          action={<ButtonLink to="/cohortes/nouvelle">Ouvrir une cohorte</ButtonLink>}
        >
          Jalon planifie ensemble toutes les cohortes en préparation ou en cours : leurs modules,
          leurs évaluations, vos formateurs et vos salles.
        </EmptyState>
      )}
      {plans.cohorts.length > 0 && canAsk && (
        <AskPlan plans={plans} isSecond={broken.length > 0 || toRead !== null} />
      )}
      {plans.searches.length > 0 && <SearchList searches={plans.searches} />}
    </>
  );
}

function sayState({ cohorts, searches }: Plans): string {
  if (findToRead(searches)) return 'Un plan attend votre relecture';
  const broken = cohorts.reduce((count, cohort) => count + cohort.broken.length, 0);
  if (broken > 0)
    return `${countNoun(broken, 'créneau ne tient plus', 'créneaux ne tiennent plus')} au calendrier`;
  const short = cohorts.filter(isToRepair);
  const [only] = short;
  if (only && !searches.some(isUnderWay))
    return `Il manque des heures au calendrier ${
      short.length === 1 ? withDe(`« ${only.name} »`) : `de ${countNoun(short.length, 'cohorte')}`
    }`;
  if (searches.some(isUnderWay)) return 'Un plan se cherche';
  const open = cohorts.filter(
    ({ missingMinutes, unstaffedCount }) => missingMinutes > 0 || unstaffedCount > 0,
  ).length;
  if (open > 0) return `${countNoun(open, 'cohorte')} à planifier`;
  return cohorts.length > 0 ? 'Toutes les cohortes sont planifiées' : 'Planification';
}
