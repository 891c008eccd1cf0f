import type { PlanView } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { Button, Group, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { ButtonLink } from '../../components/app-link.tsx';
import { KeyFigures } from '../../components/key-figures.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { useWrite } from '../../lib/api.ts';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { notifyDone } from '../../lib/notify.ts';
import { useAct } from '../../lib/use-act.ts';
import { CohortChanges } from './cohort-changes.tsx';
import { PlanCosts } from './plan-costs.tsx';
import { PlanPeople } from './plan-people.tsx';
import { sayEuros, sayShare } from './plan-words.ts';
import classes from './plans.module.css';

interface PlanProposalProps {
  readonly plan: PlanView;
  readonly canAccept: boolean;
}

/** The plan beside the calendars: what it changes, what it costs, and its acceptance. */
export function PlanProposal({ plan, canAccept }: PlanProposalProps) {
  const { changes } = plan;
  const cohorts = plan.cohorts.filter(({ id }) => changes.some(({ cohortId }) => cohortId === id));
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const chosen = changes.filter(({ id }) => !refused.has(id)).map(({ id }) => id);
  const set = (ids: readonly string[], isChosen: boolean) => {
    const next = new Set(refused);
    for (const id of ids) {
      if (isChosen) next.delete(id);
      else next.add(id);
    }
    setRefused(next);
  };
  return (
    <>
      <KeyFigures figures={listFigures(plan)} />
      {plan.wasStopped && (
        <Text c="dimmed" size="sm">
          La recherche a été arrêtée : c’est le meilleur plan qu’elle avait.
        </Text>
      )}
      {plan.isOutdated && <Outdated />}
      {plan.outsideContracts.length > 0 && (
        <LearnersConcerned title="Des créneaux hors des contrats" said={plan.outsideContracts}>
          Le plan peut être accepté. Prolongez le contrat avec l’employeur, ou corrigez ses dates
          dans le dossier de l’apprenant.
        </LearnersConcerned>
      )}
      {plan.afterJuries.length > 0 && (
        <LearnersConcerned title="Des créneaux après un jury" said={plan.afterJuries}>
          Le plan peut être accepté : il finit avant le jury de la cohorte, c’est-à-dire la date de
          ses réglages ou la session où passe au moins la moitié de ses apprenants. Pour ceux-ci,
          qui passent avant les autres, reculez le jury ou faites suivre ces modules avec une autre
          cohorte.
        </LearnersConcerned>
      )}
      {cohorts.map((cohort) => (
        <CohortChanges
          key={cohort.id}
          cohort={cohort}
          changes={changes.filter(({ cohortId }) => cohortId === cohort.id)}
          refused={refused}
          canChoose={canAccept && !plan.isOutdated}
          onChoose={set}
          isComparable={plan.state === 'found' && !plan.isOutdated}
          isOpen={cohorts.length === 1}
        />
      ))}
      {plan.people.length > 0 && <PlanPeople people={plan.people} />}
      {plan.costs.length > 0 && <PlanCosts costs={plan.costs} />}
      {canAccept && !plan.isOutdated && changes.length > 0 && (
        <AcceptBar plan={plan} chosen={chosen} onAccepted={() => setRefused(new Set())} />
      )}
    </>
  );
}

interface LearnersConcernedProps {
  readonly title: string;
  /** One sentence for each learner. */
  readonly said: readonly string[];
  /** What can be done. */
  readonly children: ReactNode;
}

const LearnersConcerned = ({ title, said, children }: LearnersConcernedProps) => (
  <SectionCard title={title} hint={countNoun(said.length, 'apprenant')} tone="attention">
    <p>{children}</p>
    <ul className={classes.facts}>
      {said.map((sentence) => (
        <li key={sentence}>{keepFrenchSpaces(sentence)}</li>
      ))}
    </ul>
  </SectionCard>
);

const Outdated = () => (
  <SectionCard title="Ce plan date" tone="attention">
    <p>
      Un calendrier, un formateur ou une salle a changé depuis qu’il a été fait. Il reste ici, mais
      il ne peut plus être accepté : cherchez-en un autre.
    </p>
    <Group mt="sm">
      <ButtonLink to="/planification" variant="filled">
        Chercher un nouveau plan
      </ButtonLink>
    </Group>
  </SectionCard>
);

interface AcceptBarProps {
  readonly plan: PlanView;
  readonly chosen: readonly string[];
  readonly onAccepted: () => void;
}

function AcceptBar({ plan, chosen, onAccepted }: AcceptBarProps) {
  const accept = useWrite('POST /plans/:planId/acceptance');
  const navigate = useNavigate();
  const isWhole = chosen.length === plan.changes.length;
  const accepting = useAct(async () => {
    const { accepted, left } = await accept.mutateAsync({
      params: { planId: plan.id },
      body: isWhole ? {} : { changeIds: [...chosen] },
    });
    notifyDone(
      `${countNoun(accepted, 'créneau enregistré', 'créneaux enregistrés')} au calendrier.`,
    );
    // What was left out at first is chosen again once the rest is accepted.
    onAccepted();
    if (left === 0) await navigate({ to: '/planification' });
  });
  return (
    <div className={classes.bar}>
      <Button
        variant="filled"
        disabled={chosen.length === 0}
        loading={accepting.isPending}
        onClick={() => accepting.run()}
      >
        {isWhole ? 'Accepter le plan' : 'Accepter ce qui est choisi'}
      </Button>
      <div>
        {isWhole
          ? countNoun(plan.changes.length, 'changement choisi', 'changements choisis')
          : `${chosen.length} sur ${countNoun(plan.changes.length, 'changement choisi', 'changements choisis')}`}
        <ProblemAlert problem={accepting.problem} />
      </div>
    </div>
  );
}

function listFigures({ changes, keptCount, totalCents, gap, movesBound, kind }: PlanView) {
  return [
    { label: 'Créneaux changés', value: changes.length },
    { label: 'Inchangés', value: keptCount },
    ...(totalCents === null ? [] : [{ label: 'Coût du plan', value: sayEuros(totalCents) }]),
    ...(gap === null
      ? []
      : [{ label: 'Écart au meilleur possible, au plus', value: sayShare(gap) }]),
    ...(kind === 'repair' && movesBound !== null
      ? [{ label: 'Changements inévitables', value: movesBound }]
      : []),
  ];
}
