import type { NotSavedReason } from '../store/document-store.ts';

/** 'elsewhere': another tab has become the writer (P3). */
export type DocumentNotSavedReason = NotSavedReason | 'elsewhere' | 'sealing-failed';
export type DocumentStatus =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'not-saved'; readonly reason: DocumentNotSavedReason };
