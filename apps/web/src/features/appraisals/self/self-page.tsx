import { formatLongDay } from '@jalon/domain';
import { ButtonLink } from '../../../components/app-link.tsx';
import { PhonePage } from '../../../components/phone-page.tsx';
import { SectionCard } from '../../../components/section-card.tsx';
import { WhenRead } from '../../../components/when-read.tsx';
import { useRead } from '../../../lib/api.ts';
import { useParam } from '../../../lib/use-param.ts';
import { blockTitle } from '../block-words.ts';
import { RatingList } from '../rating-list.tsx';
import classes from './self.module.css';
import { SelfForm, type SelfSheet } from './self-form.tsx';

/** One self-assessment of a learner: to fill in, or as it was sent. */
export function Page() {
  const selfAssessmentId = useParam('selfAssessmentId');
  const read = useRead('GET /self-assessments/:selfAssessmentId', { params: { selfAssessmentId } });
  return (
    <WhenRead read={read}>
      {(sheet) =>
        sheet.sentOn === null ? (
          <SelfForm key={sheet.id} sheet={sheet} onSent={() => read.refetch()} />
        ) : (
          <SentSheet sheet={sheet} sentOn={sheet.sentOn} />
        )
      }
    </WhenRead>
  );
}

function SentSheet({ sheet, sentOn }: { readonly sheet: SelfSheet; readonly sentOn: string }) {
  return (
    <PhonePage
      title="Votre auto-évaluation est envoyée"
      overline={blockTitle(sheet.block)}
      actions={
        <ButtonLink to="/mon-parcours/auto-evaluations" variant="filled" size="lg">
          Mes auto-évaluations
        </ButtonLink>
      }
    >
      <p className={classes.words}>
        Envoyée le {formatLongDay(sentOn)}. Elle ne change plus : une nouvelle pourra la remplacer.
      </p>
      <SectionCard>
        <RatingList sheet={sheet} />
      </SectionCard>
    </PhonePage>
  );
}
