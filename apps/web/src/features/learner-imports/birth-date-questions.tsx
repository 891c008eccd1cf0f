import type { Answer } from '@jalon/contract';
import { type BirthDateAnswer, formatDay } from '@jalon/domain';
import { Radio, Stack } from '@mantine/core';
import { SectionCard } from '../../components/section-card.tsx';
import classes from './learner-imports.module.css';

type Questions = Answer<'POST /cohorts/:cohortId/learner-imports/preview'>['birthDateQuestions'];
/** Which birth date is right, by the mail of the line. */
export type BirthDateAnswersGiven = Readonly<Record<string, BirthDateAnswer>>;

interface BirthDateQuestionsProps {
  readonly questions: Questions;
  readonly answers: BirthDateAnswersGiven;
  readonly onAnswer: (email: string, answer: BirthDateAnswer) => void;
}

/** Learners known by the same mail and names with another birth date: a person says which is right. */
export function BirthDateQuestions({ questions, answers, onAnswer }: BirthDateQuestionsProps) {
  if (questions.length === 0) return null;
  return (
    <SectionCard
      title="Dates de naissance à vérifier"
      hint="Le même nom et la même adresse, une autre date : dites laquelle est juste."
      tone="attention"
    >
      <div className={classes.questions}>
        {questions.map(({ email, name, line, inFile, known }) => (
          <Radio.Group
            key={email}
            label={`${name}, ${email} (ligne ${line})`}
            value={answers[email] ?? ''}
            onChange={(answer) => onAnswer(email, answer === 'file' ? 'file' : 'known')}
          >
            <Stack gap="xs" mt="xs">
              <Radio
                value="file"
                label={`${formatDay(inFile)}, celle du fichier`}
                description="La fiche de la personne sera corrigée."
              />
              <Radio
                value="known"
                label={`${formatDay(known)}, celle de la fiche`}
                description="La date du fichier ne sera pas prise."
              />
            </Stack>
          </Radio.Group>
        ))}
      </div>
    </SectionCard>
  );
}
