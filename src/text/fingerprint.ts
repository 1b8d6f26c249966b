/**
 * Names the rules by which text becomes tokens and stems. Every index stores the value it was built with; on another one
 * its text is analysed again. Raise it with any change to normal-form, scripts, tokenize, stem, or the versions of the
 * stemmer packages.
 */
export const ANALYSIS_FINGERPRINT = 'analysis-2'
