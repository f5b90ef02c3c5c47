import type { Access } from '$lib/server/access/access';
import { exhibitsOnSnapshots, listUsesOf } from '$lib/server/db/queries/evidence';
import { snapshotsOfMeasure } from '$lib/server/db/queries/snapshot-measure';
import { textFor, type Language } from '$lib/text/text';

/** An exhibit, and the campaigns and hearings that use it. */
export interface FigureUse {
  href: string;
  label: string;
  title: string;
  places: string[];
}

/** Exhibits made from a measure, and where they are used: links for "Used in". */
export function usesOf(
  access: Access,
  slug: string,
  instanceKey: string,
  language: Language
): FigureUse[] {
  const words = textFor(language).figures.slide;
  return exhibitsOnSnapshots(access, snapshotsOfMeasure(access, instanceKey)).map((exhibit) => ({
    href: `/${slug}/evidence/exhibits/${exhibit.id}`,
    label: words.exhibit(String(exhibit.number)),
    title: exhibit.title,
    places: listUsesOf(access, exhibit.id).map(({ name }) => name)
  }));
}
