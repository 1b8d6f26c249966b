/**
 * Names the rules by which quotes and their speakers are found. They stand in `src/quotes`, which this room may not
 * import, but an index holds what they found: raise it with any change there that finds something else.
 */
const QUOTE_RULES = 'quotes-2'

/**
 * Names the rules by which text becomes tokens and stems, and quotes are found in it. Every index stores the value it
 * was built with; on another one its text is analysed again. Raise it with any change to normal-form, scripts, tokenize,
 * stem, or the versions of the stemmer packages.
 */
export const ANALYSIS_FINGERPRINT = `analysis-2/${QUOTE_RULES}`
