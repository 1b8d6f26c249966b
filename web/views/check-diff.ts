import type { AnswerMatch, AnswerOperation } from '../../src/http/check-answer.ts'
import type { Reader } from '../i18n/reader.ts'
import { html } from './html.ts'
import type { Content, Html } from './html.ts'
import { textAttributes } from './text-attributes.ts'

/**
 * The claim with what was done to it: words that only it has are inserted, words that only the source has deleted. For the
 * eye; the same stands beside it in words, since hardly any screen reader tells the two apart.
 */
export function checkDiff({ operations, paragraphs }: AnswerMatch, claim: string, reader: Reader): Html {
  const pieces: Content[] = []
  let at = 0
  for (const operation of operations) {
    // what stands between two operations are marks and spaces of the claim
    pieces.push(claim.slice(at, Math.max(at, operation.claim.start)), operationSpan(operation, reader))
    at = Math.max(at, operation.claim.end)
  }
  pieces.push(claim.slice(at))
  const language = paragraphs[0]?.language ?? 'und'
  return html`<p class="diff" ${textAttributes(language)}>${pieces}</p>`
}

function operationSpan({ kind, isOpen, claim, source }: AnswerOperation, reader: Reader): Content {
  const openly = isOpen && html` class="open"`
  switch (kind) {
    case 'same':
    case 'mark':
      return claim.text
    case 'narration':
      return ''
    case 'dropped':
      return html` <del${openly}>${source.text}</del> `
    case 'joined':
      return html`
        <del class="seam" title="${reader.say('diff.joined')}">${source.text === '' ? '⋯' : source.text}</del>
      `
    case 'inserted':
      return html`<ins${openly}>${claim.text}</ins>`
    case 'moved':
      return html`<ins class="moved" title="${reader.say('diff.moved')}">${claim.text}</ins>`
    case 'changed':
    case 'caseOrAccents':
    case 'spelling':
    case 'contraction':
    case 'inflection':
      return html`<del${openly}>${source.text}</del> <ins${openly}>${claim.text}</ins>`
  }
}
