/** A param of the page's address, `useParam('cohortId')` under `/cohortes/$cohortId`. */
export declare function useParam(name: string): string;
