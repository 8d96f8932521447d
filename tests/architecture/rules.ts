import { browserHasItsMessages } from './client-messages';
import { importsOf, isTest, type SourceTree, targetOf } from './source-tree';

/** A rule of the tree: gives one line per violation, naming the file. */
export type Rule = (tree: SourceTree) => string[];

const FRAMEWORK =
  /^(next|react|react-dom|next-auth|next-intl|drizzle-orm|pg|fs|node:fs|node:fs\/promises|recharts|@base-ui)(\/|$)/;
/**
 * A domain that may use values of another: assessment composes, a simulation asks the functions of live work again, the API tells of all; codes and messages are plain data, and
 * the arithmetic of charges knows no policy: revenue computes with it, policy checks what is entered by it.
 */
const COMPOSERS = ['assessment', 'demo', 'api', 'simulation'];
const SHARED = ['kernel', 'consignment', 'identity', 'codes', 'messages', 'charges'];

const productFiles = (tree: SourceTree, folder: string) =>
  [...tree].filter(([path]) => path.startsWith(`${folder}/`) && !isTest(path));

/** `lib` is pure: no framework, no database, no clock, no chance, no environment. */
export const libIsPure: Rule = (tree) =>
  productFiles(tree, 'lib').flatMap(([path, text]) => [
    ...importsOf(path, text)
      .filter(
        ({ target, isTypeOnly }) => !isTypeOnly && (FRAMEWORK.test(target) || /^(app|db|components)\//.test(target)),
      )
      .map(({ target }) => `${path} imports ${target}`),
    ...[/\bDate\.now\(/, /\bnew Date\(\)/, /\bMath\.random\(/, /\bprocess\.env\b/, /\bfetch\(/]
      .filter((use) => use.test(withoutComments(text)))
      .map((use) => `${path} uses ${use.source}`),
  ]);

/** Domains of `lib` share the kernel and the spine, and of each other types only; commands compose them. */
export const domainsStandApart: Rule = (tree) =>
  productFiles(tree, 'lib').flatMap(([path, text]) => {
    const domain = path.split('/')[1] ?? '';
    if (COMPOSERS.includes(domain)) return [];
    return importsOf(path, text)
      .filter(({ target, isTypeOnly }) => target.startsWith('lib/') && !isTypeOnly)
      .filter(({ target }) => ![domain, ...SHARED].includes(target.split('/')[1] ?? ''))
      .filter(({ target }) => !ALLOWED.has(`${path} ${target}`))
      .map(({ target }) => `${path} imports a value of ${target}`);
  });

/** Exceptions, each with its reason. */
const ALLOWED = new Map<string, string>([
  ['lib/clearance/queue-filter.ts lib/assessment/types', 'the filter offers the closed list of indicator codes'],
  ['lib/clearance/events.ts lib/assessment/types', 'the timeline names indicator codes'],
  ['lib/privacy/sought.ts lib/risk/party-keys', 'a person is found by the keys their history is counted under'],
]);

/**
 * Every page that shows something says in its title what, and no two say it alike: tabs, history and screen readers know it by that.
 * A page of one thing among many names it, and one with tabs the tab.
 */
export const pagesHaveTitles: Rule = (tree) => {
  const pages = new Map<string, string>();
  return [...tree]
    .filter(([path, text]) => /^app\/(.*\/)?page\.tsx$/.test(path) && !/^\s+redirect\(/m.test(text.slice(-200)))
    .flatMap(([path, text]) => {
      const title = titleOf(text);
      if (!title) return [`${path} has no title`];
      if (path.includes('[') && !/\b(?:params|props)\b/.test(title))
        return [`${path} does not name in its title what it shows`];
      if (text.includes('<TabLinks') && !/\b(?:searchParams|props)\b/.test(title))
        return [`${path} does not name in its title the tab it shows`];
      const other = pages.get(title);
      pages.set(title, path);
      return other ? [`${path} has the title of ${other}`] : [];
    });
};

/** An address where nothing is has a title too: among other tabs it would pass for a page. */
export const nothingHasATitle: Rule = (tree) =>
  [...tree]
    .filter(([path, text]) => /^app\/(.*\/)?not-found\.tsx$/.test(path) && !titleOf(text))
    .map(([path]) => `${path} has no title`);

/** How a page says its title, from the parameters it takes to its end. */
const titleOf = (text: string): string | undefined =>
  /export (?:async function generateMetadata|const metadata)\b[^{]*?(\{[\s\S]*?\n\})/.exec(text)?.[1];

/** Dependencies flow one way: app over components over lib, db over lib, and nothing reaches into app. */
export const layersFlowOneWay: Rule = (tree) => {
  const forbidden: Record<string, RegExp> = {
    db: /^(app|components)\/|^next(\/|$)|^react(\/|$)/,
    components: /^app\//,
    lib: /^(app|db|components)\//,
  };
  const violations = Object.entries(forbidden).flatMap(([folder, pattern]) =>
    productFiles(tree, folder).flatMap(([path, text]) =>
      importsOf(path, text)
        .filter(({ target, isTypeOnly }) => pattern.test(target) && !(folder === 'lib' && isTypeOnly))
        .map(({ target }) => `${path} imports ${target}`),
    ),
  );
  const componentsOnDb = productFiles(tree, 'components').flatMap(([path, text]) =>
    importsOf(path, text)
      .filter(({ target, isTypeOnly }) => target.startsWith('db/') && !(isTypeOnly && target.startsWith('db/queries/')))
      .map(({ target }) => `${path} imports ${target}`),
  );
  return [...violations, ...componentsOnDb];
};

/** A browser file takes from the database layer types of queries only. */
export const browserKeepsOffDatabase: Rule = (tree) =>
  [...tree]
    .filter(([, text]) => /^\s*['"]use client['"]/.test(text))
    .flatMap(([path, text]) =>
      importsOf(path, text)
        .filter(({ target, isTypeOnly }) => target.startsWith('db/') && !isTypeOnly)
        .map(({ target }) => `${path} imports ${target}`),
    );

const IN_BROWSER = /^\s*['"]use client['"]/;
/** Hooks of React that the server cannot run. */
const BROWSER_HOOKS = /\buse(?:State|Reducer|Effect|LayoutEffect|Ref|Transition|ActionState|Optimistic|Context)\b/;

/** A component that takes a hook of the browser says itself that it runs there: rendered by a page it breaks the page else. */
export const hooksRunInBrowser: Rule = (tree) => {
  const isBrowserFile = (target: string) =>
    ['.tsx', '.ts'].some((ending) => IN_BROWSER.test(tree.get(target + ending) ?? ''));
  return [...tree]
    .filter(([path, text]) => path.endsWith('.tsx') && !isTest(path) && !IN_BROWSER.test(text))
    .filter(([path, text]) =>
      [...text.matchAll(/import \{([^}]*)\} from '([^']+)'/g)].some(
        ([, names = '', from = '']) =>
          (from === 'react' && BROWSER_HOOKS.test(names)) ||
          (/\buse[A-Z]/.test(names) && isBrowserFile(targetOf(path, from))),
      ),
    )
    .map(([path]) => `${path} takes a hook of the browser without 'use client'`);
};

const LINES_MAX = 250;
/** Tables of codes and generated things have no reader who starts at the top. */
const LONG_BY_NATURE = /^(lib\/codes\/|lib\/policy\/facts\/|lib\/demo\/goods-|db\/migrations\/|app\/tokens\.css)/;

/** A file is understood in a few screens. */
export const filesAreShort: Rule = (tree) =>
  [...tree]
    .filter(([path]) => !LONG_BY_NATURE.test(path))
    .map(([path, text]) => [path, text.split('\n').length - 1] as const)
    .filter(([, lines]) => lines > LINES_MAX)
    .map(([path, lines]) => `${path} has ${lines} lines`);

const DRAWERS = /(^|\/)(utils?|helpers?|misc|common|data|client|manager|service)s?(\.[a-z.]+|\/)/;

/** No drawers: a name says what is inside. */
export const noDrawers: Rule = (tree) =>
  [...tree.keys()].filter((path) => DRAWERS.test(path)).map((path) => `${path} is a drawer`);

/** Queries and commands run on the server only, and ask for authority before anything else. */
export const authorityFirst: Rule = (tree) =>
  [...tree]
    .filter(([path]) => /^db\/(commands|queries)\//.test(path) && !isTest(path))
    .flatMap(([path, text]) => [
      ...(text.includes("import 'server-only'") ? [] : [`${path} lacks server-only`]),
      ...[...text.matchAll(/export async function (\w+)\(\s*actor: Actor[^{]*?\{\n((?:.*\n){3})/g)]
        .filter(([, , body = '']) => !/authorise\(actor, '/.test(body))
        .filter(([, name = '']) => !NEED_NO_PERMISSION.has(name))
        .map(([, name]) => `${path}: ${name} does not authorise first`),
    ]);

const REFUSED_OVER_SHARDS = /skip locked|clock_timestamp\(\)|for update of|merge into/i;

/** SQL keeps off what a distributed database refuses whatever the tables: see db/distribute.sql. */
export const sqlCanBeDistributed: Rule = (tree) =>
  productFiles(tree, 'db').flatMap(([path, text]) => {
    const [found] = REFUSED_OVER_SHARDS.exec(withoutComments(text)) ?? [];
    return found ? [`${path} says ${found}`] : [];
  });

/** Functions with an actor that ask for no permission, each with its reason. */
const NEED_NO_PERMISSION = new Map<string, string>([
  ['recordRefusedAttempt', 'writes down that somebody lacked a permission'],
  ['findScoped', 'a part of queries that have authorised'],
  ['goodsItems', 'the rows that authorised queries share'],
]);

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\/\/.*$/gm, '');
}

/** Where money is counted: minor units and exact fractions only. */
const MONEY =
  /^lib\/(appeals|charges|collection|revenue)\/|^lib\/kernel\/(money|decimal|rational)\.ts$|^db\/(commands|queries)\/(appeals|collection)\//;
/** What makes or takes a float; whole numbers count digits and places. */
const FLOATS = [
  /\bparseFloat\(/,
  /\.toFixed\(/,
  /\bNumber\(/,
  /\bMath\.(?:round|floor|ceil|trunc|fround)\(/,
  /(?<![\w.])\d+\.\d+/,
];

/** No float anywhere near money: an amount that is nearly right is wrong. */
export const moneyIsExact: Rule = (tree) =>
  [...tree]
    .filter(([path]) => MONEY.test(path) && !isTest(path))
    .flatMap(([path, text]) => {
      const code = withoutStrings(withoutComments(text));
      return FLOATS.filter((use) => use.test(code)).map((use) => `${path} uses ${use.source}`);
    });

/** Code without what stands in quotes, regular expressions and templates. */
function withoutStrings(text: string): string {
  return text.replace(/'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g, "''");
}

export const RULES: Readonly<Record<string, Rule>> = {
  libIsPure,
  domainsStandApart,
  layersFlowOneWay,
  browserKeepsOffDatabase,
  browserHasItsMessages,
  hooksRunInBrowser,
  pagesHaveTitles,
  nothingHasATitle,
  filesAreShort,
  noDrawers,
  authorityFirst,
  sqlCanBeDistributed,
  moneyIsExact,
};
