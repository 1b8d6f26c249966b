import type { Language } from '../../../domain/language.ts'

/**
 * What the dictionary of a segment holds besides terms. These keys begin with `:`, `;`, `<` or `=`, which no term does and
 * which sort between digits and letters, so that neither a prefix nor a near word ever meets one.
 */

/** A token of that language with this stem. Not written where the stem is the token's own term: see `isOwnStem`. */
export const stemKey = (language: Language, stem: string): string => `:${language}:${stem}`

/** A unit whose speaker has this key (text/speaker-keys.ts). In no space but that of units. */
export const speakerKey = (key: string): string => `;${key}`

/** Two common words side by side ("CommonGrams"): a phrase of such words would read two very long lists. */
export const pairKey = (first: string, second: string): string => `<${first} ${second}`

/** A token written with these accents; with its term, which has none: a token written with whatever accents. */
export const accentKey = (accented: string): string => `=${accented}`

/** Whether keys that begin with this UTF-16 code unit have positions: the others are only counted. */
export const hasPositions = (firstUnit: number): boolean => firstUnit < 0x3a || firstUnit > 0x3d
