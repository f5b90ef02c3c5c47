import type { Id } from '$lib/base/id';
import type { Parsed } from '$lib/base/issue';
import type { DesignInput } from '$lib/estimation';
import type { StackedWave } from '$lib/estimation/design/stack-designs';
import { checkMargins } from '$lib/estimation/weighting';
import type { Access } from '$lib/server/access/access';
import { refused } from '$lib/server/access/refused';
import {
  findWeighting,
  readWeights,
  type StoredWeights,
  type WeightingRequest
} from '$lib/server/db/queries/weighting';
import type { StoredDesign } from '$lib/server/db/schema/survey';
import type { StoredResponses } from '$lib/server/db/stored-responses';
import { baseWeights, marginsOver } from './weighting-inputs';

/** Weights made here, as a wave's design uses them. */
export interface WaveWeighting extends StoredWeights {
  id: Id;
  request: WeightingRequest;
}

/** What a frozen figure remembers of the weights it was made with. */
export interface NamedWeighting {
  id: Id;
  sha256: string;
}

/** Id and hash of the weights a design names; null when it names none. */
export function namedWeighting(access: Access, design: StoredDesign | null): NamedWeighting | null {
  const id = design?.weightingId;
  const row = id ? findWeighting(access, id) : undefined;
  return row ? { id: row.id, sha256: row.sha256 } : null;
}

/**
 * The weights a design names; null when it names none.
 *
 * Refused: `design-weighting-unknown` when they are gone; `design-weighting-other-version` when they
 * were made for other answers; `design-weighting-changed` when their bytes are not those named.
 */
export function weightingOf(
  access: Access,
  design: StoredDesign | null,
  versionId: Id,
  named?: NamedWeighting
): Parsed<WaveWeighting | null> {
  const id = design?.weightingId;
  if (!id) return { ok: true, value: null };
  const row = findWeighting(access, id);
  const stored = row && readWeights(access, id);
  if (!row || !stored) return refused('design-weighting-unknown', 'design');
  if (row.datasetVersionId !== versionId)
    return refused('design-weighting-other-version', 'design');
  if (stored.sha256 !== row.sha256 || (named && named.sha256 !== row.sha256))
    return refused('design-weighting-changed', 'design');
  return { ok: true, value: { id, request: row.request, ...stored } };
}

/**
 * A design, before it is made, with weights made here. Where they meet margins, estimates keep the
 * part of a score that the margins explain out of their variance.
 */
export function weightedWave(
  responses: StoredResponses,
  parts: DesignInput,
  { request, weights, start }: WaveWeighting
): Parsed<StackedWave> {
  if (request.margins.length === 0) return { ok: true, value: { input: { ...parts, weights } } };
  const base = baseWeights(responses, request.base);
  if (!base.ok) return base;
  const checked = checkMargins(base.value, marginsOver(responses, request.margins), request);
  if (!checked.ok) return checked;
  return {
    ok: true,
    value: {
      input: { ...parts, weights: start ?? base.value },
      calibration: {
        weights,
        terms: checked.value.margins.map(({ codes, labels }) => ({
          kind: 'category',
          codes,
          size: labels.length
        }))
      }
    }
  };
}
