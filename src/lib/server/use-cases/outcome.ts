import type { Visibility } from '$lib/advocacy/fields';
import { problem } from '$lib/advocacy/problem';
import { dayIn } from '$lib/advocacy/zoned-time';
import type { Day } from '$lib/advocacy/day';
import type { Issue, Parsed } from '$lib/base/issue';
import type { Access } from '$lib/server/access/access';
import { findCampaign } from '$lib/server/db/queries/campaign';
import { organizationsHere } from '$lib/server/db/queries/coalition';
import { findMeasure } from '$lib/server/db/queries/measure';

/** What a change gives back: a value, or the issues that kept it from happening. Nothing was written. */
export type Outcome<T> = Parsed<T>;

export const done = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });

export const refused = (...issues: Issue[]): { ok: false; issues: Issue[] } => ({
  ok: false,
  issues
});

/** The row is gone, or was never the asker's to see. */
export const notHere = () => refused(problem('not-here'));

/** One transaction: the change and its audit entry stand or fall together. */
export const together = <T>(access: Access, work: () => T): T =>
  access.db.transaction(() => work());

/** Today on the machine's calendar. */
export const todayHere = (now: Date = new Date()): Day =>
  dayIn(now, Intl.DateTimeFormat().resolvedOptions().timeZone);

/** Only the owner organization widens or narrows who sees a row. */
export const sharingProblems = (
  access: Access,
  row: { ownerOrganizationId: string; visibility: Visibility },
  wanted: Visibility
): Issue[] =>
  row.visibility !== wanted && row.ownerOrganizationId !== access.organizationId
    ? [problem('not-yours-to-share', 'visibility')]
    : [];

const width: Record<Visibility, number> = { organization: 0, coalition: 1, public: 2 };

/** A row is never seen by more people than what it belongs to. */
export const childVisibilityProblems = (parent: Visibility, child: Visibility): Issue[] =>
  width[child] > width[parent] ? [problem('visibility-too-narrow', 'visibility')] : [];

/** Links of a form must lead to rows the asker sees. */
export function linkProblems(
  access: Access,
  links: {
    campaignId?: string | null;
    measureId?: string | null;
    organizations?: Record<string, string | null>;
  }
): Issue[] {
  const problems: Issue[] = [];
  if (links.campaignId && !findCampaign(access, links.campaignId))
    problems.push(problem('choice-unknown', 'campaignId'));
  if (links.measureId && !findMeasure(access, links.measureId))
    problems.push(problem('choice-unknown', 'measureId'));
  const wanted = Object.entries(links.organizations ?? {});
  const here = organizationsHere(
    access,
    wanted.flatMap(([, id]) => (id ? [id] : []))
  );
  for (const [field, id] of wanted)
    if (id && !here.has(id)) problems.push(problem('choice-unknown', field));
  return problems;
}

/**
 * A link as it should be stored after an edit: what was chosen, or, where nothing was chosen, the
 * earlier link when the asker could not see what it leads to.
 */
export function keptLink(
  access: Access,
  kind: 'campaign' | 'measure',
  before: string | null | undefined,
  chosen: string | null
): string | null {
  if (chosen !== null || !before) return chosen;
  const isSeen = kind === 'campaign' ? findCampaign(access, before) : findMeasure(access, before);
  return isSeen ? null : before;
}

/** The fields of `after` that differ from `before`, both sides, for the audit log. */
export function changedFields(
  before: Record<string, unknown>,
  after: Record<string, unknown>
): { before: Record<string, unknown>; after: Record<string, unknown> } {
  const changed = Object.keys(after).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key])
  );
  const pick = (row: Record<string, unknown>) =>
    Object.fromEntries(changed.map((key) => [key, row[key] ?? null]));
  return { before: pick(before), after: pick(after) };
}
