/** Names of a row, at most four; more are counted: « Cissé Aminata, … et 3 autres ». */
export const listNames = (names: readonly string[]): string =>
  names.length <= 4
    ? names.join(', ')
    : `${names.slice(0, 3).join(', ')} et ${names.length - 3} autres`;
