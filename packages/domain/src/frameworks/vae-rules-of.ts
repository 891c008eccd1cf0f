import type { Framework, VaeRules } from './framework.ts';

/**
 * Where a version says nothing of the VAE: no experience required since the law of 21 December 2022
 * (W12, W13), a warning below the year of 1,607 h that the branch still asks for (DOMAIN 4.7, W11).
 */
export const defaultVaeRules: VaeRules = { requiredHours: null, warnBelowHours: 1607 };

/** The experience that a VAE asks for under a version (DOMAIN 4.7). */
export const vaeRulesOf = ({ vae }: Pick<Framework, 'vae'>): VaeRules => vae ?? defaultVaeRules;
