import type { Language } from '$lib/text/text';

declare global {
  namespace App {
    interface Error {
      message: string;
      code?: string;
    }
    interface Locals {
      language: Language;
      theme: 'auto' | 'light' | 'dark';
      /** null: nobody is signed in */
      user: { id: string; name: string; email: string } | null;
      sessionId: string | null;
      /** true: the demonstration with the fictional county is being served */
      isDemo: boolean;
    }
  }
}

export {};
