import { cqpAm2022Afbb } from './data/cqp-am-2022-afbb.ts';
import { cqpAm2024Short } from './data/cqp-am-2024-266.ts';
import { cqpAm40913LeMans } from './data/cqp-am-40913-lemans.ts';
import { fae112 } from './data/fae-112.ts';
import type { Framework } from './framework.ts';

/** The four versions whose sources were read, oldest first (DOMAIN 13). Codes are unique. */
export const frameworkLibrary: readonly Framework[] = [
  cqpAm2022Afbb,
  cqpAm2024Short,
  cqpAm40913LeMans,
  fae112,
];
