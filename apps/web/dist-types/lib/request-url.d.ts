/** The parts of a request that go into its address. */
export interface AddressParts {
    readonly params?: Readonly<Record<string, unknown>> | undefined;
    readonly query?: Readonly<Record<string, unknown>> | undefined;
}
/**
 * The address of a contract key: `GET /cohorts/:cohortId` with its params and query becomes
 * `/api/cohorts/…?…`. Absent query values are left out, lists are repeated.
 * @throws Error when a param is missing: the contract's types should have refused the call.
 */
export declare function buildRequestUrl(key: string, { params, query }: AddressParts): string;
