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
export function buildRequestUrl(key: string, { params = {}, query = {} }: AddressParts): string {
  const path = key.slice(key.indexOf(' ') + 1).replace(/:(\w+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${key} needs the param ${name}`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) search.append(name, String(one));
  }
  return search.size > 0 ? `/api${path}?${search}` : `/api${path}`;
}
