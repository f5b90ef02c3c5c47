import type { IndicatorInstance } from '$lib/indicators/definition';

/** A need asked as yes or no, and the help as no, partly, yes: inputs of worked examples. */
export const exampleNeeds = (need: string, served: string): IndicatorInstance['inputs'] => ({
  need: { questionId: need, variables: [need], yes: ['y'], no: ['n'] },
  served: { questionId: served, variables: [served], yes: ['y'], no: ['n', 'p'] }
});

/** Importance and satisfaction of services on scales of 1 to 5, 4 and 5 counting as yes. */
export const exampleServices = (
  importance: string[],
  satisfaction: string[]
): IndicatorInstance['inputs'] => {
  const scale = { yes: ['4', '5'], no: ['1', '2', '3'] };
  return {
    importance: { questionId: 'importance', variables: importance, ...scale },
    satisfaction: { questionId: 'satisfaction', variables: satisfaction, ...scale }
  };
};
