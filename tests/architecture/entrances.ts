import { join } from 'node:path';
import { type Actor, SYSTEM_ACTOR } from '@/lib/identity/actor';
import { PERMISSIONS, type Permission } from '@/lib/identity/permissions';
import { isTest, type SourceTree } from './source-tree';
import { Asked, type Guarded } from './stand-ins';

/** One way in, and what it asks of who comes. `public` asks nothing, `part` is reached only through what has asked. */
export type Entrance = {
  readonly kind: 'page' | 'action' | 'route' | 'query' | 'command';
  readonly name: string;
  readonly guards: readonly (Permission | 'public' | 'part')[];
  /** What a partner's key for trials needs instead. */
  readonly sandbox?: Permission;
};

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const modulesOf = (tree: SourceTree, pattern: RegExp) => [...tree.keys()].filter((path) => pattern.test(path)).sort();
const load = async (path: string): Promise<Record<string, unknown>> =>
  import(/* @vite-ignore */ join(import.meta.dirname, '..', '..', path));
const isGuarded = (value: unknown): value is Guarded => typeof value === 'object' && value !== null && 'guard' in value;

/** Pages say first who may see them, by themselves or by the function they begin with: nothing is read before. */
export function pageEntrances(tree: SourceTree): Entrance[] {
  return modulesOf(tree, /^app\/(.*\/)?page\.tsx$/).map((name) => {
    const bodies = [
      ...(tree.get(name) ?? '').matchAll(/^(export )?(?:default )?async function (\w+)\([\s\S]*?\n\}$/gm),
    ];
    const guardIn = (body: string): Permission | null => {
      const [, wrapper, , guard, local] =
        /await ((requireActor|requireSignedIn)\((?:'([a-z_.]+)')?\)|(\w+)\(|[\s\S])/.exec(body) ?? [];
      if (wrapper?.startsWith('require')) return (guard ?? 'identity.self') as Permission;
      const [called = null] = bodies.find(([, , known]) => known === local) ?? [];
      return called === null || called === body ? null : guardIn(called);
    };
    const asked = bodies.filter(([, exported]) => exported).flatMap(([body]) => guardIn(body) ?? []);
    return { kind: 'page', name, guards: asked.length > 0 ? [...new Set(asked)] : ['public'] };
  });
}

/** Every server action, by the permission its wrapper asks for before it tells anything of what was sent. */
export async function actionEntrances(tree: SourceTree): Promise<Entrance[]> {
  const found: Entrance[] = [];
  for (const path of modulesOf(tree, /^app\/.*\/actions\.ts$/)) {
    const exported = Object.entries(await load(path));
    found.push(...exported.map(([name, value]) => entranceOf('action', `${path} ${name}`, value)));
  }
  return found;
}

/** Every method of every route, calls of the API and exports of files among them. */
export async function routeEntrances(tree: SourceTree, open: ReadonlyMap<string, string>): Promise<Entrance[]> {
  const found: Entrance[] = [];
  for (const path of modulesOf(tree, /^app\/.*route\.ts$/)) {
    if (open.has(path)) found.push({ kind: 'route', name: path, guards: ['public'] });
    else {
      const exported = Object.entries(await load(path)).filter(([name]) => METHODS.includes(name));
      found.push(...exported.map(([name, value]) => entranceOf('route', `${path} ${name}`, value)));
    }
  }
  return found;
}

function entranceOf(kind: 'action' | 'route', name: string, value: unknown): Entrance {
  if (!isGuarded(value)) throw new Error(`${name} is not made by a wrapper`);
  return { kind, name, guards: [value.guard], ...(value.sandbox ? { sandbox: value.sandbox } : {}) };
}

/**
 * Every function of queries and commands that takes who asks. It is called with that and with nothing in all else, and must ask for its
 * permission before it touches anything: what is missing would make it fail otherwise. Where the permission depends on the role, all it may ask for.
 */
export async function functionEntrances(tree: SourceTree, actors: readonly Actor[]): Promise<Entrance[]> {
  const found: Entrance[] = [];
  for (const path of modulesOf(tree, /^db\/(queries|commands)\/.*\.ts$/)) {
    const names = isTest(path) ? [] : actorFunctions(tree.get(path) ?? '');
    const exported = names.length > 0 ? await load(path) : {};
    const kind = path.startsWith('db/queries') ? 'query' : 'command';
    for (const name of names) {
      found.push({ kind, name: `${path} ${name}`, guards: await guardsOf(exported[name], actors) });
    }
  }
  return found;
}

const actorFunctions = (text: string): string[] =>
  [...text.matchAll(/^export (?:async )?function\*? ?(\w+)(?:<[^(]*>)?\(\s*actor: Actor\b/gm)].map(
    ([, name = '']) => name,
  );

async function guardsOf(run: unknown, actors: readonly Actor[]): Promise<Entrance['guards']> {
  if (typeof run !== 'function') throw new Error('exported, and no function');
  const asked = new Set<Permission | 'part'>();
  for (const actor of actors) asked.add(await guardOf(run as (...given: unknown[]) => unknown, actor));
  return [...asked].sort();
}

/** Parameters that are taken apart where they stand must be there to be; of what is in them there is nothing. */
const NOTHING = Array.from({ length: 6 }, () => ({}));

async function guardOf(run: (...given: unknown[]) => unknown, actor: Actor): Promise<Permission | 'part'> {
  try {
    const answer = run(actor, ...NOTHING);
    await (isGenerator(answer) ? answer.next() : answer);
  } catch (error) {
    if (error instanceof Asked) return error.permission;
  }
  return 'part';
}

const isGenerator = (value: unknown): value is AsyncGenerator =>
  typeof value === 'object' && value !== null && Symbol.asyncIterator in value && 'next' in value;

/** What the app takes from queries and commands, by file. */
export function takenByApp(tree: SourceTree): { path: string; name: string }[] {
  return [...tree]
    .filter(([path]) => path.startsWith('app/') && !isTest(path))
    .flatMap(([path, text]) =>
      [...text.matchAll(/^import \{([^}]*)\} from '@\/(db\/(?:queries|commands)\/[^']+)'/gm)].flatMap(
        ([, names = '', module = '']) =>
          names
            .split(',')
            .map((name) => name.trim().replace(/ as .*$/, ''))
            .filter((name) => /^[a-z]/.test(name) && !name.startsWith('type '))
            .map((name) => ({ path, name: `${module}.ts ${name}` })),
      ),
    );
}

export const someoneOf = (role: Actor['role']): Actor => ({ ...SYSTEM_ACTOR, kind: 'user', name: role, role });

/** Who may come in: by role, and nobody at all. */
export function mayEnter({ guards, sandbox }: Entrance, role: Actor['role'] | 'nobody'): boolean {
  if (guards.includes('public')) return true;
  if (role === 'nobody' || guards.includes('part')) return false;
  const needed = role === 'sandbox' && sandbox ? [sandbox] : guards;
  return needed.some((guard) => (PERMISSIONS[guard as Permission] as readonly string[]).includes(role));
}
