export const CHECK_NOTES = [
  /** So few words stand in many texts, and prove nothing. */
  'few_words',
  /** No paragraph of the index is in the language of the claim. */
  'language_not_indexed',
  /** Texts give the same words to different people. */
  'several_speakers',
] as const
export type CheckNote = (typeof CHECK_NOTES)[number]
