import { countNoun } from '@jalon/domain';
import { Hours } from '../../../components/hours.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { viewSums } from '../edit/sums-view.ts';
import type { Version } from '../version.ts';
import { describeThreshold } from '../words.ts';
import { Reconciliation } from './reconciliation.tsx';
import classes from './view.module.css';

/** The whole version at a glance: hours added up, and a line a block. */
export function SummarySection({ version: { content } }: { readonly version: Version }) {
  const sums = viewSums(content);
  return (
    <div id="resume" className={classes.anchor}>
      <SectionCard title="Résumé" hint={describeSize(content)} isFlush>
        <Reconciliation sums={sums} hours={content.hours} />
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">Bloc</th>
                <th scope="col" data-align="end">
                  Modules
                </th>
                <th scope="col" data-align="end">
                  Évaluation
                </th>
                <th scope="col">Pour l’acquérir</th>
              </tr>
            </thead>
            <tbody>
              {content.blocks.map((block, index) => (
                <tr key={block.code}>
                  <td>
                    <a href={`#bloc-${block.code}`} className={classes.blockLink}>
                      <strong>{block.code}</strong> {block.shortName}
                    </a>
                  </td>
                  <td data-align="end">
                    <Hours minutes={sums.blocks[index]?.modulesMinutes ?? 0} />
                  </td>
                  <td data-align="end">
                    <Hours minutes={block.evaluationMinutes} />
                  </td>
                  <td>{describeThreshold(block, content.credentials)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </SectionCard>
    </div>
  );
}

const describeSize = ({ blocks }: Version['content']): string => {
  const modules = blocks.reduce((count, block) => count + block.modules.length, 0);
  const assessments = blocks.reduce((count, block) => count + block.assessments.length, 0);
  return [
    countNoun(blocks.length, 'bloc'),
    countNoun(modules, 'module'),
    countNoun(assessments, 'épreuve'),
  ].join(' · ');
};
