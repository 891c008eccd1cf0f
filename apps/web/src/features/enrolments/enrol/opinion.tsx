import type { EnrolmentFile } from '@jalon/contract';
import { ReasonList } from '../../../components/reason-list.tsx';
import { SourceNote } from '../../../components/source-note.tsx';
import { StateBadge } from '../../../components/state-badge.tsx';
import classes from '../enrolments.module.css';
import { entryWords } from '../words.ts';

/** What the rules say of an entry: outcome, reasons with their source, and what to watch. */
export function Opinion({ entry, findings }: Pick<EnrolmentFile, 'entry' | 'findings'>) {
  const { word, tone } = entryWords[entry.outcome];
  return (
    <div className={classes.stack}>
      <div>
        <StateBadge tone={tone}>{word}</StateBadge>
      </div>
      <ReasonList reasons={entry.reasons} />
      {findings.map(({ rule, message, source, severity }) => (
        <div
          key={`${rule} ${message}`}
          className={classes.notice}
          data-tone={severity === 'information' ? undefined : 'warn'}
        >
          <div>{message}</div>
          <div className={classes.soft}>
            {severity === 'error' ? 'À corriger' : 'À savoir'} · <SourceNote source={source} />
          </div>
        </div>
      ))}
    </div>
  );
}
