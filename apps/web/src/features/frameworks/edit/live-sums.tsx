import { formatMinutes } from '@jalon/domain';
import { VisuallyHidden } from '@mantine/core';
import { SectionCard } from '../../../components/section-card.tsx';
import classes from './edit.module.css';
import { useEditor } from './editor-context.ts';
import { viewSums } from './sums-view.ts';

/** What the modules make while they are typed, beside what the source states. */
export function LiveSums() {
  const { draft, open } = useEditor();
  const sums = viewSums(draft);
  return (
    <SectionCard title="Le compte">
      <table className={classes.sums}>
        <thead>
          <tr>
            <th scope="col">Bloc</th>
            <th scope="col">Modules</th>
            <th scope="col">Annoncé</th>
          </tr>
        </thead>
        <tbody>
          {sums.blocks.map((line, index) => (
            <tr key={line.code} data-gap={line.gapMinutes !== 0}>
              <th scope="row">
                <button type="button" onClick={() => open(`bloc-${index + 1}`)}>
                  {line.code}
                </button>
              </th>
              <td>{formatMinutes(line.modulesMinutes)}</td>
              <td>
                {formatMinutes(line.statedMinutes)}
                <Gap minutes={line.gapMinutes} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Modules</th>
            <td colSpan={2}>{formatMinutes(sums.modulesMinutes)}</td>
          </tr>
          <tr>
            <th scope="row">Évaluation</th>
            <td colSpan={2}>{formatMinutes(sums.evaluationMinutes)}</td>
          </tr>
          <tr data-gap={sums.gapMinutes !== 0} className={classes.sumTotal}>
            <th scope="row">Total</th>
            <td>{formatMinutes(sums.totalMinutes)}</td>
            <td>
              {formatMinutes(sums.statedMinutes)}
              <Gap minutes={sums.gapMinutes} />
            </td>
          </tr>
        </tfoot>
      </table>
    </SectionCard>
  );
}

/** How far the sum is from what is stated: the sign says it, not the colour alone. */
const Gap = ({ minutes }: { readonly minutes: number }) =>
  minutes === 0 ? null : (
    <span className={classes.gap}>
      <VisuallyHidden>Écart : </VisuallyHidden>
      {minutes > 0 ? '+' : '−'} {formatMinutes(Math.abs(minutes))}
    </span>
  );
