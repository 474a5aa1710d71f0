import { z } from 'zod';

/** A handle: what one signs in with. Lower case, so that two never differ by case or look alike. */
export const handleSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9](?:[a-z0-9._-]{1,38})[a-z0-9]$/, 'Use 3 to 40 of: a-z, 0-9, dot, dash, underscore.');

/** 12 to 128 characters of any kind; no rules of composition. NFC, so that two keyboards type the same password. */
export const passwordSchema = z
  .string()
  .transform((password) => password.normalize('NFC'))
  .refine((password) => [...password].length >= 12, 'Use at least 12 characters; a sentence is good.')
  .refine((password) => [...password].length <= 128, 'Use at most 128 characters.')
  .refine((password) => new Set(password).size >= 5, 'This is too easy to guess: use more different characters.');

/** A name as others see it: no control or bidirectional-override characters, which could reorder neighbouring words. */
export const nameSchema = z
  .string()
  .normalize('NFC')
  .transform((name) =>
    name
      .replace(/[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  )
  .refine((name) => name.length >= 1, 'Give a name.')
  .refine((name) => name.length <= 120, 'Use at most 120 characters.');
