import { getContext, setContext } from 'svelte';
import { textFor, type Language, type Text } from '$lib/text/text';

const key = Symbol('language');

/** Called once, by the root layout. */
export const provideLanguage = (language: () => Language): void => {
  setContext(key, language);
};

/** The reader's language, as a function because it may change while the page stays. */
export const useLanguage = (): (() => Language) =>
  getContext<(() => Language) | undefined>(key) ?? (() => 'en');

/** Every sentence in the reader's language. Read it inside markup or `$derived`. */
export const useText = (): (() => Text) => {
  const language = useLanguage();
  return () => textFor(language());
};
