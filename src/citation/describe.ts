import type { Match } from './match.ts'
import type { Operation } from './operation.ts'

/**
 * The differences of a match in words, one sentence each, for who can't see a diff; empty when there are none. `text` is
 * the claim.
 */
export function describeDifferences(
  { operations, paragraphs }: Pick<Match, 'operations' | 'paragraphs'>,
  text: string,
): string[] {
  const sentences = operations.flatMap(operation => {
    const claimed = text.slice(operation.claim.start, operation.claim.end)
    const { place, start, end } = operation.source
    return describe(operation, claimed, paragraphs[place]?.text.slice(start, end) ?? '')
  })
  return operations.some(isMark)
    ? [...sentences, 'Marks, dashes, spaces or a first letter differ.']
    : sentences
}

const isMark = ({ kind }: Operation): boolean => kind === 'mark'

function describe({ kind, isOpen }: Operation, claimed: string, sourced: string): string | [] {
  const [claim, source] = [`“${claimed}”`, `“${sourced}”`]
  switch (kind) {
    case 'same':
    case 'mark':
    case 'narration':
      return []
    case 'caseOrAccents':
      return `${claim} is written ${source} in the source.`
    case 'spelling':
      return `${claim} is spelled ${source} in the source.`
    case 'contraction':
      return `${claim} is ${source} in the source.`
    case 'inflection':
      return `${claim} is another form of ${source}.`
    case 'dropped':
      return isOpen ? `${source} is left out, as the ellipsis says.` : `${source} is left out.`
    case 'inserted':
      return isOpen ? `${claim} is put in, in brackets.` : `${claim} is put in.`
    case 'changed':
      return isOpen ? `${claim} stands for ${source}, in brackets.` : `${claim} stands for ${source}.`
    case 'moved':
      return `${claim} stands at another place in the source.`
    case 'joined':
      return sourced === ''
        ? 'What follows was said at another place.'
        : `What follows was said elsewhere: ${shortened(source)} is skipped.`
  }
}

const LONGEST = 80

const shortened = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST / 2)} … ${text.slice(-LONGEST / 2)}`
