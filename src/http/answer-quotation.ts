import type { CheckNote } from '../citation/check-note.ts'
import type { CheckedMatch, QuotationCheck } from '../citation/check-quotation.ts'
import { describeDifferences } from '../citation/describe.ts'
import { roundedShare } from '../citation/verdict.ts'
import type { DraftQuotation } from '../ingest/read-draft.ts'
import { answerParagraph } from '../search/answer-paragraph.ts'
import type { AnswerMatch, AnswerQuotation } from './check-answer.ts'

const NOTE_MESSAGES: Readonly<Record<CheckNote, string>> = {
  few_words: 'So few words stand in many texts: finding them says little.',
  language_not_indexed: 'The index holds no text in this language.',
  several_speakers: 'Different texts give these words to different people.',
}

/** A checked quotation as the API says it. */
export function answerQuotation(quotation: DraftQuotation, check: QuotationCheck): AnswerQuotation {
  const { text, start, end, language, speaker } = quotation
  return {
    text,
    start,
    end,
    language,
    speaker: speaker ?? null,
    verdict: check.verdict,
    matches: check.matches.map(match => answerMatch(match, text)),
    notes: check.notes.map(code => ({ code, message: NOTE_MESSAGES[code] })),
    degraded: check.degraded,
  }
}

function answerMatch(match: CheckedMatch, text: string): AnswerMatch {
  const { paragraphs, quote } = match
  return {
    paragraphs: paragraphs.map(answerParagraph),
    spans: match.spans,
    verdict: match.verdict,
    similarity: roundedShare(match.similarity),
    coverage: roundedShare(match.coverage),
    isPartOfLonger: match.isPartOfLonger,
    speaker:
      quote?.speaker === undefined
        ? null
        : { name: quote.speaker, text: quote.speakerText ?? null, confidence: quote.confidence },
    speakerWarning: match.speakerWarning,
    operations: match.operations.map(({ kind, isOpen, claim, source }) => ({
      kind,
      isOpen,
      claim: { ...claim, text: text.slice(claim.start, claim.end) },
      source: { ...source, text: paragraphs[source.place]?.text.slice(source.start, source.end) ?? '' },
    })),
    differences: describeDifferences(match, text),
  }
}
