/** A sheet of the register as people write it: « RNCP 40913 » for `RNCP40913`. */
export const nameSheet = (code: string): string => code.replace(/^(RNCP|RS)(\d+)$/, '$1 $2');
