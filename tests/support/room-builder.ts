import type { Member, TestApp } from './test-app.ts';

/** A room in the centre's first site. */
export async function addRoom(
  app: TestApp,
  coordinator: Member,
  name: string,
  more: { readonly seats?: number; readonly equipment?: readonly string[] } = {},
): Promise<string> {
  const call = app.as(coordinator);
  const { body: sites } = await call('GET /sites', {});
  const { seats = 20, equipment = [] } = more;
  const { body } = await call('POST /rooms', {
    body: { siteId: sites[0]?.id ?? '', name, seats, equipment: [...equipment] },
  });
  return body.id;
}
