import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { makeDesign } from '$lib/estimation/design/design';
import { inputOf, yesNoColumn } from '$lib/indicators/answer-column';
import { shareTable, type Home } from '$lib/indicators/share-table';
import type { ComputeContext, MappedInput } from '$lib/indicators/definition';
import { responsesOf } from '$lib/indicators/responses.fixture';
import { combineWaves } from './changes';
import { jointChanges, type PanelWave } from './joint-changes';
import type { DesignInput } from '$lib/estimation/design/design';

type Given = Record<string, (string | number | null)[]>;

const home: Home = {
  id: 'prevalence',
  labels: { en: 'Share of people' },
  lever: 'none',
  unit: 'proportion',
  direction: 'neutral',
  decimals: 0,
  within: { en: 'everyone who answered' },
  unitOfAnalysis: 'person',
  claim: 'domain'
};

/** The share of people whose answer counts as yes. */
const prevalence = {
  compute: (context: ComputeContext) => {
    const input = inputOf(context.instance.inputs, 'answer');
    const marks = yesNoColumn(context.responses, input, input.variable);
    return shareTable(home, context, marks, 2, { yes: [1], base: [1, 2] });
  }
};

const keys = (values: readonly string[]) => {
  const labels = [...new Set(values)];
  return { codes: Uint32Array.from(values, (value) => labels.indexOf(value) + 1), labels };
};

interface Setting {
  given: Given;
  input: DesignInput;
  answer: Partial<MappedInput>;
  split?: PanelWave['context']['split'];
}

function waveOf(waveId: string, { given, input, answer, split }: Setting): PanelWave {
  return {
    design: { input },
    context: {
      responses: responsesOf(given),
      source: {
        waveId,
        datasetVersionId: waveId,
        surveyName: 'Panel',
        waveName: waveId,
        sampleType: 'probability',
        fieldedFrom: null,
        fieldedTo: null,
        responses: input.rows,
        isSample: false
      },
      instance: {
        indicatorId: 'prevalence',
        key: 'prevalence:insecure',
        labels: { en: 'Insecure' },
        inputs: {
          answer: { questionId: 'q', variables: ['insecure'], yes: ['yes'], no: ['no'], ...answer }
        }
      },
      split: split ?? { group: null, area: null },
      compare: { reference: null },
      population: null,
      weighting: 'weighted'
    }
  };
}

/** The reference panel; the later wave writes its answers, its variable and its codes in other words. */
function referencePanel(split?: PanelWave['context']['split']): PanelWave[] {
  const [head = '', ...lines] = readFileSync('tests/fixtures/reference/data/waves.csv', 'utf8')
    .trim()
    .split(/\r?\n/);
  const names = head.split(',');
  return ['1', '2'].map((wave) => {
    const rows = lines
      .map((line) => line.split(','))
      .filter((cells) => cells[names.indexOf('wave')] === wave);
    const column = (name: string) => rows.map((cells) => cells[names.indexOf(name)] ?? '');
    const isLater = wave === '2';
    const words: Record<string, string> = { '1': 'yes', '0': 'no' };
    const answers = column('insecure').map((cell) => words[cell] ?? null);
    return waveOf(`w${wave}`, {
      given: {
        [isLater ? 'q7' : 'insecure']: answers,
        psu: column('psu'),
        stratum: column('stratum')
      },
      answer: isLater ? { variables: ['q7'] } : {},
      ...(split && { split }),
      input: {
        rows: rows.length,
        strata: keys(column('stratum')),
        units: [keys(column('psu'))],
        weights: Float64Array.from(column('weight'), Number),
        nest: true
      }
    });
  });
}

const changesOf = (waves: readonly PanelWave[]) => {
  const joint = jointChanges(prevalence, waves);
  if (!joint.ok) throw new Error(joint.issues[0]?.code);
  return joint.value;
};

const tableOf = ({ context, design }: PanelWave) =>
  prevalence.compute({ ...context, design: makeDesign(design.input) });

describe('waves on one panel of places', () => {
  test('the change of a measure has the standard error of the stacked design', () => {
    // tests/fixtures/reference/cases/waves.json, waves/change/insecure
    const [change, ...others] = changesOf(referencePanel()).contrasts;
    expect(others).toEqual([]);
    expect(change).toMatchObject({ a: { wave: 'w2' }, b: { wave: 'w1' } });
    expect(change!.difference.value).toBeCloseTo(-0.06713746830951489, 10);
    expect(change!.difference.se).toBeCloseTo(0.033590422170051794, 10);
    expect(change!.difference.df).toBe(19);
  });

  test('a table over the waves carries that change, not the sum of the variances', () => {
    const waves = referencePanel();
    const joint = changesOf(waves);
    const [change] = combineWaves(waves.map(tableOf), [false], [joint]).contrasts;
    expect(change!.difference.se).toBeCloseTo(0.033590422170051794, 10);
    const [apart] = combineWaves(waves.map(tableOf), [false]).contrasts;
    // sqrt(0.000628866606715186 + 0.0007227308418698026), the variances of the same case
    expect(apart!.difference.se).toBeCloseTo(0.0367640782, 8);
  });

  test('places of a split change within themselves, also where two splits cross', () => {
    const waves = referencePanel({ group: 'psu', area: 'stratum' });
    const { contrasts } = changesOf(waves);
    const at = contrasts.map(({ a }) => Object.keys(a).sort().join(' '));
    expect(new Set(at)).toEqual(new Set(['wave', 'psu wave', 'stratum wave', 'psu stratum wave']));
    for (const { a, b } of contrasts) expect({ ...a, wave: '' }).toEqual({ ...b, wave: '' });
    const table = combineWaves(waves.map(tableOf), [false], [changesOf(waves)]);
    const inside = table.contrasts.filter(({ a, b }) => a.wave !== b.wave);
    expect(inside.length).toBeGreaterThan(10);
    const places = new Set(table.cells.map(({ at: place }) => JSON.stringify(place)));
    for (const { a } of inside) expect(places.size > 0 && a.wave === 'w2').toBe(true);
  });

  test('what the stacked waves say nothing about has no change at all', () => {
    const waves = referencePanel();
    const joint = { waves: ['w1', 'w2'], contrasts: [] };
    expect(combineWaves(waves.map(tableOf), [false], [joint]).contrasts).toEqual([]);
  });

  test('an answer kept as a number in one wave and as words in the other is not stacked', () => {
    const [old, now] = referencePanel() as [PanelWave, PanelWave];
    const given = { insecure: Array.from({ length: old.design.input.rows }, (_, i) => i % 2) };
    const numeric = {
      ...old,
      context: { ...old.context, responses: responsesOf(given) }
    };
    const joint = jointChanges(prevalence, [numeric, now]);
    expect(joint.ok ? null : joint.issues[0]?.code).toBe('stack-answers-differ');
  });
});
