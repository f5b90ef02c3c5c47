import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeDb, getDb } from '../../src/lib/server/db';
import { openDatabase, type Db } from '../../src/lib/server/db/open';
import { missingIn } from './stranger/arguments';
import { callFunction } from './stranger/call-function';
import {
  callRoute,
  findEntrances,
  sourceOf,
  type Asker,
  type Entrance
} from './stranger/call-route';
import { findFunctions } from './stranger/functions-with-access';
import {
  plant,
  secretOf,
  slugOf,
  type Planted,
  type PlantedSet
} from './stranger/planted-workspaces';
import { contentOfA, contentOfOwn, crossReferences } from './stranger/rows';

/**
 * Nobody reads or changes what is not theirs. The test finds routes, queries and use cases by itself:
 * routes by their files, functions by the compiler, arguments by their types, rows by the schema.
 */

const folder = mkdtempSync(join(tmpdir(), 'groundswell-stranger-'));
const seeded = join(folder, 'seeded.db');
const before = { ...process.env };
let planted: Planted;
let contentBefore = '';
let ownBefore = '';

beforeAll(() => {
  process.env.GROUNDSWELL_DATA = folder;
  const db = openDatabase(seeded);
  planted = plant(db);
  contentBefore = contentOfA(db, planted);
  ownBefore = contentOfOwn(db);
  db.$client.pragma('wal_checkpoint(TRUNCATE)');
  db.$client.close();
});
afterAll(() => {
  closeDb();
  process.env = before;
  rmSync(folder, { recursive: true, force: true });
});

const secretsOfA = (text: string): string[] => [
  ...new Set(text.match(/secret-(own|sister)-[\w.]*/g) ?? [])
];
const secretsOfOwn = (text: string): string[] => [
  ...new Set(text.match(/secret-own-[\w.]*/g) ?? [])
];

let copies = 0;

/** A fresh copy of the planted database. */
async function withCopy<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const path = join(folder, `copy-${copies++}.db`);
  copyFileSync(seeded, path);
  const db = openDatabase(path);
  try {
    return await work(db);
  } finally {
    // Later: a worker that was set off may still write down that it failed.
    setTimeout(() => db.$client.close(), 10_000).unref();
  }
}

const functions = findFunctions();
const named = (kind: 'access' | 'database') =>
  functions
    .filter((found) => found.first === kind)
    .map((found) => [`${found.file.replace('src/lib/server/', '')}#${found.name}`, found] as const);

/** They take a bare database, because there is no asker in a workspace yet, or it is the whole file. */
const withoutAccess: Readonly<Record<string, string>> = {
  'use-cases/accept-invitation.ts#findInvitation': 'the secret of the link is the permission',
  'use-cases/accept-invitation.ts#acceptInvitation': 'the secret of the link is the permission',
  'use-cases/accept-invitation.ts#acceptAsNewPerson': 'the secret of the link is the permission',
  'use-cases/backup.ts#backup': 'command line: the whole file',
  'use-cases/create-workspace.ts#createWorkspace': 'makes the first access',
  'use-cases/create-workspace.ts#takeOverWorkspace': 'makes the first access, where nobody is',
  'use-cases/load-sample.ts#isInUse': 'before anything is there to protect',
  'use-cases/load-sample.ts#loadSample': 'command line: makes its own workspace',
  'use-cases/people.ts#insertPerson': 'an account, in no workspace',
  'use-cases/people.ts#createPerson': 'an account, in no workspace',
  'use-cases/recompute-snapshot.ts#checkSnapshot': 'command line: part of verify',
  'use-cases/setup.ts#createSetupLink': 'only while nobody owns anything',
  'use-cases/setup.ts#isSetupTokenGood': 'only while nobody owns anything',
  'use-cases/setup.ts#setUp': 'only while nobody owns anything',
  'use-cases/verify.ts#verify': 'command line: the whole file'
};

/** Types no argument can be made of, and why nothing is lost by leaving them out. */
const leftOut: Readonly<Record<string, string>> = {
  'db/queries/visible.ts#visibleTo': 'gives a condition, not rows',
  'db/queries/free-text.ts#pageOfTexts':
    'takes the wanted rows as a function; its callers are called here',
  'db/queries/weighting.ts#insertWeighting':
    'takes arrays of numbers; refuses versions of others, see use-cases/weighting.test.ts',
  'use-cases/import-survey.ts#importSurvey': 'takes settings of a plan; unknown ones stay out',
  'use-cases/reimport-compare.ts#compareFile': 'takes a whole plan, which may hold plans',
  'use-cases/import-template.ts#offerTemplate': 'takes a whole plan, which may hold plans',
  'use-cases/import-template.ts#findTemplateFor': 'takes a whole plan, which may hold plans',
  'use-cases/kept-designs.ts#keptDesign': 'runs what its caller hands it',
  'use-cases/import-repeats.ts#readRepeats': 'takes files that importSurvey has opened',
  'use-cases/outcome.ts#together': 'runs what its caller hands it',
  'use-cases/released-cache.ts#cachedRelease': 'runs what its caller hands it',
  'use-cases/released-cache.ts#madeAfresh': 'runs what its caller hands it',
  'use-cases/seed-advocacy.ts#seedAdvocacy': 'reads the whole sample; the command line calls it',
  'use-cases/upload-draft.ts#receiveForm':
    'takes files as they arrive; createDraft and addCompanion, which it calls, are called here',
  'use-cases/review-draft.ts#jobOf': 'takes a draft that was found'
};

describe('queries and use cases', () => {
  test('ask for access, or are listed with a reason', () => {
    const listed = Object.keys(withoutAccess);
    expect(named('database').flatMap(([name]) => (listed.includes(name) ? [] : [name]))).toEqual(
      []
    );
  });

  test('take arguments the test can make, or are listed with a reason', () => {
    const listed = Object.keys(leftOut);
    const unknown = named('access')
      .map(([name, { parameters }]) => [name, parameters.map(missingIn).filter(Boolean)] as const)
      .filter(([name, types]) => types.length > 0 && !listed.includes(name))
      .map(([name, types]) => `${name}: ${types.join()}`);
    expect(unknown).toEqual([]);
  });

  test.each(named('access'))('%s gives nothing to another workspace', async (_, found) => {
    for (const about of ['own', 'sister'] as const)
      await withCopy(async (db) => {
        const answer = await callFunction(found, db, { planted, asker: 'other', about });
        expect(secretsOfA(answer)).toEqual([]);
        expect(crossReferences(db, planted)).toEqual([]);
        expect(contentOfA(db, planted) === contentBefore).toBe(true);
      });
  });

  test.each(named('access'))('%s keeps what an organization keeps to itself', async (_, found) => {
    await withCopy(async (db) => {
      const answer = await callFunction(found, db, { planted, asker: 'sister', about: 'own' });
      expect(secretsOfOwn(answer)).toEqual([]);
      expect(contentOfOwn(db) === ownBefore).toBe(true);
    });
  });

  test('give the owner what is theirs, so that silence above means refusal', async () => {
    const alive: string[] = [];
    for (const [name, found] of named('access'))
      await withCopy(async (db) => {
        const answer = await callFunction(found, db, { planted, asker: 'own', about: 'own' });
        const hasChanged = contentOfA(db, planted) !== contentBefore;
        const stranger = await callFunction(found, db, { planted, asker: 'other', about: 'own' });
        if (secretsOfA(answer).length > 0 || hasChanged || !isDeepStrictEqual(answer, stranger))
          alive.push(name);
      });
    expect(alive).toContain('db/queries/people.ts#listMembers');
    expect(alive).toContain('use-cases/invite.ts#invite');
    // Of those the test can make arguments for: the others are listed above with their reasons.
    const callable = named('access').filter(([name]) => !(name in leftOut));
    expect(alive.length).toBeGreaterThan(callable.length / 2);
  });
});

const entrances = await findEntrances();
const inApp = entrances.filter(({ routeId }) => routeId.startsWith('/(app)'));
const listed = (of: readonly Entrance[]) =>
  of.map(
    (entrance) =>
      [`${entrance.file.replace('/src/routes', '')} ${entrance.name}`, entrance] as const
  );

const memberOf = (set: PlantedSet): Asker => ({
  user: { id: planted.idsOf(set).get('user') ?? '', name: 'Member', email: 'member@x.org' }
});
const strangers: Readonly<Record<string, () => Asker>> = {
  nobody: () => ({ user: null }),
  'somebody in no workspace': () => ({
    user: { id: 'no-workspace', name: 'Stranger', email: 'stranger@x.org' }
  }),
  'a member of another workspace': () => memberOf('other')
};

/** The program's own database, freshly planted. */
function freshProgram(): Db {
  closeDb();
  const path = join(folder, 'groundswell.db');
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  copyFileSync(seeded, path);
  return getDb();
}

describe('routes', () => {
  test('are found', () => {
    expect(inApp.length).toBeGreaterThan(5);
  });

  test('of the app each ask for access, themselves or through a file beside them', () => {
    const files = new Set(inApp.map(({ file }) => file));
    expect([...files].filter((file) => !/\brequireAccess\(/.test(sourceOf(file)))).toEqual([]);
  });

  describe.each(Object.keys(strangers))('to %s', (who) => {
    test.each(listed(inApp))('%s refuses', async (_, entrance) => {
      const db = freshProgram();
      const asker = strangers[who]?.() ?? { user: null };
      const where = { planted, place: 'own', about: 'own', candidate: '' } as const;
      const answer = await callRoute(entrance, asker, where);
      expect(answer.crash).toBeNull();
      if (asker.user === null) {
        expect(answer.status).toBe(303);
        expect(answer.location).toMatch(/^\/sign-in\?to=%2F/);
      } else expect(answer.status).toBe(404);
      expect(secretsOfA(answer.text)).toEqual([]);
      expect(contentOfA(db, planted) === contentBefore).toBe(true);
    });
  });

  test.each(listed(entrances))(
    '%s gives a member of another workspace nothing by ids of ours',
    async (_, entrance) => {
      const db = freshProgram();
      for (const about of ['own', 'sister'] as const)
        for (const candidate of candidatesFor(entrance, about)) {
          const where = { planted, place: 'other', about, candidate } as const;
          const answer = await callRoute(entrance, memberOf('other'), where);
          expect(secretsOfA(answer.text)).toEqual([]);
        }
      expect(crossReferences(db, planted)).toEqual([]);
      expect(contentOfA(db, planted) === contentBefore).toBe(true);
    }
  );

  test.each(listed(entrances))(
    '%s keeps what an organization keeps to itself',
    async (_, entrance) => {
      const db = freshProgram();
      for (const candidate of candidatesFor(entrance, 'own')) {
        const where = { planted, place: 'sister', about: 'own', candidate } as const;
        const answer = await callRoute(entrance, memberOf('sister'), where);
        expect(secretsOfOwn(answer.text)).toEqual([]);
      }
      expect(contentOfOwn(db) === ownBefore).toBe(true);
    }
  );

  test.each(listed(entrances.filter(({ routeId }) => !routeId.startsWith('/(app)'))))(
    '%s shows nobody anything that is not public',
    async (_, entrance) => {
      const db = freshProgram();
      const nobody = { user: null };
      const where = { planted, place: 'own', about: 'own', candidate: 'x' } as const;
      expect(secretsOfA((await callRoute(entrance, nobody, where)).text)).toEqual([]);
      expect(contentOfA(db, planted) === contentBefore).toBe(true);
    }
  );

  test('give a member what is theirs, so that silence above means refusal', async () => {
    freshProgram();
    const people = entrances.find(({ file }) => file.endsWith('settings/release/+page.server.ts'));
    const where = { planted, place: 'sister', about: 'sister', candidate: '' } as const;
    const answer = people && (await callRoute(people, memberOf('sister'), where));
    expect(answer?.text).toContain(secretOf('sister'));
    expect(slugOf('sister')).not.toBe(slugOf('other'));
  });
});

/** A path parameter that names a table gets its row; any other is tried with every id. */
function candidatesFor({ routeId }: Entrance, about: PlantedSet): string[] {
  const ids = planted.idsOf(about);
  const open = [...routeId.matchAll(/\[+(?:\.\.\.)?(\w+)/g)].filter(
    ([, name = '']) => name !== 'workspace' && !ids.has(name)
  );
  return open.length > 0 ? [...ids.values()] : [ids.get('workspace') ?? ''];
}
