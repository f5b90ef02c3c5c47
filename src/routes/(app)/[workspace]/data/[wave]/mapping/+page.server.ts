import { fail, redirect } from '@sveltejs/kit';
import { labelIn, type Labels } from '$lib/codebook/codebook';
import { readCodebook } from '$lib/server/db/codebook-rows';
import { listMappings } from '$lib/server/db/queries/indicator-mapping';
import { listGroups, proposeForWave, saveMapping } from '$lib/server/use-cases/mapping';
import { inputAt, mappingDetail, mappingRows } from '$lib/server/use-cases/mapping-page';
import {
  confirmProposals,
  saveGroupWords,
  savePredicate
} from '$lib/server/use-cases/mapping-words';
import type { MappedInput } from '$lib/indicators/definition';
import { requireWave, waveHead } from '../wave-page';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => {
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

/** An input as its form sends it: the question, and how each of its answers counts. */
function inputOf(form: FormData, id: string, base: MappedInput | null): MappedInput {
  const codes = texts(form, `code.${id}`);
  const counts = texts(form, `counts.${id}`);
  const of = (wanted: string) => codes.filter((_, i) => counts[i] === wanted);
  return {
    questionId: base?.questionId ?? '',
    variables: base?.variables ?? [],
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
      const base = inputAt(codebook, saved, typeof asked === 'string' ? asked : undefined);
      inputs[id] = inputOf(form, id, base);
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
