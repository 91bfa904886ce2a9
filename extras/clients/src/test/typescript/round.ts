import { Configuration, EventsApi, HealthApi, ProblemFromJSON, ResponseError, UsersApi } from '../../../target/typescript/index.js';

const FIRST = '2100-01-02T10:15:30.123456788Z';
const SECOND = '2100-01-02T10:15:30.123456789Z';

/** Everything that a client does with the service, once. */
export async function round(basePath: string, token: string): Promise<void> {
  const configuration = new Configuration({ basePath, accessToken: `Bearer ${token}` });
  await changeAUser(new UsersApi(configuration));
  await pageThroughUsers(new UsersApi(configuration));
  await followEvents(new EventsApi(configuration));
  await listADay(new EventsApi(configuration));
  const health = new HealthApi(configuration);
  same((await health.checkHealth()).status, 'ok');
  await health.headHealth();
}

async function changeAUser(users: UsersApi): Promise<void> {
  const newUser = { email: 'ada@example.com', city: 'London' };
  const created = await users.createUser({ newUser, idempotencyKey: 'key-1' });
  same((await users.createUser({ newUser, idempotencyKey: 'key-1' })).version, created.version);

  const email = created.email;
  const ifMatch = (await users.readUserRaw({ email })).raw.headers.get('ETag') ?? '';
  const updated = await users.updateUser({ email, requestBody: { city: null }, ifMatch });
  same(updated.version, created.version + 1);
  same('city' in updated, false);

  const stale = await problem(() => users.updateUser({ email, requestBody: { city: 'Paris' }, ifMatch }));
  same(stale.status, 412);
  const refused = await problem(() => users.createUser({ newUser: { email: 'eve@example.com', version: 7 } }));
  same(refused.errors?.[0]?.pointer, '/version');

  await users.deleteUser({ email });
  same((await problem(() => users.readUser({ email }))).status, 404);
}

async function pageThroughUsers(users: UsersApi): Promise<void> {
  const emails = ['page1@example.com', 'page2@example.com', 'page3@example.com'];
  for (const email of emails) {
    await users.createUser({ newUser: { email } });
  }
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await users.listUsers({ limit: 2, cursor });
    seen.push(...page.items.map((user) => user.email));
    cursor = page.next_cursor;
  } while (cursor !== undefined);
  same(seen.filter((email) => emails.includes(email)).length, 3);
}

async function followEvents(events: EventsApi): Promise<void> {
  const first = await events.recordEvent({ newEvent: { event: 'followed', timestamp: FIRST, id: '1' } });
  await events.recordEvent({ newEvent: { event: 'followed', timestamp: SECOND, id: '2' } });
  same(first.timestamp, FIRST);

  const after = await events.queryEvents({ event: 'followed', after: first.timestamp });
  same(after.items.map((event) => event.timestamp).join(), SECOND);
  const none = await events.queryEvents({ event: 'followed', after: after.items[0]?.timestamp });
  same(none.count, 0);
}

async function listADay(events: EventsApi): Promise<void> {
  const result = await events.recordEvents({
    eventBatch: {
      events: [
        { event: 'of a day', timestamp: '2101-01-02T23:30:00-01:00', id: '1' },
        { event: 'of a day', timestamp: '2101-01-03T10:00:00Z', id: '2', expires_at: 253402300799 },
      ],
    },
  });
  same(result.recorded, 2);
  const day = await events.listEventsOnDate({ date: '2101-01-03', order: 'desc' });
  same(day.items.map((event) => event.timestamp).join(), '2101-01-03T10:00:00Z,2101-01-03T00:30:00Z');
  same(day.items[0]?.expires_at, 253402300799);
}

/** The problem that a request is answered with; it must not succeed. */
async function problem(request: () => Promise<unknown>) {
  try {
    await request();
  } catch (error) {
    if (error instanceof ResponseError) {
      return ProblemFromJSON(await error.response.json());
    }
    throw error;
  }
  throw new Error('This was to be refused.');
}

function same(found: unknown, expected: unknown): void {
  if (found !== expected) {
    throw new Error(`${JSON.stringify(found)} should have been ${JSON.stringify(expected)}`);
  }
}
