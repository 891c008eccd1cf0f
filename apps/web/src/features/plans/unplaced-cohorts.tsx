import type { PlanView } from '@jalon/contract';
import { countNoun } from '@jalon/domain';
import { TextLink } from '../../components/app-link.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import classes from './plans.module.css';

/** Cohorts without a plan: what cannot hold together, and what would help. */
export const UnplacedCohorts = ({ unplaced }: Pick<PlanView, 'unplaced'>) => (
  <SectionCard
    title="Ce qui empêche"
    hint={countNoun(unplaced.length, 'cohorte sans plan', 'cohortes sans plan')}
    tone="attention"
  >
    {unplaced.map(({ cohort, sentence, reasons, helps }) => (
      <div key={cohort.id} className={classes.line}>
        <div>
          <TextLink to="/cohortes/$cohortId/reglages" params={{ cohortId: cohort.id }}>
            {cohort.name}
          </TextLink>
          <p className={classes.stated}>{keepFrenchSpaces(sentence)}</p>
          {reasons.length > 0 && (
            <ul className={classes.reasons}>
              {reasons.map((reason) => (
                <li key={reason}>{keepFrenchSpaces(reason)}</li>
              ))}
            </ul>
          )}
          {helps.length > 0 && (
            <>
              <p className={classes.stated}>
                {helps.length > 1 ? 'Ce qui suffirait, au choix :' : 'Ce qui suffirait :'}
              </p>
              <ul className={classes.helps}>
                {helps.map(({ place, sentence: help }) => (
                  <li key={help}>
                    {keepFrenchSpaces(help)} <HelpLink place={place} cohortId={cohort.id} />
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </div>
    ))}
  </SectionCard>
);

type Help = PlanView['unplaced'][number]['helps'][number];

/** Where it is done. */
function HelpLink({ place, cohortId }: Pick<Help, 'place'> & { readonly cohortId: string }) {
  const params = { cohortId };
  switch (place) {
    case 'cohort_settings':
      return (
        <TextLink to="/cohortes/$cohortId/reglages" params={params}>
          Réglages de la cohorte
        </TextLink>
      );
    case 'cohort_calendar':
      return (
        <TextLink to="/cohortes/$cohortId/calendrier" params={params}>
          Calendrier de la cohorte
        </TextLink>
      );
    case 'learners':
      return <TextLink to="/apprenants">Apprenants</TextLink>;
    case 'trainers':
      return <TextLink to="/formateurs">Formateurs</TextLink>;
    case 'rooms':
      return <TextLink to="/salles">Salles</TextLink>;
    case 'centre':
      return <TextLink to="/centre">Centre et sites</TextLink>;
    case 'plans':
      return <TextLink to="/planification">Planification</TextLink>;
  }
}
