import { en } from './en';
import { es } from './es';

export type Language = 'en' | 'es';

/** Every sentence in one language. Plain values or functions of what they mention. */
export type Text = typeof en;

export const languages = ['en', 'es'] as const;

export const textFor = (language: Language): Text => (language === 'es' ? es : en);

export const isLanguage = (value: unknown): value is Language => value === 'en' || value === 'es';
