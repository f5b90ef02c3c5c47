/** Beside the content security policy, which the pages carry themselves. */
const always: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Links with tokens must not travel to other sites, nor paths of a workspace.
  'referrer-policy': 'same-origin',
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin'
};

/** Adds what every answer carries; answers to a signed-in person are kept by no shared cache. */
export function addSecurityHeaders(headers: Headers, options: { isPrivate: boolean }): void {
  for (const [name, value] of Object.entries(always))
    if (!headers.has(name)) headers.set(name, value);
  if (options.isPrivate && !headers.has('cache-control'))
    headers.set('cache-control', 'private, no-cache');
}
