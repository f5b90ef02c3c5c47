import { fail, redirect } from '@sveltejs/kit';
import { labelIn, type Labels } from '$lib/codebook/codebook';
import { readCodebook } from '$lib/server/db/codebook-rows';
import { listMappings } from '$lib/server/db/queries/indicator-mapping';
import { listGroups, proposeForWave, saveMapping } from '$lib/server/use-cases/mapping';
import { addForm, addMeasure } from '$lib/server/use-cases/add-measure';
import { inputAt, mappingDetail, mappingRows } from '$lib/server/use-cases/mapping-page';
import {
  confirmProposals,
  saveGroupWords,
  savePredicate
} from '$lib/server/use-cases/mapping-words';
import { settled } from '$lib/server/use-cases/released-cache';
import { getIndicator, indicators } from '$lib/indicators';
import type { InputSpec, MappedInput } from '$lib/indicators/definition';
import { inputKeys } from '$lib/indicators/input-keys';
import { requireWave, waveHead } from '../wave-page';
import type { Actions, PageServerLoad, PageServerLoadEvent } from './$types';

const page = (event: PageServerLoadEvent) => {
  const found = requireWave(event, 'analyze');
  const { access, wave, version } = found;
  const { searchParams } = event.url;
  const { language } = event.locals;
  const key = searchParams.get('m');
  const tried: Record<string, string> = {};
  for (const [name, value] of searchParams)
    if (name.startsWith('input.')) tried[name.slice('input.'.length)] = value;
  const rows = mappingRows(access, wave.id, version.versionId);
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  return {
    wave: waveHead(found),
    rows: rows.map((row) => ({
      key: row.key,
      indicatorId: row.indicatorId,
      indicator: labelIn(row.indicator, language),
      label: labelIn(row.labels, language),
      state: row.state,
      questions: row.questions.map((labels) => labelIn(labels, language)).join('; ')
    })),
    counts: { proposed: count('proposed'), confirmed: count('confirmed'), off: count('off') },
    unsure: count('unsure'),
    add: addForm(access, wave.id, searchParams.get('add') ?? ''),
    indicators: indicators.map(({ id, code, labels }) => ({
      value: id,
      label: `${labelIn(labels, language)} (${code})`
    })),
    detail:
      key === null
        ? null
        : mappingDetail(access, { waveId: wave.id, versionId: version.versionId }, key, tried),
    groups: listGroups(access, wave.id)
      .filter(({ isAboutPeople }) => isAboutPeople)
      .map(({ name, labels, categories }) => ({
        name,
        labels,
        categories,
        short: wave.groupNames?.[name] ?? {},
        words: wave.groupWords?.[name] ?? {}
      })),
    done: searchParams.get('done')
  };
};

export const load: PageServerLoad = (event) => settled(() => page(event));

/** `field.en` and `field.es` of a form; empty ones are left out. */
function labelsOf(form: FormData, field: string): Labels {
  const labels: Labels = {};
  for (const language of ['en', 'es']) {
    const value = form.get(`${field}.${language}`);
    if (typeof value === 'string' && value.trim() !== '')
      labels[language] = value.trim().slice(0, 200);
  }
  return labels;
}

const texts = (form: FormData, name: string): string[] =>
  form.getAll(name).filter((value): value is string => typeof value === 'string');

/** The specification an input is mapped for: "deprived-2" is one of "deprived". */
const specOf = (
  indicatorId: string,
  id: string,
  inputs: Record<string, MappedInput>
): InputSpec | undefined =>
  getIndicator(indicatorId).needs.find(
    (spec) => spec.id === id || inputKeys(spec, inputs).includes(id)
  );

/** Codes with a place on a scale, from its low end. */
const inPlaces = (codes: readonly string[], counts: readonly string[]): string[] =>
  codes
    .map((code, i) => ({ code, place: Number(counts[i]) }))
    .filter(({ place }) => place > 0)
    .sort((a, b) => a.place - b.place)
    .map(({ code }) => code);

/** An input as its form sends it: the question, and how each of its answers counts. */
function inputOf(
  form: FormData,
  id: string,
  base: MappedInput | null,
  isOrdered: boolean
): MappedInput {
  const codes = texts(form, `code.${id}`);
  const counts = texts(form, `counts.${id}`);
  const of = (wanted: string) => codes.filter((_, i) => counts[i] === wanted);
  const place = { questionId: base?.questionId ?? '', variables: base?.variables ?? [] };
  if (isOrdered && codes.length > 0) return { ...place, yes: inPlaces(codes, counts), no: [] };
  return {
    ...place,
    // Numbers have no list of answers: what was saved stays.
    yes: codes.length > 0 ? of('yes') : (base?.yes ?? []),
    no: codes.length > 0 ? of('no') : (base?.no ?? [])
  };
}

export const actions = {
  save: async (event) => {
    const { access, wave, version } = requireWave(event, 'analyze');
    const form = await event.request.formData();
    const key = texts(form, 'key')[0] ?? '';
    const stored = listMappings(access, wave.id).find((mapping) => mapping.key === key);
    const codebook = readCodebook(access.db, version.versionId);
    const inputs: Record<string, MappedInput> = {};
    for (const id of texts(form, 'input')) {
      const asked = form.get(`question.${id}`);
      const saved = stored?.inputs[id];
      const spec = stored && specOf(stored.indicatorId, id, stored.inputs);
      const base = inputAt(codebook, saved, typeof asked === 'string' ? asked : undefined, spec);
      inputs[id] = inputOf(form, id, base, spec?.ordered === true);
    }
    const typed = labelsOf(form, 'label');
    const kept = saveMapping(access, {
      waveId: wave.id,
      indicatorId: stored?.indicatorId ?? '',
      key,
      labels: Object.keys(typed).length > 0 ? typed : (stored?.labels ?? {}),
      inputs,
      state: form.get('state') === 'off' ? 'off' : 'confirmed'
    });
    if (!kept.ok) return fail(422, { issues: kept.issues });
    const place = { waveId: wave.id, indicatorId: kept.value.indicatorId, key };
    const said = savePredicate(access, place, labelsOf(form, 'predicate'));
    if (!said.ok) return fail(422, { issues: said.issues });
    redirect(303, `${event.url.pathname}?m=${encodeURIComponent(key)}&done=saved`);
  },
  add: async (event) => {
    const { access, wave } = requireWave(event, 'analyze');
    const form = await event.request.formData();
    const indicatorId = texts(form, 'indicator')[0] ?? '';
    const chosen = Object.fromEntries(
      (indicators.find(({ id }) => id === indicatorId)?.needs ?? []).map(({ id }) => [
        id,
        texts(form, `question.${id}`).filter(Boolean)
      ])
    );
    const added = addMeasure(access, wave.id, indicatorId, chosen);
    if (!added.ok) return fail(422, { issues: added.issues });
    redirect(303, `${event.url.pathname}?m=${encodeURIComponent(added.value.key)}#measure`);
  },
  propose: (event) => {
    const { access, wave } = requireWave(event, 'analyze');
    const done = proposeForWave(access, wave.id);
    if (!done.ok) return fail(422, { issues: done.issues });
    redirect(303, `${event.url.pathname}?done=saved`);
  },
  'confirm-all': (event) => {
    const { access, wave } = requireWave(event, 'analyze');
    const done = confirmProposals(access, wave.id);
    if (!done.ok) return fail(422, { issues: done.issues });
    redirect(303, `${event.url.pathname}?done=saved`);
  },
  words: async (event) => {
    const { access, wave } = requireWave(event, 'analyze');
    const form = await event.request.formData();
    const codes = texts(form, 'code');
    const done = saveGroupWords(access, wave.id, {
      variable: texts(form, 'variable')[0] ?? '',
      name: labelsOf(form, 'name'),
      members: Object.fromEntries(codes.map((code, i) => [code, labelsOf(form, `member.${i}`)]))
    });
    if (!done.ok) return fail(422, { issues: done.issues });
    redirect(303, `${event.url.pathname}?done=saved`);
  }
} satisfies Actions;
