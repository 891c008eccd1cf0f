/**
 * The password of the demonstration's accounts. Everybody knows it: it opens nothing where the
 * demonstration is off, whoever chose it.
 */
export const publicPassword = 'jalon-demonstration';
