/**
 * How much each witness counts, and what is expected of an article. The witnesses are not independent
 * and what they give are not probabilities; these weights make of them one number that is. Tuned by
 * `bench/language-tune.ts` on the tuning half of the sentences and the invented sentences of
 * `test/cases/language.txt` and `language-unmodelled.txt`; logarithms are natural.
 */
export const WEIGHTS = {
  /** For the logarithm of the share of letters in a language's own script. */
  scripts: 5,
  /** Against a language, for each kind of letter that its alphabet lacks. */
  alphabets: 2,
  functionWords: 0.65,
  /** For each trigram by which franc finds another language nearer. */
  franc: 0.6,
  francNoModel: 3,
  eld: 0.3,
  eldNoModel: 1.2,
  /** A detector may be wholly wrong: it can lower a language by this and no more… */
  mostAgainst: 6,
  /** …and by less in a text of few letters, such as a name. */
  leastAgainst: 0.5,
  againstPerLetter: 0.25,
  /** For none of the languages: at first, and for each word, as if each might have been a common one. */
  undetermined: -3,
  undeterminedWord: 0.3,
  /** What is quoted, beside the text around it. */
  quoted: 0.25,
  /** Chance that a whole paragraph is not in the main language, and that a one-letter line is not. */
  foreign: 0.05,
  foreignLine: 0.004,
  /** Letters of a whole paragraph; below, the chance shrinks in proportion. */
  wholeParagraph: 80,
  /** Share of English among foreign paragraphs; the other languages share the rest. */
  foreignEnglish: 0.2,
  /** Chance that a text in the kin of the main language is in another of the kin. */
  foreignKin: 0.0375,
  /** For the language that an article declares: strong evidence, not an order. */
  declared: 5,
  /** Below this chance of the best language eld is asked too. */
  sure: 0.99,
}

export type Weights = Readonly<typeof WEIGHTS>
