/**
 * The path of `target` when it stays on this site, else `fallback`. Keeps query and fragment; refuses
 * other sites in every spelling browsers accept ("//evil", "/\evil", "https:…", control characters).
 */
export function localPath(target: string | null | undefined, fallback: string): string {
  if (!target?.startsWith('/') || hasControls(target)) return fallback;
  const here = 'http://here.invalid';
  if (!URL.canParse(target, here)) return fallback;
  const url = new URL(target, here);
  // "/./" before two slashes would be another site for whoever reads the path again.
  if (url.origin !== here || url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search + url.hash;
}

const hasControls = (text: string): boolean =>
  [...text].some((letter) => letter < ' ' || letter === '\u007f' || letter === '\\');
