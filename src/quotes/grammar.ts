/**
 * What the reader of reported speech must know of a language: data only. One file in `languages/` holds one of these.
 *
 * A list of words is one string: words with white space between them, in lower case, with straight apostrophes; `_` is
 * a space within a phrase (`according_to`), a `*` at the end or at the beginning stands for any letters (`söyle*` is
 * söyledi and söylüyor, `*nya` is katanya; at least two letters must remain). A word may stand in several lists.
 */
export type SpeechGrammar = {
  /**
   * Pairs of marks that the press of this language uses, the usual ones first: `['„“', '‚‘']`. Every other pair is
   * understood too; these decide where one and the same mark could open or close (`»`, `“`, `”`).
   */
  readonly marks: readonly string[]

  /**
   * Where the subject of a verb of saying stands.
   * - `subject-first`: before it; after it only next to a quote (“…,” said Ms Berg). English, Chinese.
   * - `inverting`: before or after it; after a quote or an adverb it comes after (German, Nordic, Romance, Slavic).
   * - `verb-first`: right after it (Arabic, Irish, Welsh).
   * - `verb-last`: before it, and the verb closes the sentence (Turkish, Japanese, Korean, Hindi, Basque).
   */
  readonly wordOrder: 'subject-first' | 'inverting' | 'verb-first' | 'verb-last'

  /** Nouns begin with a capital, so a capital is no sign of a name (German). */
  readonly capitalNouns?: true

  /** Written without spaces between words; `Intl.Segmenter` cuts it (Chinese, Japanese, Thai). */
  readonly unspaced?: true

  /**
   * Speech in lines that begin with a dash; absent where the press does not write it so.
   * - `narrator`: what parts the speech from the words that say who spoke: a `comma` (– Ja, sa hun.) or a `dash`
   *   (— Да, — сказала она.). With `comma` a dash is understood as well.
   * - `resumes`: what begins speech again after those words: a new `dash` (– Ja, sa hun. – Nei.) or the next
   *   `sentence` (— Oui, dit-elle. Mais non.).
   */
  readonly dialogue?: {
    readonly narrator: 'comma' | 'dash'
    readonly resumes: 'dash' | 'sentence'
  }

  /** The marks stay open around the narrator’s words: « Oui, dit-elle, je viens. » (French). */
  readonly incises?: true

  /** Verbs of saying, finite forms and participles as they stand in news: `said says told la_til`. */
  readonly verbs: string

  /** Verbs that take words in marks without saying that somebody spoke them then: `called described thinks hopes`. */
  readonly weakVerbs?: string

  /** Of `verbs`, forms that are as often nouns: `claims reports`. No verb after an article or a preposition. */
  readonly nounLike?: string

  /** Of `verbs`, forms whose subject stands further to the left: `saying adding *ing`. */
  readonly participles?: string

  /**
   * Endings that make an unlisted word after a name a verb: `*s *ed` (“…,” Ms Berg sings). Without spaces between words,
   * the particles written behind verbs: `了 着`.
   */
  readonly verbEndings?: string

  /**
   * Finite forms of be, have and modal verbs: `is has will`, `hat wird`. No name goes beyond them (enligt lotsen är …),
   * and where a participle closes its clause the subject stands at them („Berg hat gestern gesagt“). Where no spaces part
   * words, common verbs as well, since nothing else tells where a name ends before them (顾明岚走进…).
   */
  readonly auxiliaries?: string

  /** Verb forms that only reported speech has: `sei habe werde`. */
  readonly reportedForms?: string

  /** Nouns whose owner said the words: `claim statement` in “her claim that …”. */
  readonly speechNouns?: string

  /** Before the name of a source: `according_to ifølge laut selon`. */
  readonly sources?: string

  /** After the name of a source: `zufolge mukaan göre によると`. */
  readonly sourcesAfter?: string

  /** Pronouns for one man, one woman, and either (`hän`, `o`): they stand for the last fitting person. */
  readonly he?: string
  readonly she?: string
  readonly heOrShe?: string
  /** Pronouns for somebody who is not looked for: `they one it`. */
  readonly otherPronouns?: string
  /**
   * Pronouns of who speaks and who is spoken to: `i we you`. Never the narrator's subject, so in dash dialogue they
   * tell that the speech goes on (– Det går bra, tror jeg, sa hun).
   */
  readonly ownPronouns?: string

  /** Words that begin a clause, and so end a name: `that because but who which`. */
  readonly conjunctions: string

  /** Of `conjunctions`, those that begin reported speech: `that`, `dass`, `que`, `ότι`. */
  readonly that?: string

  /** Of `conjunctions`, those between a name and its relative clause: `who that which`. */
  readonly relatives?: string

  /** Prepositions and other small words that no name goes beyond: `in on at during`. */
  readonly breaks: string

  /** Words that may stand between a verb and its subject: adverbs, days, reflexives, auxiliaries. */
  readonly adverbs: string

  /** Articles and other words that begin a noun phrase: `the a some her`. */
  readonly articles?: string

  /** Of `articles`, those that introduce somebody unknown: `a an some another`. Such a speaker has no name to look for. */
  readonly indefinites?: string

  /** Words joined to the next one by an apostrophe: `l d qu` in l’architecte. */
  readonly elisions?: string

  /**
   * Persons by office, trade or kin, as titles and alone: `minister spokeswoman professor mother`. Stripped from a
   * name; alone they stand for a person named before. Inflected forms are found by their beginning, compounds by their end.
   */
  readonly roles?: string

  /** Nouns are compounded, so that a word which ends with a role is one: havnekaptein, Teamleiter. */
  readonly compounds?: true

  /** Endings that roles take, the definite article of the Nordic languages, feminine or case: `en et a`, `in s`. */
  readonly roleEndings?: string

  /** Of address or office, words before a name that tell he from she: `mr king`, `mrs queen *woman`. They are roles, too. */
  readonly hisTitles?: string
  readonly herTitles?: string

  /** Nouns that make a name an institution, which is never he or she: `university party court ministry *partei`. */
  readonly institutions?: string

  /** Before an expression or a title in marks, which nobody said: `so-called nicknamed film`. */
  readonly naming: string

  /** Words between a noun and what it belongs to, which stands before it: `的` (领队的考古学家), `の`, `की`. */
  readonly genitives?: string

  /** Small words within a name, beside the common ones (`de`, `von`, `al`). */
  readonly nameParticles?: string

  /** Pronouns at the end of a verb and what they stand for: `{ '-il': 'he', '-t-elle': 'she', nya: 'heOrShe' }`. */
  readonly clitics?: Readonly<Record<string, 'he' | 'she' | 'heOrShe' | 'other'>>

  /** Endings that mark the subject, written to the word or after it: `は が` (Japanese), `는 은 이 가` (Korean). */
  readonly subjectMarkers?: string
  /** They are words of their own, never the end of one: `ने` (Hindi). */
  readonly separateMarkers?: true

  /**
   * Case endings that the subject of a verb of saying always has, longest first; behind a vowel only the last one: `-ek`,
   * `-k` (Basque). Titles follow the name there and have the ending in its stead.
   */
  readonly subjectEndings?: readonly string[]

  /** Family names, written before the given one without a space: `王 欧阳` (Chinese). */
  readonly surnames?: string

  /** What closes a phrase of place or time, so that the subject comes behind it: `上 时` (在会上…). */
  readonly localizers?: string

  /** Courtesies written to the end of a name: `氏 さん 씨`. */
  readonly nameSuffixes?: string

  /**
   * Endings of inflected names and what the basic form has instead, longest first: `[['ии', 'ия'], ['а', '']]`. Used
   * to see that two names are one, and only then, or where nothing else is known, to find the basic form.
   */
  readonly nameEndings?: readonly (readonly [inflected: string, basic: string])[]

  /** Verbs stand without a subject (dijo, powiedziała): who is not named is the last person. */
  readonly dropsSubject?: true

  /** Forms that tell he from she: endings of verbs (`*ła`, `*ла`), articles (`el`, `la`). */
  readonly hisForms?: string
  readonly herForms?: string

  /** Abbreviations that end with a full stop, beside single letters and the common ones: `bl.a tzv`. */
  readonly abbreviations?: string
}
