import { countNoun } from '../french-format.ts';
import type { Reason } from '../reason.ts';
import { isDeciding, type JuryMember } from './check-composition.ts';

/**
 * Whether at least half of those who vote belong neither to the centre nor to the certifier (W34).
 * The rule is that of other certifications and no source sets it for this one, so that it warns and
 * never keeps a session from closing (DOMAIN 4.6, Q7).
 */
export function checkExternalShare(members: readonly JuryMember[]): Reason {
  const deciding = members.filter(isDeciding);
  const external = deciding.filter(({ isInternal }) => !isInternal).length;
  return {
    rule: 'jury.external-half',
    met: deciding.length > 0 && external * 2 >= deciding.length,
    facts: `${countNoun(external, 'votant extérieur', 'votants extérieurs')} au centre et au certificateur sur ${deciding.length} : il en faut au moins la moitié.`,
    source: 'W34',
  };
}
