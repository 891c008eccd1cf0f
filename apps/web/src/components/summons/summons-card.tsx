import { ProblemAlert } from '../problem-alert.tsx';
import { SectionCard } from '../section-card.tsx';
import { WhenRead } from '../when-read.tsx';
import classes from './summons.module.css';
import { SummonsLine } from './summons-row.tsx';
import { useSummons } from './use-summons.ts';

interface SummonsCardProps {
  readonly cohortId: string;
  readonly enrolmentId: string;
}

/** The convocation of one learner, on their file. */
export function SummonsCard({ cohortId, enrolmentId }: SummonsCardProps) {
  const { read, send, isPending, problem, skipped } = useSummons(cohortId);
  return (
    <SectionCard title="Convocation">
      <WhenRead isPart read={read}>
        {(rows) => {
          const row = rows.find((one) => one.enrolmentId === enrolmentId);
          if (!row) return null;
          return (
            <>
              <ProblemAlert problem={problem} />
              {skipped.map((line) => (
                <p key={line} role="status" className={classes.text}>
                  {line}
                </p>
              ))}
              <div className={classes.row}>
                <SummonsLine row={row} isPending={isPending} onSend={() => send([enrolmentId])} />
              </div>
            </>
          );
        }}
      </WhenRead>
    </SectionCard>
  );
}
