import { redirect } from '@sveltejs/kit';
import { localPath } from '$lib/server/access/local-path';
import { isTheme, preferenceCookie } from '$lib/server/http/preferences';
import { isLanguage } from '$lib/text/text';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => ({
  to: localPath(url.searchParams.get('to'), '')
});

export const actions = {
  /** Sets what was sent of language and theme, and goes back where the form stood. */
  default: async ({ request, cookies, url }) => {
    const kept = { ...preferenceCookie, secure: url.protocol === 'https:' };
    const form = await request.formData();
    const language = form.get('language');
    const theme = form.get('theme');
    const to = form.get('to');
    if (isLanguage(language)) cookies.set('language', language, kept);
    if (isTheme(theme)) cookies.set('theme', theme, kept);
    redirect(303, localPath(typeof to === 'string' ? to : null, '/preferences'));
  }
} satisfies Actions;
