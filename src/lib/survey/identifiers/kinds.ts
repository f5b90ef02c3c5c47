/** Kinds of personal data a column may hold; `marked`: the form says so and nothing more is known. */
export type IdentifierType =
  | 'name'
  | 'email'
  | 'phone'
  | 'national-id'
  | 'address'
  | 'birth-date'
  | 'location'
  | 'ip'
  | 'device'
  | 'marked';
