import type { Board } from '@jalon/contract';
import { Box } from '@mantine/core';
import { PathLink } from '../../components/path-link.tsx';
import { RowList } from '../../components/row-list.tsx';
import { SectionCard } from '../../components/section-card.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { paths } from '../../lib/paths.ts';

/** Who left the cohort: in no row nor figure of the board, with what they keep. */
export function LeftLearners({ left }: { readonly left: Board['left'] }) {
  if (left.length === 0) return null;
  return (
    <Box mt="lg">
      <SectionCard title="Abandons" hint={left.length}>
        <RowList>
          {left.map(({ enrolmentId, name, fact }) => (
            <li key={enrolmentId}>
              <PathLink path={paths.learner(enrolmentId)}>{name}</PathLink>
              <span>{keepFrenchSpaces(fact)}</span>
            </li>
          ))}
        </RowList>
      </SectionCard>
    </Box>
  );
}
