import { ButtonLink } from '../../components/app-link.tsx';
import { PhonePage } from '../../components/phone-page.tsx';
import { keepFrenchSpaces } from '../../lib/french-spaces.ts';
import { isBegun } from './answers.ts';
import { blockTitle } from './block-words.ts';
import type { Sheet } from './draft-saver.ts';
import { RatingList } from './rating-list.tsx';
import classes from './signed-appraisal.module.css';

const backToOwn = (
  <ButtonLink to="/appreciations/a-faire" variant="filled" size="lg">
    Mes appréciations
  </ButtonLink>
);

/** Where the link of a request leads once it has ended: why, and what the tutor had written. */
export function EndedRequest({ sheet }: { readonly sheet: Sheet }) {
  return (
    <PhonePage
      title={`Votre avis sur ${sheet.learnerName} n’est plus attendu`}
      overline={blockTitle(sheet.block)}
      actions={backToOwn}
    >
      <p className={classes.why}>{keepFrenchSpaces(sheet.end?.sentence ?? '')}</p>
      {isBegun(sheet) && (
        <section className={classes.sheet}>
          <h2>Ce que vous aviez écrit est gardé</h2>
          <RatingList sheet={sheet} />
        </section>
      )}
    </PhonePage>
  );
}

/** Where the link of a request leads when it is not, or no longer, the tutor's own. */
export const NoSuchRequest = () => (
  <PhonePage title="Rien n’est attendu de vous ici" actions={backToOwn}>
    <p className={classes.why}>
      Cette demande d’appréciation n’existe plus, ou elle est adressée à quelqu’un d’autre.
    </p>
  </PhonePage>
);
