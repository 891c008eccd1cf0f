import { cite } from '@jalon/domain';
import { Anchor } from '@mantine/core';
import { keepFrenchSpaces } from '../lib/french-spaces.ts';

/** Where a rule is written: « Règle du référentiel RNCP 40913, bloc B2 · source ». */
export function SourceNote({ source }: { readonly source: string }) {
  const { text, links } = cite(source);
  return (
    <>
      {keepFrenchSpaces(text)}
      {links.map(({ title, url }, index) => {
        // The spoken name starts with the words on screen, for those who speak to their browser.
        const words = links.length > 1 ? `source ${index + 1}` : 'source';
        return (
          <span key={url}>
            {' · '}
            <Anchor
              href={url}
              target="_blank"
              rel="noreferrer"
              fz="inherit"
              underline="always"
              aria-label={`${words} : ${title} (nouvel onglet)`}
            >
              {words}
            </Anchor>
          </span>
        );
      })}
    </>
  );
}
