import { describe, expect, it } from 'vitest';
import { OPEN_ROUTES } from './open-entrances';
import { isTest, readSourceTree, type SourceTree } from './source-tree';

/** Every export of a server file is an entrance anybody may call, so each must be made by `defineAction`, or by its public twin. */
function unguardedActions(tree: SourceTree): string[] {
  return [...tree].flatMap(([path, text]) => {
    if (isTest(path) || !/^\s*['"]use server['"]/m.test(text)) return [];
    const elsewhere = /\/actions\.ts$/.test(path) ? [] : [`${path} is a server file of another name than actions.ts`];
    const inline = /^\s*['"]use server['"]/.test(text) ? [] : [`${path} holds an inline action`];
    const unguarded = [...text.matchAll(/^export\s+(?!type\b|interface\b)(.*)$/gm)]
      .map(([, statement = '']) => statement)
      .filter(
        (statement) =>
          !/^const \w+(?::[^=]+)? = define(?:Public)?Action(?:<[^(]*>)?\($/.test(statement.replace(/\(.*$/, '(')),
      )
      .map((statement) => `${path} exports without defineAction: ${statement}`);
    return [...elsewhere, ...inline, ...unguarded];
  });
}

/** Every handler of a route is made by a wrapper that knows who asks. */
function unguardedRoutes(tree: SourceTree): string[] {
  return [...tree]
    .filter(([path]) => /^app\/.*\/route\.tsx?$/.test(path) && !OPEN_ROUTES.has(path))
    .flatMap(([path, text]) =>
      [...text.matchAll(/^export\s+(?:async\s+function\s+|const\s+)(GET|HEAD|POST|PUT|PATCH|DELETE)\b(.*)$/gm)]
        .filter(([, , rest = '']) => !/^\s*=\s*define(?:Public)?(?:Route|Call)\b/.test(rest))
        .map(([, method]) => `${path} answers ${method} without defineRoute`),
    );
}

/** Every page of the desk asks who is there; the layout does not run again when a person moves on. */
function unguardedPages(tree: SourceTree): string[] {
  return [...tree]
    .filter(
      ([path, text]) => /^app\/\(desk\)\/.*page\.tsx$/.test(path) && !/await require(Actor|SignedIn)\(/.test(text),
    )
    .map(([path]) => `${path} does not ask who is there`);
}

/** Functions of queries and commands that take no actor because they find or make one, each with its reason. */
const WITHOUT_ACTOR = new Map<string, string>([
  ['checkPassword', 'nobody is signed in yet'],
  ['checkCode', 'nobody is signed in yet'],
  ['countTry', 'a part of the checks of passwords and codes'],
  ['forgetTries', 'a part of the checks of passwords and codes'],
  ['takeCode', 'a part of the check of codes'],
  ['openFor', 'a part of commands that have authorised'],
  ['sealFor', 'a part of commands that have authorised'],
  ['replaceRecoveryCodes', 'a part of commands that have authorised'],
  ['dropTotp', 'a part of commands that have authorised'],
  ['listCounterPeople', 'nobody is signed in; the browser of the counter holds the key'],
  ['matchProviderPerson', 'finds the account the identity provider vouches for'],
  ['openSession', 'makes the actor of the session it opens'],
  ['findSession', 'finds the actor behind a session'],
  ['findApiKey', 'finds the actor behind a key'],
  ['userToChange', 'a part of commands that have authorised'],
  ['keepAnAdmin', 'a part of commands that have authorised'],
  ['checkBinding', 'a part of commands that have authorised'],
  ['endSessionsOf', 'a part of commands that have authorised'],
]);

function identityWithoutActor(tree: SourceTree): string[] {
  return [...tree]
    .filter(([path]) => /^db\/(commands|queries)\/(identity|audit)\//.test(path) && !isTest(path))
    .flatMap(([path, text]) =>
      [...text.matchAll(/^export (?:async )?function (\w+)\(\s*(\w+: \w+)?/gm)]
        .filter(([, name = '', first]) => first !== 'actor: Actor' && !WITHOUT_ACTOR.has(name))
        .map(([, name]) => `${path}: ${name} takes no actor`),
    );
}

const RULES = { unguardedActions, unguardedRoutes, unguardedPages, identityWithoutActor };
const tree = readSourceTree();

describe('every entrance is guarded', () => {
  for (const [name, rule] of Object.entries(RULES)) {
    it(`no ${name}`, () => {
      expect(rule(tree)).toEqual([]);
    });
  }
});

describe('an unguarded entrance is noticed', () => {
  const one = (path: string, text: string): SourceTree => new Map([[path, text]]);

  it.each([
    ['a plain function', "'use server';\nexport async function release(id: string) {\n  await write(id);\n}\n"],
    ['an arrow function', "'use server';\nexport const release = async (id: string) => write(id);\n"],
    ['a re-export', "'use server';\nexport { release } from './elsewhere';\n"],
    ['a default export', "'use server';\nexport default defineAction(schema, run);\n"],
  ])('%s in an actions file', (_title, text) => {
    expect(unguardedActions(one('app/(desk)/queue/actions.ts', text))).toHaveLength(1);
  });

  it('an inline action in a page', () => {
    const text = "export function Page() {\n  async function act() {\n    'use server';\n  }\n}\n";
    expect(unguardedActions(one('app/(desk)/queue/page.tsx', text)).length).toBeGreaterThan(0);
  });

  it('and a guarded one is let through', () => {
    const text =
      "'use server';\nexport const release = defineAction(\n  SCHEMA,\n);\nexport type Released = { id: string };\n";
    expect(unguardedActions(one('app/(desk)/queue/actions.ts', text))).toEqual([]);
  });

  it('a route without wrapper', () => {
    const text = 'export async function GET(request: Request) {\n  return Response.json({});\n}\n';
    expect(unguardedRoutes(one('app/api/v1/x/route.ts', text))).toHaveLength(1);
    expect(unguardedRoutes(one('app/api/v1/x/route.ts', "export const GET = defineRoute('x', run);\n"))).toEqual([]);
  });

  it('a page that does not ask who is there', () => {
    expect(unguardedPages(one('app/(desk)/x/page.tsx', 'export default function Page() {}\n'))).toHaveLength(1);
  });

  it('a query without an actor', () => {
    const text = 'export async function listUsers(filter: Filter) {}\n';
    expect(identityWithoutActor(one('db/queries/identity/list-users.ts', text))).toHaveLength(1);
  });
});
