/** First parts of addresses that are, or may become, pages of the program itself. */
const reserved = new Set([
  'about',
  'account',
  'admin',
  'api',
  'app',
  'docs',
  'exhibits',
  'fonts',
  'gallery',
  'healthz',
  'help',
  'invite',
  'methods',
  'new',
  'p',
  'preferences',
  'public',
  'report',
  'robots.txt',
  'setup',
  'share',
  'sign-in',
  'sign-out',
  'static',
  'workspaces'
]);

export const isReservedSlug = (slug: string): boolean => reserved.has(slug) || slug === '';

/**
 * The address of a workspace from its name: letters a to z, digits and hyphens, at most 48 long;
 * "-2", "-3" … when taken.
 */
export function slugFor(name: string, isTaken: (slug: string) => boolean): string {
  const plain =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 48)
      .replace(/^-+|-+$/g, '') || 'workspace';
  let slug = plain;
  for (let i = 2; isTaken(slug); i++) slug = `${plain}-${i}`;
  return slug;
}
