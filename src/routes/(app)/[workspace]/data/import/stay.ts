import { applyAction } from '$app/forms';
import { goto } from '$app/navigation';
import { page } from '$app/state';
import type { SubmitFunction } from '@sveltejs/kit';

/** Sends a form without leaving the place one is at: scroll and focus stay when the page comes again. */
export const stay: SubmitFunction =
  () =>
  async ({ result }) => {
    if (result.type !== 'redirect') return applyAction(result);
    const isHere = new URL(result.location, page.url).pathname === page.url.pathname;
    await goto(result.location, { invalidateAll: true, noScroll: isHere, keepFocus: isHere });
  };
