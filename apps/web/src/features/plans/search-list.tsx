import type { Answer } from '@jalon/contract';
import { TextLink } from '../../components/app-link.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { formatMoment } from '../../lib/french-moment.ts';
import { nameCohorts, searchStates } from './plan-words.ts';
import classes from './plans.module.css';

type Search = Answer<'GET /plans'>['searches'][number];

/** The plans looked for, the newest first. */
export const SearchList = ({ searches }: { readonly searches: readonly Search[] }) => (
  <SectionCard title="Plans cherchés">
    {searches.map((search) => (
      <div key={search.id} className={classes.line}>
        <div>
          <TextLink to="/planification/$planId" params={{ planId: search.id }}>
            {search.kind === 'repair' ? 'Réparation' : 'Plan'} : {nameCohorts(search.cohorts)}
          </TextLink>
          <p>demandé le {formatMoment(search.askedAt)}</p>
        </div>
        <StateBadge tone={searchStates[search.state].tone}>
          {searchStates[search.state].word}
        </StateBadge>
      </div>
    ))}
  </SectionCard>
);
