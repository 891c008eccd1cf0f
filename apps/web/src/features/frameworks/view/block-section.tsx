import { formatMinutes, joinWords } from '@jalon/domain';
import { Hours } from '../../../components/hours.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { SourceNote } from '../../../components/source-note.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import type { Block, Content } from '../version.ts';
import { describeThreshold, thresholdStatusWords } from '../words.ts';
import { BlockAssessments } from './block-assessments.tsx';
import { describeSource } from './gaps.ts';
import classes from './view.module.css';

interface BlockSectionProps {
  readonly block: Block;
  readonly content: Content;
}

/** One block: how it is acquired, then its modules, competences and épreuves. */
export function BlockSection({ block, content }: BlockSectionProps) {
  const { credentials } = content;
  const sum = block.modules.reduce((total, { minutes }) => total + minutes, 0);
  return (
    <div id={`bloc-${block.code}`} className={classes.anchor}>
      <SectionCard
        title={`${block.code} · ${block.name}`}
        hint={describeHours(sum, block.evaluationMinutes)}
      >
        <div className={classes.threshold}>
          <div>
            <span className={classes.label}>Pour acquérir le bloc</span>
            <strong>{describeThreshold(block, credentials)}</strong>
          </div>
          {block.thresholdStatus !== 'stated' && block.assessments.length > 0 && (
            <StateBadge tone="warn">{thresholdStatusWords[block.thresholdStatus]}</StateBadge>
          )}
        </div>
        <div className={classes.pair}>
          <BlockModules block={block} sum={sum} content={content} />
          <BlockCompetences competences={block.competences} />
        </div>
        {block.assessments.length > 0 && (
          <BlockAssessments block={block} credentials={credentials} />
        )}
        {describeSource(block.source) !== '' && (
          <p className={classes.source}>
            Source : <SourceNote source={describeSource(block.source)} />
          </p>
        )}
      </SectionCard>
    </div>
  );
}

const describeHours = (modules: number, evaluation: number): string =>
  evaluation === 0
    ? formatMinutes(modules)
    : `${formatMinutes(modules)} de formation, ${formatMinutes(evaluation)} d’évaluation`;

function BlockModules({ block, sum, content }: BlockSectionProps & { readonly sum: number }) {
  const { credentials, blocks } = content;
  const nameOf = (code: string) => credentials.find((rule) => rule.code === code)?.name ?? code;
  const modules = blocks.flatMap((one) => one.modules);
  const nameModule = (code: string) => modules.find((one) => one.code === code)?.name ?? code;
  return (
    <div>
      <h3 className={classes.subtitle}>Modules</h3>
      <ul className={classes.modules}>
        {block.modules.map(({ code, name, minutes, credentialCode, after = [], equipment }) => (
          <li key={code}>
            <span>
              {name}
              {credentialCode !== null && (
                <span className={classes.detail}>prépare {nameOf(credentialCode)}</span>
              )}
              {after.length > 0 && (
                <span className={classes.detail}>après {joinWords(after.map(nameModule))}</span>
              )}
              {equipment.length > 0 && (
                <span className={classes.detail}>salle équipée de {joinWords(equipment)}</span>
              )}
            </span>
            <Hours minutes={minutes} />
          </li>
        ))}
        <li className={classes.total}>
          <span>
            {sum === block.statedMinutes
              ? 'Total, comme la source l’imprime'
              : `Total ; la source imprime ${formatMinutes(block.statedMinutes)}`}
          </span>
          <Hours minutes={sum} />
        </li>
      </ul>
    </div>
  );
}

const BlockCompetences = ({ competences }: Pick<Block, 'competences'>) => (
  <div>
    <h3 className={classes.subtitle}>Compétences, appréciées par le tuteur</h3>
    {competences.length === 0 ? (
      <p className={classes.none}>Aucune compétence n’est décrite par les sources.</p>
    ) : (
      <ul className={classes.competences}>
        {competences.map(({ code, name }) => (
          <li key={code}>
            <span className={classes.code}>{code}</span> {name}
          </li>
        ))}
      </ul>
    )}
  </div>
);
