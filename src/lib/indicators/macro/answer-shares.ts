import { categoryColumn, inputOf } from '../answer-column';
import { defineIndicator } from '../define-indicator';
import { peopleGrid } from '../people-grid';
import { sharesAt, tableFrame } from '../share-table';
import type { Dimension } from '$lib/privacy/table';

/** A1. All answers to one question, as shares of those who answered: the parts of a stacked chart. */
export const answerShares = defineIndicator({
  id: 'answer-shares',
  code: 'A1',
  level: 'macro',
  unitOfAnalysis: 'person',
  claim: 'domain',
  target: 'population',
  lever: 'none',
  feeds: ['respondent-survey'],
  unit: 'proportion',
  direction: 'neutral',
  decimals: 0,
  labels: { en: 'How people answered', es: 'Cómo respondió la gente' },
  universe: { en: 'everyone asked', es: 'todas las personas encuestadas' },
  within: { en: 'everyone who answered', es: 'todas las personas que respondieron' },
  formula: 'sum(w x answer) / sum(w), over everyone who answered',
  source: 'Korn E.L., Graubard B.I. (1999), Analysis of Health Surveys: proportions by category.',
  method: ['proportions'],
  needs: [
    {
      id: 'answer',
      accepts: ['single', 'scale'],
      optional: false,
      labels: { en: 'Answer', es: 'Respuesta' }
    }
  ],
  compute: (context, home) => {
    const { responses, instance } = context;
    const { variable, yes: codes, questionId } = inputOf(instance.inputs, 'answer');
    const grid = peopleGrid(context, categoryColumn(responses, variable, codes), codes.length);
    const base = codes.map((_, i) => i + 1);
    const known = responses.codebook.variables.find(({ name }) => name === variable)?.categories;
    const question = responses.codebook.questions.find(({ id }) => id === questionId);
    const answers: Dimension = {
      id: 'answer',
      labels: { en: 'Answer', es: 'Respuesta' },
      ordered: question?.kind === 'scale',
      partition: true,
      answers: true,
      members: codes.map((code) => ({
        key: code,
        labels: known?.find((category) => category.code === code)?.labels ?? { und: code }
      }))
    };
    return {
      ...tableFrame(home, context, 'proportion', 'korn-graubard'),
      dimensions: [answers, ...grid.dimensions],
      cells: codes.flatMap((code, i) =>
        sharesAt(grid, context, { yes: [i + 1], base }, { answer: code })
      ),
      contrasts: []
    };
  },
  examples: [
    {
      title: 'two of four who answered said fair; no answer is outside',
      given: { rating: ['good', 'fair', 'fair', 'poor', null] },
      inputs: {
        answer: {
          questionId: 'rating',
          variables: ['rating'],
          yes: ['good', 'fair', 'poor'],
          no: []
        }
      },
      at: { answer: 'fair' },
      expect: { value: 0.5, n: 4 }
    }
  ]
});
