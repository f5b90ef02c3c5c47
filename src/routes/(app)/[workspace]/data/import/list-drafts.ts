import type { Draft } from '$lib/server/use-cases/import-drafts';

/** A draft as the lists of imports under way show it. */
export type ListedDraft = Pick<
  Draft,
  'id' | 'fileName' | 'fileBytes' | 'createdAt' | 'state' | 'surveyName' | 'waveName'
>;

/** What a list needs of drafts, without their plans. */
export const listed = (drafts: readonly Draft[]): ListedDraft[] =>
  drafts.map(({ id, fileName, fileBytes, createdAt, state, surveyName, waveName }) => ({
    id,
    fileName,
    fileBytes,
    createdAt,
    state,
    surveyName,
    waveName
  }));
