import type { Answer } from '@jalon/contract';
import { joinWords } from '@jalon/domain';
import { NamesakeChoice } from '../../components/namesake-choice.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import classes from './learner-imports.module.css';

type Questions = Answer<'POST /cohorts/:cohortId/learner-imports/preview'>['tutorQuestions'];

interface TutorQuestionsProps {
  readonly questions: Questions;
  readonly answers: Readonly<Record<string, string>>;
  readonly onAnswer: (email: string, answer: string) => void;
}

/** The tutors of a file whose names are known with another mail: a person says who each one is. */
export function TutorQuestions({ questions, answers, onAnswer }: TutorQuestionsProps) {
  if (questions.length === 0) return null;
  return (
    <SectionCard
      title="Tuteurs à reconnaître"
      hint="Le même nom, une autre adresse : dites de qui il s’agit."
      tone="attention"
    >
      <div className={classes.questions}>
        {questions.map(({ email, name, lines, namesakes }) => (
          <NamesakeChoice
            key={email}
            label={`${name}, ${email} (${lines.length === 1 ? 'ligne' : 'lignes'} ${joinWords(lines.map(String))})`}
            namesakes={namesakes}
            value={answers[email] ?? ''}
            onChange={(answer) => onAnswer(email, answer)}
          />
        ))}
      </div>
    </SectionCard>
  );
}
