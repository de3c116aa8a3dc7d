import { type Client, openClient } from './ask.ts';
import type { Served } from './served.ts';

/** Somebody with a token of their own. */
export type Caller = {
  readonly name: string;
  readonly client: Client;
  readonly headers: Readonly<Record<string, string>>;
};

/** Makes workspaces by the command line, and tokens of them through the API, by turns; a caller for each token. */
export async function newCallers(
  served: Served,
  count: number,
  workspaces: number,
  role = 'planner',
): Promise<Caller[]> {
  const admins: Client[] = [];
  for (let number = 1; number <= workspaces; number += 1) {
    const slug = `kommun-${number}`;
    await served.command('workspace', 'create', slug, `Kommun ${number}`);
    const token = await served.command('token', 'issue', '--workspace', slug, '--name', 'Admin', '--role', 'admin');
    admins.push(openClient(served.address, headersOf(token)));
  }
  const callers: Caller[] = [];
  for (let number = 0; number < count; number += 1) {
    const admin = admins[number % workspaces] as Client;
    const name = `Planner ${number + 1}`;
    const { text } = await admin.ask({
      query: `mutation ($name: String!, $role: Role!) { issueToken(input: { name: $name, role: $role }) { ... on IssuedToken { token } } }`,
      variables: { name, role },
    });
    const token = (JSON.parse(text) as { data?: { issueToken?: { token?: string } } }).data?.issueToken?.token;
    if (token === undefined) throw new Error(`no token was issued: ${text}`);
    const headers = headersOf(token);
    callers.push({ name, client: openClient(served.address, headers), headers });
  }
  for (const admin of admins) admin.close();
  return callers;
}

function headersOf(token: string): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${token}` };
}

/** What `/metrics` tells, by name with labels. */
export async function metricsOf({ client }: Caller): Promise<Readonly<Record<string, number>>> {
  const { text } = await client.ask({ path: '/metrics' });
  return Object.fromEntries(
    text
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split(/ (?=\S+$)/) as [string, string])
      .map(([name, value]) => [name, Number(value)]),
  );
}
