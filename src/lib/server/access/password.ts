import { hashPassword } from 'better-auth/crypto';
import * as v from 'valibot';

/** Characters of a password. Length is the only rule: words, spaces and pasting are all welcome. */
export const passwordLength = { least: 10, most: 128 } as const;

/** A new password; messages are issue codes. */
export const newPassword = v.pipe(
  v.string('password-missing'),
  v.nonEmpty('password-missing'),
  v.minLength(passwordLength.least, 'password-short'),
  v.maxLength(passwordLength.most, 'password-long')
);

/** An e-mail address as typed, in lower case; messages are issue codes. */
export const emailAddress = v.pipe(
  v.string('email-missing'),
  v.trim(),
  v.toLowerCase(),
  v.nonEmpty('email-missing'),
  v.email('email-wrong'),
  v.maxLength(254, 'email-wrong')
);

/** A name of a person, workspace or organization, of at most 120 characters. */
export const namedText = (missing: string) =>
  v.pipe(
    v.string(missing),
    v.trim(),
    v.nonEmpty(missing),
    v.maxLength(120, 'name-long'),
    v.check((text) => !hasControls(text), 'name-controls')
  );

const hasControls = (text: string): boolean => /\p{Cc}/u.test(text);

/** scrypt, about a tenth of a second. */
export const hashed = (password: string): Promise<string> => hashPassword(password);

/** The password of a form as typed: spaces at its ends belong to it. */
export const typedPassword = (data: FormData): string => {
  const typed = data.get('password');
  return typeof typed === 'string' ? typed : '';
};
