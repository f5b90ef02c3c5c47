import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import type { Id } from '$lib/base/id';
import type { Labels } from '$lib/codebook/codebook';
import type { Access } from '$lib/server/access/access';
import type { Db } from '$lib/server/db/open';
import { area, areaSet, indicatorMapping, wave, workspace } from '$lib/server/db/schema';
import type { LadderRung } from '$lib/server/db/schema/survey';
import { createWorkspace } from './create-workspace';
import { importSurvey } from './import-survey';
import { planFile } from './inspect-file';
import { listInstances, proposeForWave } from './mapping';
import { loadSampleWorkspace } from './load-sample-workspace';
import { createPerson } from './people';
import { SampleError } from './sample-error';

/** The sample's own files, as they lie in `data/sample-county`. */
interface SampleDesign {
  survey: { name: Labels; place: string };
  form: string[];
  map: { file: string; variable: string; key: string };
  waves: {
    file: string;
    name: string;
    fieldedFrom: string;
    fieldedTo: string;
    sampleType: 'probability';
    population: number;
    margins: string;
    ladder: string;
    strata: string;
    psu: string;
    weight: string;
    sponsor: Labels;
    universe: Labels;
    mode: Labels;
    weights: Labels;
    limits: Labels;
  }[];
}

interface SampleWording {
  measures: Record<
    string,
    {
      labels?: Labels;
      predicate?: Labels;
      inputs?: Record<string, { yes: string[]; no: string[] }>;
    }
  >;
  groups: Record<string, { name: Labels; members: Record<string, Labels> }>;
}

interface SampleWorkspace {
  name: string;
  people: { name: string }[];
  exhibits: { variable: string; by: string | null; wave: string; chart: string }[];
}

/** The owner of the sample, for signing in as somebody who may do everything. */
export const ownerEmail = 'owner@demo.groundswell.example';

interface FeatureCollection {
  features: { properties: Record<string, string>; geometry: Record<string, unknown> }[];
}

/**
 * Fills an empty database with the fictional county: a workspace, its map, both waves through the real
 * import with the form beside them, and every proposed indicator confirmed, with the sample's wording.
 *
 * @param folder  the sample's files
 * @param onStep  told what is being done
 * @returns the owner's access, the slug of the workspace, wave ids by name
 * @throws SampleError when a file is refused
 */
export async function loadSample(
  db: Db,
  folder: string,
  password: string,
  onStep: (step: string) => void = () => {}
): Promise<{ access: Access; slug: string; waves: Record<string, Id> }> {
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T;
  const design = read<SampleDesign>('design.json');
  const wording = read<SampleWording>('wording.json');
  const workspaceFile = read<SampleWorkspace>('workspace.json');
  const { people } = workspaceFile;

  onStep('People and workspace');
  const [first] = people;
  const owner = await createPerson(db, {
    name: first?.name ?? design.survey.place,
    email: ownerEmail,
    password
  });
  if (!owner.ok) throw new SampleError(owner.issues);
  const { access, slug } = createWorkspace(db, owner.value.userId, {
    name: design.survey.place,
    organizationName: workspaceFile.name,
    slug: 'sorrel-county',
    isSample: true
  });
  const areaSetId = loadMap(access, design, read<FeatureCollection>(design.map.file), folder);

  const waves: Record<string, Id> = {};
  for (const one of design.waves) {
    onStep(`Survey ${one.name}`);
    const path = join(folder, one.file);
    const companions = design.form.map((name) => ({ path: join(folder, name) }));
    const planned = planFile({ path, companions });
    if (!planned.ok) throw new SampleError(planned.issues);
    if (!planned.value.plan) throw new SampleError(planned.value.issues);
    const imported = importSurvey(access, {
      path,
      fileName: one.file,
      survey: design.survey.name.en ?? design.survey.place,
      wave: one.name,
      plan: planned.value.plan
    });
    if (!imported.ok) throw new SampleError(imported.issues);
    const { waveId } = imported.value;
    waves[one.name] = waveId;
    access.db
      .update(wave)
      .set({
        sampleType: one.sampleType,
        population: one.population,
        fieldedFrom: one.fieldedFrom,
        fieldedTo: one.fieldedTo,
        universe: one.universe,
        mode: one.mode,
        sponsor: one.sponsor.en ?? null,
        weighting: one.weights,
        limits: one.limits,
        design: {
          strata: one.strata,
          psu: one.psu,
          weight: one.weight,
          fpc: null,
          nest: true,
          lonely: 'adjust'
        },
        ladder: ladderOf(read(one.ladder)),
        areaSetId,
        areaVariable: design.map.variable,
        groupNames: Object.fromEntries(
          Object.entries(wording.groups).map(([name, group]) => [name, group.name])
        ),
        groupWords: Object.fromEntries(
          Object.entries(wording.groups).map(([name, group]) => [name, group.members])
        ),
        isSample: true
      })
      .where(and(eq(wave.workspaceId, access.workspaceId), eq(wave.id, waveId)))
      .run();
    const proposed = proposeForWave(access, waveId);
    if (!proposed.ok) throw new SampleError(proposed.issues);
    wordMeasures(access, waveId, wording);
  }
  onStep('Coalition, campaign and hearing');
  await loadSampleWorkspace(access, workspaceFile, waves, design.map.variable, password);
  return { access, slug, waves };
}

function loadMap(
  access: Access,
  { map, survey }: SampleDesign,
  collection: FeatureCollection,
  folder: string
): Id {
  const { db, workspaceId } = access;
  const people = neighborhoodPeople(
    readFileSync(join(folder, 'margins.csv'), 'utf8'),
    map.variable
  );
  return db.transaction(() => {
    const set = db
      .insert(areaSet)
      .values({ workspaceId, name: survey.place })
      .returning({ id: areaSet.id })
      .get();
    for (const { properties, geometry } of collection.features) {
      const code = properties[map.key] ?? '';
      db.insert(area)
        .values({
          workspaceId,
          areaSetId: set.id,
          code,
          name: properties.name ?? code,
          geometry,
          population: people.get(code) ?? null
        })
        .run();
    }
    return set.id;
  });
}

/** Lines of the sample's margins are plain: variable,category,population. */
const neighborhoodPeople = (margins: string, variable: string): Map<string, number> =>
  new Map(
    margins
      .split('\n')
      .map((line) => line.trim().split(','))
      .filter(([name]) => name === variable)
      .map(([, category = '', population]) => [category, Number(population)])
  );

/** The rungs that a ladder file names, largest first. */
function ladderOf(file: unknown): LadderRung[] {
  const rungs = ['invited', 'opened', 'eligible', 'complete', 'kept'] as const;
  const counts = file as Record<string, number>;
  return rungs.flatMap((id) => (typeof counts[id] === 'number' ? [{ id, count: counts[id] }] : []));
}

function wordMeasures(access: Access, waveId: Id, { measures }: SampleWording): void {
  const { db, workspaceId } = access;
  for (const instance of listInstances(access, waveId)) {
    const words =
      measures[instance.key] ??
      // The other measures of a need share its name.
      measures[`unmet-need:${instance.key.split(':')[1] ?? ''}`];
    const own = measures[instance.key];
    const inputs = Object.fromEntries(
      Object.entries(instance.inputs).map(([id, input]) => [id, { ...input, ...own?.inputs?.[id] }])
    );
    db.update(indicatorMapping)
      .set({
        labels: words?.labels ?? instance.labels,
        predicate: own?.predicate ?? null,
        inputs,
        state: 'confirmed'
      })
      .where(
        and(eq(indicatorMapping.workspaceId, workspaceId), eq(indicatorMapping.id, instance.id))
      )
      .run();
  }
}

/** True when a database already has people or workspaces in it. */
export const isInUse = (db: Db): boolean =>
  db.select({ id: workspace.id }).from(workspace).get() !== undefined;
