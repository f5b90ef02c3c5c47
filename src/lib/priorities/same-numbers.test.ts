import { describe, expect, test } from 'vitest';
import { capacityNeed } from '$lib/indicators/mezzo/capacity-need';
import { deprivationIndex } from '$lib/indicators/macro/deprivation-index';
import { importanceSatisfaction as ratingIndicator } from '$lib/indicators/mezzo/importance-satisfaction';
import { severityPhase } from '$lib/indicators/macro/severity-phase';
import { contextOf } from '$lib/indicators/responses.fixture';
import { borich } from './borich';
import { deprivation } from './deprivation';
import { exampleContext } from './example.fixture';
import { exampleNeeds, exampleServices } from './example-inputs';
import { importanceSatisfaction } from './importance-satisfaction';
import { combinedSeverity } from './severity';
import type { Estimate } from '$lib/estimation/estimates/estimate';
import type {
  IndicatorDefinition,
  IndicatorInstance,
  MappedInput
} from '$lib/indicators/definition';
import type { PriorityDefinition, PriorityExample } from './definition';

const weights = [1, 2, 1.5, 3, 2, 2.5, 1, 4];
const asked = (setting: Partial<PriorityExample>) =>
  exampleContext({ title: '', given: {}, weights, at: '', expect: { value: 0, n: 0 }, ...setting });

const onBoard = (method: PriorityDefinition, setting: Partial<PriorityExample>, key: string) => {
  const scores = method.compute(asked(setting));
  if (!scores.ok) throw new Error(scores.issues[0]!.code);
  return scores.value.items.find((item) => item.key === key)!.estimate;
};

const asIndicator = (
  indicator: IndicatorDefinition,
  given: PriorityExample['given'],
  inputs: IndicatorInstance['inputs'],
  at: Record<string, string>
): Estimate =>
  indicator
    .compute(contextOf({ given, inputs, weights }))
    .cells.find((cell) => Object.entries(at).every(([id, key]) => cell.at[id] === key))!.estimate;

const same = (a: Estimate, b: Estimate) => {
  for (const part of ['value', 'se', 'low', 'high', 'df', 'n'] as const)
    expect(a[part]).toBeCloseTo(b[part]!, 9);
};

describe('a board of priorities and the indicator of the same name give one number', () => {
  const ratings = {
    imp: ['5', '4', '3', '5', '1', '2', '4', '5'],
    sat: ['2', '3', '3', '1', '4', '5', null, '2']
  };

  test('importance-satisfaction', () => {
    const services = exampleServices(['imp'], ['sat']);
    same(
      onBoard(importanceSatisfaction, { given: ratings, services }, 'sat'),
      asIndicator(ratingIndicator, ratings, services, { service: 'sat' })
    );
  });

  test('Borich discrepancy, of services and of skills', () => {
    const steps: Pick<MappedInput, 'yes' | 'no'> = { yes: ['1', '2', '3', '4', '5'], no: [] };
    same(
      onBoard(borich, { given: ratings, services: exampleServices(['imp'], ['sat']) }, 'sat'),
      asIndicator(
        capacityNeed,
        ratings,
        {
          importance: { questionId: 'imp', variables: ['imp'], ...steps },
          ability: { questionId: 'sat', variables: ['sat'], ...steps }
        },
        { skill: 'imp' }
      )
    );
  });

  test('combined severity: in need and acute', () => {
    // The same people: need and help on the board, their severity from 1 to 4 for the indicator.
    const needs = { rent: exampleNeeds('rent', 'h1'), food: exampleNeeds('food', 'h2') };
    const {
      responses,
      design,
      needs: items
    } = asked({
      given: {
        rent: ['y', 'y', 'n', 'y', 'y', 'n', 'y', 'y'],
        h1: ['y', 'p', null, 'n', null, null, 'y', 'p'],
        food: ['y', 'y', 'n', 'y', 'y', 'y', 'n', 'y'],
        h2: ['y', 'p', null, 'n', 'n', 'p', null, 'n']
      },
      needs
    });
    const given = {
      rent: ['2', '3', '1', '4', null, '1', '2', '3'],
      food: ['2', '3', '1', '4', '4', '3', '1', '4']
    };
    const steps = { yes: ['1', '2', '3', '4'], no: [] };
    const inputs = {
      severity: { questionId: 'rent', variables: ['rent'], ...steps },
      'severity-2': { questionId: 'food', variables: ['food'], ...steps }
    };
    const board = combinedSeverity(responses, design, items)!;
    for (const [from, measure] of [
      [3, 'need'],
      [4, 'acute']
    ] as const)
      same(
        board.find((step) => step.from === from)!.estimate,
        asIndicator(severityPhase, given, inputs, { measure })
      );
  });

  test('part of the deprivation index', () => {
    const given = {
      rent: ['y', 'y', 'n', 'n', 'y', 'n', 'y', 'n'],
      food: ['y', 'y', 'n', 'n', 'n', 'y', 'y', 'n'],
      rides: ['n', 'y', 'n', 'n', 'n', 'y', null, 'n'],
      served: ['n', 'n', null, null, 'n', 'n', 'n', null]
    };
    const names = ['rent', 'food', 'rides'];
    same(
      onBoard(
        deprivation,
        {
          given,
          needs: Object.fromEntries(names.map((name) => [name, exampleNeeds(name, 'served')]))
        },
        'food'
      ),
      asIndicator(
        deprivationIndex,
        given,
        Object.fromEntries(
          names.map((name, i) => [
            i === 0 ? 'deprived' : `deprived-${i + 1}`,
            { questionId: name, variables: [name], yes: ['y'], no: ['n'] }
          ])
        ),
        { measure: 'part:food' }
      )
    );
  });
});
