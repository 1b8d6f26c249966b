import type { AnswerHit } from '../../src/search/answer.ts'
import type { PlainKey } from '../i18n/catalogue.ts'
import type { Reader } from '../i18n/reader.ts'
import type { Html } from './html.ts'

const LABELS: Readonly<Record<'inflected' | 'prefix' | 'typo', PlainKey>> = {
  inflected: 'match.inflected',
  prefix: 'match.prefix',
  typo: 'match.typo',
}

/** Why it matched, where nobody would see it at once. */
export function matchLabel({ match, coverage }: AnswerHit, reader: Reader): Html | undefined {
  if (coverage !== null && coverage < 1)
    return reader.say('match.coverage', { share: reader.percent(coverage) })
  return match === null || match === 'asTyped' ? undefined : reader.say(LABELS[match])
}
