import type { AnswerMatch, AnswerOperation } from '../../src/http/check-answer.ts'
import type { Reader } from '../i18n/reader.ts'
import type { Html } from './html.ts'
import { inMarks } from './in-marks.ts'
import { shortened } from './shortened.ts'

/** The differences of a match in the reader's words, one sentence each: for who can't see the diff. */
export function differences({ operations }: AnswerMatch, reader: Reader): Html[] {
  const sentences = operations.flatMap(operation => sentence(operation, reader))
  return operations.some(({ kind }) => kind === 'mark')
    ? [...sentences, reader.say('difference.mark')]
    : sentences
}

const LONGEST = 80

function sentence({ kind, isOpen, claim, source }: AnswerOperation, reader: Reader): Html | [] {
  const said = (text: string): Html => inMarks(shortened(text, LONGEST), reader)
  const both = { claim: said(claim.text), source: said(source.text) }
  switch (kind) {
    case 'same':
    case 'mark':
    case 'narration':
      return []
    case 'caseOrAccents':
      return reader.say('difference.caseOrAccents', both)
    case 'spelling':
      return reader.say('difference.spelling', both)
    case 'contraction':
      return reader.say('difference.contraction', both)
    case 'inflection':
      return reader.say('difference.inflection', both)
    case 'dropped':
      return reader.say(isOpen ? 'difference.droppedOpenly' : 'difference.dropped', { source: both.source })
    case 'inserted':
      return reader.say(isOpen ? 'difference.insertedOpenly' : 'difference.inserted', { claim: both.claim })
    case 'changed':
      return reader.say(isOpen ? 'difference.changedOpenly' : 'difference.changed', both)
    case 'moved':
      return reader.say('difference.moved', { claim: both.claim })
    case 'joined':
      return source.text === ''
        ? reader.say('difference.joined')
        : reader.say('difference.joinedSkipping', { source: both.source })
  }
}
