/**
 * Names the rules by which text becomes tokens and stems, which queries have to share. Every index stores the value it was
 * built with; on another one its text is analysed again. Raise it with any change to normal-form, scripts, tokenize, stem,
 * or the versions of the stemmer packages. Languages and quotes are content: better ones come with indexing an article again.
 */
export const ANALYSIS_FINGERPRINT = 'analysis-2'
