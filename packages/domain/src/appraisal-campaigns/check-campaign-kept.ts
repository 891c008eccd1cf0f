import type { Finding } from '../finding.ts';

/**
 * Whether a campaign may still be changed or removed: not once it has opened, since tutors hold their
 * links and what was asked stands (DOMAIN 4.5).
 */
export const checkCampaignKept = (isOpened: boolean): readonly Finding[] =>
  isOpened
    ? [
        {
          rule: 'campaign.kept-once-opened',
          severity: 'error',
          path: '',
          message:
            'Cette campagne est ouverte : les tuteurs ont leur lien. Retirez au besoin les demandes une à une.',
          source: 'DOMAIN 4.5',
        },
      ]
    : [];
