import type { PlanView } from '@jalon/contract';
import { formatMinutes } from '@jalon/domain';
import { SectionCard } from '../../components/section-card.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { sayEuros } from './plan-words.ts';
import classes from './plans.module.css';

type Cost = PlanView['costs'][number];

/** What the plan pays: hours, and each wish that it could not keep, at the weight that was set. */
export const PlanCosts = ({ costs }: Pick<PlanView, 'costs'>) => (
  <SectionCard title="Ce que le plan coûte">
    <table className={classes.costs}>
      <thead>
        <tr>
          <th scope="col">Poste</th>
          <th scope="col">Prix de chacun</th>
          <th scope="col">Combien</th>
          <th scope="col">Total</th>
        </tr>
      </thead>
      <tbody>
        {costs.map((cost) => (
          <tr key={cost.rule}>
            <td>
              {cost.label}
              {cost.facts.length > 0 && (
                <details>
                  <summary>lesquels</summary>
                  <ul className={classes.facts}>
                    {cost.facts.map((fact) => (
                      <li key={fact}>{keepFrenchSpaces(fact)}</li>
                    ))}
                  </ul>
                </details>
              )}
            </td>
            <td>{cost.weight === null ? '' : sayEuros(cost.weight)}</td>
            <td>{sayCount(cost)}</td>
            <td>{sayEuros(cost.cents)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </SectionCard>
);

const sayCount = ({ rule, count }: Cost): string =>
  rule === 'cost'
    ? formatMinutes(count)
    : count.toLocaleString('fr-FR', { maximumFractionDigits: 1 });
